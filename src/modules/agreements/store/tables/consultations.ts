import type { IsoDate } from '#platform/kernel';
import type { JSONColumnType } from 'kysely';
import type { Passage, Question } from '../../domain/consultation/consultation.ts';

export type ConsultationTables = Readonly<{
  'agreements.consultation': Readonly<{
    id: string;
    body_id: string;
    office: string;
    title: string;
    asks: string;
    subject: string;
    subject_path: string | null;
    passages: JSONColumnType<readonly Passage[]>;
    questions: JSONColumnType<readonly Question[]>;
    places: readonly string[];
    audience: readonly string[];
    opens_at: Date | null;
    closes_at: Date;
    results_by: IsoDate | null;
    keep_until: IsoDate | null;
    suppress_under: number;
    is_illustrative: boolean;
    source: string;
    certainty: string;
    published_by: string;
    published_at: Date;
  }>;
  'agreements.consultation_notice': Readonly<{
    consultation_id: string;
    position: number;
    says: string;
    closes_at: Date | null;
    by_office: string;
    at: Date;
  }>;
  'agreements.consultation_secret': Readonly<{ consultation_id: string; body_id: string; secret: string }>;
  'agreements.unsent_response': Readonly<{
    link_hash: string;
    consultation_id: string;
    body_id: string;
    answers: JSONColumnType<Readonly<Record<string, string>>>;
    ends_at: Date;
    saved_at: Date;
  }>;
  'agreements.response': Readonly<{
    id: string;
    consultation_id: string;
    body_id: string;
    number: number;
    kind: string;
    organisation: string | null;
    place_id: string | null;
    came_by: string;
    paper_reference: string | null;
    entered_by: string | null;
    sent_key: string;
    link_hash: string | null;
    content_hash: string;
    sent_at: Date;
  }>;
  'agreements.response_answer': Readonly<{
    response_id: string;
    body_id: string;
    question: number;
    choice: string | null;
    says: string;
  }>;
  'agreements.published_text': Readonly<{
    consultation_id: string;
    response: number;
    question: number;
    revision: number;
    outcome: string;
    says: string | null;
    reason: string;
    by_office: string;
    at: Date;
  }>;
  'agreements.consultation_result': Readonly<{
    consultation_id: string;
    says: string;
    responses: number;
    online: number | null;
    paper: number | null;
    by_organisation: number | null;
    organisations: number | null;
    by_resident: number | null;
    alike: number | null;
    source: string;
    by_office: string;
    at: Date;
  }>;
  'agreements.consultation_count': Readonly<{
    consultation_id: string;
    question: number;
    kind: string;
    place: string;
    choice: string;
    count: number | null;
  }>;
  'agreements.consultation_respondent': Readonly<{
    consultation_id: string;
    number: number;
    kind: string;
    came_by: string;
  }>;
  'agreements.consultation_point': Readonly<{
    consultation_id: string;
    number: number;
    said: string;
    outcome: string;
    did: string;
    link_title: string | null;
    link_path: string | null;
    responses: readonly number[];
    by_office: string;
    at: Date;
  }>;
  'agreements.consultation_purge': Readonly<{
    consultation_id: string;
    responses: number;
    by_office: string;
    at: Date;
  }>;
}>;
