import type { Migration } from '#platform/db';

export const publicationDuties: Migration = {
  name: '0021-publication-duties',
  up: `
    CREATE TABLE open_books.publication_duty (
      id            text CONSTRAINT publication_duty_pkey PRIMARY KEY,
      place         int NOT NULL,
      title         text NOT NULL,
      every         text NOT NULL CONSTRAINT publication_duty_every CHECK (every IN ('quarter', 'year')),
      months_after  int NOT NULL CONSTRAINT publication_duty_months CHECK (months_after > 0),
      duty_from     date NOT NULL,
      dataset       text CONSTRAINT publication_duty_dataset CHECK (dataset IN ('spending', 'procurement-card')),
      source        text NOT NULL CONSTRAINT publication_duty_sourced CHECK (source <> ''),
      certainty     text NOT NULL
    );
    COMMENT ON TABLE open_books.publication_duty IS
      'public: what councils must publish by the Transparency Code, how often and by when';
  `,
};
