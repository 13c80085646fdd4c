import type { Actor } from '#platform/kernel';
import type { Generated, JSONColumnType } from 'kysely';

export type PublicationTables = Readonly<{
  'open_books.publication': Readonly<{
    import_id: string;
    body_id: string;
    number: number;
    approver: JSONColumnType<Actor>;
    outcomes: number;
    begun_at: Date;
    step: Generated<string>;
    moved_at: Date;
    ended_at: Date | null;
    refused: JSONColumnType<Readonly<{ refusal: unknown }>> | null;
    release: string | null;
  }>;
}>;
