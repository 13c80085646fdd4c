import type { IsoDate } from '#platform/kernel';

export type PublicationDutyTables = Readonly<{
  'open_books.publication_duty': Readonly<{
    id: string;
    place: number;
    title: string;
    every: string;
    months_after: number;
    duty_from: IsoDate;
    dataset: string | null;
    source: string;
    certainty: string;
  }>;
}>;
