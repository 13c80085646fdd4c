import { type Migration, privateTable } from '#platform/db';

export const bringing: Migration = {
  name: '0001-bringing',
  up: `
    -- Files that were brought together and are read together. Where it stands is derived from its dated outcomes.
    CREATE TABLE open_books.import (
      id         text CONSTRAINT import_pkey PRIMARY KEY,
      body_id    text NOT NULL,
      brought    bigint GENERATED ALWAYS AS IDENTITY,
      dataset    text NOT NULL CONSTRAINT import_dataset CHECK (dataset IN ('spending', 'procurement-card')),
      came_by    text NOT NULL CONSTRAINT import_came_by CHECK (came_by IN ('form', 'command', 'api')),
      brought_by text NOT NULL,
      office_id  text NOT NULL,
      account_id text,
      brought_at timestamptz NOT NULL,
      CONSTRAINT import_body UNIQUE (id, body_id)
    );
    CREATE INDEX import_by_body ON open_books.import (body_id, brought DESC);
    ${privateTable('open_books.import', 'files of payments brought together, seen by their own body alone')}

    CREATE TABLE open_books.import_file (
      import_id text NOT NULL,
      body_id   text NOT NULL,
      position  int NOT NULL,
      filename  text NOT NULL CONSTRAINT import_file_named CHECK (filename <> ''),
      sha256    text NOT NULL,
      bytes     bigint NOT NULL,
      CONSTRAINT import_file_pkey PRIMARY KEY (import_id, position),
      CONSTRAINT import_file_of FOREIGN KEY (import_id, body_id) REFERENCES open_books.import (id, body_id)
    );
    ${privateTable('open_books.import_file', 'the files of an import by name and checksum; their bytes lie in the private folder')}

    -- Each reading of an import: the last one counts. Whoever reads tells how far they are.
    CREATE TABLE open_books.import_reading (
      import_id  text NOT NULL,
      body_id    text NOT NULL,
      number     int NOT NULL CONSTRAINT import_reading_counts CHECK (number > 0),
      begun_at   timestamptz NOT NULL,
      moved_at   timestamptz NOT NULL,
      bytes_done bigint NOT NULL DEFAULT 0,
      rows_done  bigint NOT NULL DEFAULT 0,
      pence_done bigint NOT NULL DEFAULT 0,
      ended_at   timestamptz,
      report     jsonb,
      failed     text,
      CONSTRAINT import_reading_pkey PRIMARY KEY (import_id, number),
      CONSTRAINT import_reading_of FOREIGN KEY (import_id, body_id) REFERENCES open_books.import (id, body_id),
      CONSTRAINT import_reading_ends_with_something
        CHECK ((ended_at IS NULL) = (report IS NULL AND failed IS NULL))
    );
    GRANT UPDATE ON open_books.import_reading TO accord_app;
    ${privateTable('open_books.import_reading', 'how files of payments were read, and what the check found')}

    CREATE TABLE open_books.import_outcome (
      import_id  text NOT NULL,
      body_id    text NOT NULL,
      number     int NOT NULL CONSTRAINT import_outcome_counts CHECK (number > 0),
      outcome    text NOT NULL CONSTRAINT import_outcome_is
        CHECK (outcome IN ('asked', 'approved', 'returned', 'dropped')),
      reading    int NOT NULL,
      -- The days that are asked to be published, whole months.
      period_from date,
      period_to   date,
      says       text NOT NULL DEFAULT '',
      by_office  text NOT NULL,
      office_id  text NOT NULL,
      account_id text,
      at         timestamptz NOT NULL,
      CONSTRAINT import_outcome_pkey PRIMARY KEY (import_id, number),
      CONSTRAINT import_outcome_of_days CHECK (outcome <> 'asked' OR period_from <= period_to),
      CONSTRAINT import_outcome_has_days CHECK (outcome <> 'asked' OR (period_from IS NOT NULL AND period_to IS NOT NULL)),
      CONSTRAINT import_outcome_of FOREIGN KEY (import_id, body_id) REFERENCES open_books.import (id, body_id)
    );
    ${privateTable('open_books.import_outcome', 'who asked for payments to be published, and what a second officer made of it')}

    -- How an officer said that files with these headings are to be read: the newest counts, and is used again next month.
    CREATE TABLE open_books.mapping (
      body_id    text NOT NULL,
      headings   text NOT NULL,
      number     int NOT NULL CONSTRAINT mapping_counts CHECK (number > 0),
      reads      jsonb NOT NULL,
      decided_by text NOT NULL,
      decided_at timestamptz NOT NULL,
      CONSTRAINT mapping_pkey PRIMARY KEY (body_id, headings, number)
    );
    ${privateTable('open_books.mapping', 'how a body’s officers said that their files are to be read')}
  `,
};
