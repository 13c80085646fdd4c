import { type Migration, privateTable } from '#platform/db';

export const imports: Migration = {
  name: '0012-imports',
  up: `
    CREATE TABLE governance.import (
      id          text CONSTRAINT import_pkey PRIMARY KEY,
      brought     bigint GENERATED ALWAYS AS IDENTITY,
      body_id     text NOT NULL,
      kind        text NOT NULL CONSTRAINT import_kind CHECK (kind IN ('decisions', 'meetings')),
      filename    text NOT NULL,
      sha256      text NOT NULL,
      bytes       bytea,
      findings    jsonb NOT NULL,
      checked_at  timestamptz NOT NULL,
      checked_by  text NOT NULL,
      started_at  timestamptz,
      mode        text CONSTRAINT import_mode CHECK (mode IN ('all', 'good')),
      corrections boolean NOT NULL DEFAULT false,
      done        int NOT NULL DEFAULT 0,
      moved_at    timestamptz,
      finished_at timestamptz,
      outcome     jsonb,
      CONSTRAINT import_starts_in_a_mode CHECK ((started_at IS NULL) = (mode IS NULL)),
      CONSTRAINT import_finishes_after_it_starts CHECK (finished_at IS NULL OR started_at IS NOT NULL)
    );
    CREATE INDEX import_by_body ON governance.import (body_id, brought DESC);
    GRANT UPDATE ON governance.import TO accord_app;
    ${privateTable('governance.import', 'files of another system that a body’s officers bring in, and how far that is')}
  `,
};
