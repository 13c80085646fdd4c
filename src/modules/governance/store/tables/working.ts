import type { IsoDate } from '#platform/kernel';
import type { Generated, GeneratedAlways } from 'kysely';

export type WorkingTables = Readonly<{
  'governance.numbering': Readonly<{ body_id: string; kind: string; year: number; last: number }>;
  'governance.found': Readonly<{
    subject: string;
    kind: string;
    body_id: string;
    title: string;
    text: string;
    on_day: IsoDate;
    places: readonly string[];
    topics: readonly string[];
    is_key: Generated<boolean>;
    visible_from: IsoDate | null;
    words: GeneratedAlways<string>;
  }>;
}>;
