import type { IsoDate } from '#platform/kernel';
import type { JSONColumnType } from 'kysely';
import type { ContentJson } from '../notice-content.ts';

export type NoticeTables = Readonly<{
  'governance.notice': Readonly<{
    id: string;
    body_id: string;
    reference: string;
    external_reference: string | null;
    first_published_on: IsoDate;
  }>;
  'governance.notice_version': Readonly<{
    notice_id: string;
    version: number;
    body_id: string;
    change: string;
    reason: string;
    counts_anew: boolean;
    published_on: IsoDate;
    published_time: string | null;
    published_elsewhere: string;
    published_by: string;
    from_draft: string | null;
    recorded_at: Date;
    title: string;
    is_key: boolean;
    is_private: boolean;
    access: string;
    route: string;
    maker_kind: string;
    decision_maker: string;
    due_from: IsoDate;
    due_until: IsoDate;
    places: readonly string[];
    topics: readonly string[];
    content: JSONColumnType<ContentJson>;
  }>;
}>;
