import type { Migration } from '#platform/db';

export const drafts: Migration = {
  name: '0005-drafts',
  up: `
    CREATE TABLE register.draft (
      body_id     register.slug NOT NULL CONSTRAINT draft_of_body REFERENCES register.body,
      about       text NOT NULL,
      version     int NOT NULL CONSTRAINT draft_version_positive CHECK (version > 0),
      answers     jsonb NOT NULL CONSTRAINT draft_of_ordinary_size CHECK (pg_column_size(answers) < 65536),
      seen        int NOT NULL,
      prepared_by text NOT NULL,
      saved_at    timestamptz NOT NULL,
      CONSTRAINT draft_pkey PRIMARY KEY (body_id, about)
    );
    ALTER TABLE register.draft ENABLE ROW LEVEL SECURITY;
    ALTER TABLE register.draft FORCE ROW LEVEL SECURITY;
    CREATE POLICY own_body ON register.draft USING (body_id = nullif(current_setting('accord.body', true), ''));
    GRANT UPDATE, DELETE ON register.draft TO accord_app;
    COMMENT ON TABLE register.draft IS 'private: answers a body''s officers have given and not yet published';
  `,
};
