import type { Migration } from '#platform/db';

export const outturn: Migration = {
  name: '0020-outturn',
  up: `
    CREATE TABLE open_books.outturn_source (
      id           text CONSTRAINT outturn_source_pkey PRIMARY KEY
        CONSTRAINT outturn_source_known CHECK (id IN ('outturn', 'detail')),
      source       text NOT NULL,
      says         text NOT NULL
    );
    COMMENT ON TABLE open_books.outturn_source IS 'public: where figures of revenue outturn come from, and their licence';

    CREATE TABLE open_books.outturn_filer (
      code         text CONSTRAINT outturn_filer_pkey PRIMARY KEY,
      place        int NOT NULL,
      name         text NOT NULL,
      body_id      text
    );
    COMMENT ON TABLE open_books.outturn_filer IS 'public: who files returns of revenue outturn';

    CREATE TABLE open_books.outturn_line (
      id           text CONSTRAINT outturn_line_pkey PRIMARY KEY,
      place        int NOT NULL,
      title        text NOT NULL,
      kind         text NOT NULL CONSTRAINT outturn_line_kind CHECK (kind IN ('service', 'total', 'beside'))
    );
    COMMENT ON TABLE open_books.outturn_line IS 'public: the lines of the return';

    CREATE TABLE open_books.outturn_change (
      place        int CONSTRAINT outturn_change_pkey PRIMARY KEY,
      year         text NOT NULL,
      line_ids     text[] NOT NULL,
      says         text NOT NULL,
      certainty    text NOT NULL
    );
    COMMENT ON TABLE open_books.outturn_change IS 'public: what changed in the meaning of lines, and from which year on';

    CREATE TABLE open_books.outturn_figure (
      year         text NOT NULL CONSTRAINT outturn_figure_year CHECK (year ~ '^[0-9]{4}-[0-9]{2}$'),
      filer_code   text NOT NULL CONSTRAINT outturn_figure_filer REFERENCES open_books.outturn_filer,
      line_id      text NOT NULL CONSTRAINT outturn_figure_line REFERENCES open_books.outturn_line,
      pence        bigint NOT NULL,
      CONSTRAINT outturn_figure_pkey PRIMARY KEY (year, filer_code, line_id)
    );
    COMMENT ON TABLE open_books.outturn_figure IS 'public: net current expenditure by year, authority and line';

    CREATE TABLE open_books.outturn_detail (
      place        int CONSTRAINT outturn_detail_pkey PRIMARY KEY,
      filer_code   text NOT NULL CONSTRAINT outturn_detail_filer REFERENCES open_books.outturn_filer,
      block        text NOT NULL,
      part         text NOT NULL,
      line         text NOT NULL,
      pence        bigint NOT NULL
    );
    COMMENT ON TABLE open_books.outturn_detail IS 'public: lines of the returns of 2006-07, which are of another kind';
  `,
};
