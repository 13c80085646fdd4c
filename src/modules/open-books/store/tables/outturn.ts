export type OutturnTables = Readonly<{
  'open_books.outturn_source': Readonly<{ id: string; source: string; says: string }>;
  'open_books.outturn_filer': Readonly<{ code: string; place: number; name: string; body_id: string | null }>;
  'open_books.outturn_line': Readonly<{ id: string; place: number; title: string; kind: string }>;
  'open_books.outturn_change': Readonly<{
    place: number;
    year: string;
    line_ids: readonly string[];
    says: string;
    certainty: string;
  }>;
  'open_books.outturn_figure': Readonly<{ year: string; filer_code: string; line_id: string; pence: bigint }>;
  'open_books.outturn_detail': Readonly<{
    place: number;
    filer_code: string;
    block: string;
    part: string;
    line: string;
    pence: bigint;
  }>;
}>;
