import type { Migration } from '#platform/db';

export const offices: Migration = {
  name: '0003-offices',
  up: `
    CREATE DOMAIN register.office_id AS text CONSTRAINT office_id_shape
      CHECK (VALUE ~ '^[a-z0-9]+(-[a-z0-9]+)*\\.[a-z0-9]+(-[a-z0-9]+)*$' AND length(VALUE) <= 170);
    CREATE TABLE register.office (
      id      register.office_id CONSTRAINT office_pkey PRIMARY KEY,
      body_id register.slug NOT NULL CONSTRAINT office_of_body REFERENCES register.body
    );
    CREATE INDEX office_by_body ON register.office (body_id);
    COMMENT ON TABLE register.office IS 'public: the lasting identity of an office; all else about it is dated';

    CREATE TABLE register.office_version (
      office_id   register.office_id NOT NULL CONSTRAINT office_version_of_office REFERENCES register.office,
      version     int NOT NULL CONSTRAINT office_version_positive CHECK (version > 0),
      title       text NOT NULL CONSTRAINT office_title_present CHECK (title <> '' AND length(title) <= 120),
      role        text,
      voting      boolean,
      reason      text NOT NULL,
      valid_from  date,
      valid_until date,
      source      text NOT NULL,
      certainty   register.certainty NOT NULL,
      recorded_on date NOT NULL,
      replaced_on date,
      CONSTRAINT office_version_pkey PRIMARY KEY (office_id, version),
      CONSTRAINT office_ends_after_it_begins CHECK (valid_until > valid_from)
    );
    CREATE UNIQUE INDEX office_one_current_version ON register.office_version (office_id) WHERE replaced_on IS NULL;
    GRANT UPDATE (replaced_on) ON register.office_version TO accord_app;
    COMMENT ON TABLE register.office_version IS 'public: what was recorded of an office, and when';

    CREATE TABLE register.person (
      id          text CONSTRAINT person_pkey PRIMARY KEY,
      name        text NOT NULL CONSTRAINT person_named CHECK (name <> '' AND length(name) <= 120),
      recorded_on date NOT NULL
    );
    COMMENT ON TABLE register.person IS 'public: people who hold public office, by name and nothing else';

    CREATE TABLE register.holding (
      id               text NOT NULL,
      version          int NOT NULL CONSTRAINT holding_version_positive CHECK (version > 0),
      office_id        register.office_id NOT NULL CONSTRAINT holding_of_office REFERENCES register.office,
      person_id        text CONSTRAINT holding_by_person REFERENCES register.person,
      holder_office_id register.office_id CONSTRAINT holding_by_office REFERENCES register.office,
      on_behalf_of     register.slug CONSTRAINT holding_on_behalf_of_body REFERENCES register.body,
      mandate          text,
      reason           text NOT NULL,
      valid_from       date,
      valid_until      date,
      source           text NOT NULL,
      certainty        register.certainty NOT NULL,
      recorded_on      date NOT NULL,
      replaced_on      date,
      CONSTRAINT holding_pkey PRIMARY KEY (id, version),
      CONSTRAINT holding_by_one_holder CHECK ((person_id IS NULL) <> (holder_office_id IS NULL)),
      CONSTRAINT holding_ends_after_it_begins CHECK (valid_until > valid_from),
      CONSTRAINT holding_mandate_from_a_body CHECK (mandate IS NULL OR on_behalf_of IS NOT NULL)
    );
    CREATE UNIQUE INDEX holding_one_current_version ON register.holding (id) WHERE replaced_on IS NULL;
    CREATE INDEX holding_by_office ON register.holding (office_id);
    GRANT UPDATE (replaced_on) ON register.holding TO accord_app;
    COMMENT ON TABLE register.holding IS 'public: who held which office, from when to when, on whose behalf';
  `,
};
