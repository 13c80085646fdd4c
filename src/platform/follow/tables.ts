import type { AboutKind, IsoDate } from '#platform/kernel';
import type { MailAddress } from '#platform/mail';
import type { Cadence } from './cadence.ts';

/** The tables of schema `follow`, as Kysely sees them. */
export type FollowTables = Readonly<{
  'follow.request': {
    token_hash: string;
    email: MailAddress | null;
    kinds: AboutKind[];
    ids: string[];
    cadence: Cadence;
    asked_at: Date;
    ends_at: Date;
    confirmed_at: Date | null;
  };
  'follow.following': {
    id: string;
    email: MailAddress;
    kind: AboutKind;
    about: string;
    cadence: Cadence;
    /** The number of the first entry of the record it hears of. */
    since: bigint;
    confirmed_at: Date;
  };
  'follow.stop_link': { token_hash: string; followings: string[]; ends_at: Date };
  'follow.list_link': { token_hash: string; email: MailAddress; ends_at: Date };
  'follow.asked': { key: string; at: Date };
  'follow.reached': { cadence: Cadence; seq: bigint; day: IsoDate | null };
}>;
