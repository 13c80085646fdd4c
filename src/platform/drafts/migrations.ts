import { type Migration, privateTable } from '#platform/db';

const drafts: Migration = {
  name: '0001-drafts',
  up: `
    CREATE TABLE drafts.draft (
      id          text CONSTRAINT draft_pkey PRIMARY KEY,
      body_id     text NOT NULL,
      kind        text NOT NULL,
      about       text,
      version     int NOT NULL CONSTRAINT draft_version_positive CHECK (version > 0),
      answers     jsonb NOT NULL CONSTRAINT draft_of_ordinary_size CHECK (pg_column_size(answers) < 262144),
      prepared_by text NOT NULL,
      saved_at    timestamptz NOT NULL
    );
    CREATE INDEX draft_by_body ON drafts.draft (body_id, kind, saved_at DESC);
    GRANT UPDATE, DELETE ON drafts.draft TO accord_app;
    ${privateTable('drafts.draft', 'answers a body’s officers have given and not yet published')}
  `,
};

export const migrations: readonly Migration[] = [drafts];
