import type { IsoDate } from '#platform/kernel';

/** The tables of schema `identity`, as Kysely sees them. */
export type IdentityTables = Readonly<{
  'identity.account': {
    id: string;
    body_id: string;
    email: string;
    password_hash: string;
    created_at: Date;
    disabled_at: Date | null;
  };
  'identity.appointment': {
    account_id: string;
    body_id: string;
    office_id: string;
    held_from: IsoDate;
    held_to: IsoDate | null;
  };
  'identity.session': {
    token_hash: string;
    account_id: string | null;
    office_id: string | null;
    device: string;
    created_at: Date;
    seen_at: Date;
    ends_at: Date;
  };
  'identity.sign_in_attempt': { key: string; at: Date };
}>;
