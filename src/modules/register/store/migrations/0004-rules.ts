import type { Migration } from '#platform/db';

export const rules: Migration = {
  name: '0004-rules',
  up: `
    CREATE TABLE register.rule_version (
      body_id     register.slug CONSTRAINT rule_of_body REFERENCES register.body,
      key         text NOT NULL,
      version     int NOT NULL CONSTRAINT rule_version_positive CHECK (version > 0),
      value       jsonb,
      note        text,
      reason      text,
      valid_from  date,
      valid_until date,
      source      text NOT NULL,
      certainty   register.certainty NOT NULL,
      recorded_on date NOT NULL,
      replaced_on date,
      CONSTRAINT rule_version_once UNIQUE NULLS NOT DISTINCT (body_id, key, version),
      CONSTRAINT rule_ends_after_it_begins CHECK (valid_until > valid_from)
    );
    GRANT UPDATE (replaced_on) ON register.rule_version TO accord_app;
    COMMENT ON TABLE register.rule_version IS
      'public: dated versions of each body''s rules; those without a body are the law''s; a correction adds a version';
  `,
};
