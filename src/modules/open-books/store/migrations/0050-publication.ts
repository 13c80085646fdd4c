import { type Migration, privateTable } from '#platform/db';

/**
 * Approvals of payments that are being published or were: what a second officer approved is gone on with whatever stops the machine, and
 * whoever waits is told how far it is.
 */
export const publication: Migration = {
  name: '0050-publication',
  up: `
    CREATE TABLE open_books.publication (
      import_id text NOT NULL,
      body_id   text NOT NULL,
      number    int NOT NULL CONSTRAINT publication_counts CHECK (number > 0),
      -- The officer who approved, as the office was held then.
      approver  jsonb NOT NULL,
      -- How much had been said of the import when it was approved: what is said later speaks of another approval.
      outcomes  int NOT NULL,
      begun_at  timestamptz NOT NULL,
      step      text NOT NULL DEFAULT 'approved'
        CONSTRAINT publication_step CHECK (step IN ('approved', 'rows', 'views', 'suppliers', 'together')),
      moved_at  timestamptz NOT NULL,
      ended_at  timestamptz,
      -- Why nothing came of it; null where the payments are published.
      refused   jsonb,
      -- What was made of it, the last where each month is a release.
      release   text,
      CONSTRAINT publication_pkey PRIMARY KEY (import_id, number),
      CONSTRAINT publication_of FOREIGN KEY (import_id, body_id) REFERENCES open_books.import (id, body_id),
      CONSTRAINT publication_ends_with_something CHECK ((refused IS NULL OR release IS NULL) AND (ended_at IS NULL) = (refused IS NULL AND release IS NULL))
    );
    -- One at a time.
    CREATE UNIQUE INDEX publication_under_way ON open_books.publication (import_id) WHERE ended_at IS NULL;
    GRANT UPDATE ON open_books.publication TO accord_app;
    ${privateTable('open_books.publication', 'which approved payments are being published, and how far that is')}
  `,
};
