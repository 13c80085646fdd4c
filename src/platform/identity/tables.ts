import type { IsoDate } from '#platform/kernel';
import type { Generated } from 'kysely';

/** The tables of schema `identity`, as Kysely sees them. */
export type IdentityTables = Readonly<{
  'identity.account': {
    id: string;
    body_id: string;
    email: string;
    /** Null until the holder has set one. */
    password_hash: string | null;
    created_at: Date;
    disabled_at: Date | null;
  };
  'identity.appointment': {
    id: Generated<string>;
    account_id: string;
    body_id: string;
    office_id: string;
    held_from: IsoDate;
    held_to: IsoDate | null;
    /** When it was ended before its time; null for one that ends by its dates, or does not. */
    ended_at: Date | null;
  };
  'identity.invitation': {
    token_hash: string;
    account_id: string;
    body_id: string;
    made_at: Date;
    ends_at: Date;
    used_at: Date | null;
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
  'identity.api_key': {
    id: string;
    key_hash: string;
    account_id: string;
    appointment_id: string;
    body_id: string;
    office_id: string;
    name: string;
    made_at: Date;
    /** The last day on which it works. */
    last_day: IsoDate;
    revoked_at: Date | null;
    last_used_on: IsoDate | null;
  };
  'identity.sign_in_attempt': { key: string; at: Date };
}>;
