import type { IsoDate } from '#platform/kernel';

type DatedRow = Readonly<{ valid_from: IsoDate | null; valid_until: IsoDate | null }>;
type RecordedRow = Readonly<{ source: string; recorded_on: IsoDate }>;

export type CommitteeTables = Readonly<{
  'governance.committee': DatedRow &
    RecordedRow &
    Readonly<{
      id: string;
      body_id: string;
      name: string;
      kind: string;
      remit: string;
      appointed_by: readonly string[];
      quorum: number | null;
    }>;
  'governance.seat': RecordedRow &
    Readonly<{
      committee_id: string;
      office_id: string;
      capacity: string;
      votes: boolean;
      weight: string;
      valid_from: IsoDate;
      valid_until: IsoDate | null;
    }>;
  'governance.affiliation': RecordedRow &
    Readonly<{
      office_id: string;
      group_name: string;
      valid_from: IsoDate;
      valid_until: IsoDate | null;
    }>;
}>;
