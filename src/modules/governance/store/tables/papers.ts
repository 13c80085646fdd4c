import type { IsoDate } from '#platform/kernel';

export type PaperTables = Readonly<{
  'governance.paper': Readonly<{
    id: string;
    body_id: string;
    title: string;
    kind: string;
    access: string;
    paragraphs: readonly number[];
    public_interest: string;
    public_summary: string;
    review_on: IsoDate | null;
    published_at: Date | null;
    source: string;
    added_by: string;
    recorded_at: Date;
  }>;
  'governance.paper_file': Readonly<{ body_id: string; sha256: string; content: Buffer }>;
  'governance.paper_content': Readonly<{
    paper_id: string;
    body_id: string;
    sha256: string;
    filename: string;
    media_type: string;
    byte_count: bigint;
    pages: number | null;
    text: string;
    text_note: string | null;
  }>;
  'governance.attachment': Readonly<{
    subject: string;
    paper_id: string;
    body_id: string;
    role: string;
    position: number;
  }>;
}>;
