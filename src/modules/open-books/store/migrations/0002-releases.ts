import type { Migration } from '#platform/db';

export const releases: Migration = {
  name: '0002-releases',
  up: `
    -- Never edited: a release is whole from the moment it is there, and its files lie in the published folder under its id.
    CREATE TABLE open_books.release (
      id               text CONSTRAINT release_pkey PRIMARY KEY CHECK (id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
      body_id          text NOT NULL,
      dataset          text NOT NULL CONSTRAINT release_dataset CHECK (dataset IN ('spending', 'procurement-card')),
      version          int NOT NULL CONSTRAINT release_version_counts CHECK (version > 0),
      period_from      date NOT NULL,
      period_to        date NOT NULL,
      supersedes       text[] NOT NULL DEFAULT '{}',
      rows_published   bigint NOT NULL,
      pence_published  bigint NOT NULL,
      rows_set_aside   bigint NOT NULL,
      pence_set_aside  bigint NOT NULL,
      report           jsonb NOT NULL,
      files            jsonb NOT NULL,
      source           text NOT NULL CONSTRAINT release_sourced CHECK (source <> ''),
      is_illustrative  boolean NOT NULL DEFAULT false,
      prepared_by      text NOT NULL,
      approved_by      text NOT NULL,
      published_at     timestamptz NOT NULL,
      CONSTRAINT release_version UNIQUE (body_id, dataset, period_from, period_to, version),
      CONSTRAINT release_period CHECK (period_from <= period_to)
    );
    CREATE INDEX release_by_body ON open_books.release (body_id, period_from);
    COMMENT ON TABLE open_books.release IS 'public: payments published together, whole and unchangeable';

    CREATE TABLE open_books.release_withdrawal (
      release_id   text CONSTRAINT release_withdrawal_pkey PRIMARY KEY
        CONSTRAINT release_withdrawal_of REFERENCES open_books.release,
      body_id      text NOT NULL,
      reason       text NOT NULL CONSTRAINT release_withdrawal_reasoned CHECK (reason <> ''),
      by_office    text NOT NULL,
      withdrawn_at timestamptz NOT NULL
    );
    COMMENT ON TABLE open_books.release_withdrawal IS
      'public: releases that no longer count, and why; their files stay';
  `,
};
