import type { Migration } from '#platform/db';

export const bodies: Migration = {
  name: '0001-bodies',
  up: `
    CREATE DOMAIN register.slug AS text
      CONSTRAINT slug_shape CHECK (VALUE ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(VALUE) <= 80);
    CREATE DOMAIN register.certainty AS text
      CONSTRAINT certainty_known CHECK (VALUE IN
        ('stated', 'verified', 'confirmed', 'confident', 'computed', 'unsure', 'assumed', 'illustrative'));

    CREATE TABLE register.body (
      id          register.slug CONSTRAINT body_pkey PRIMARY KEY,
      kind        text NOT NULL CONSTRAINT body_kind_known CHECK (kind IN
        ('county-council', 'district-council', 'unitary-council', 'parish-council', 'joint-committee', 'forum',
         'partnership', 'public-body')),
      tier        text CONSTRAINT body_tier_known CHECK (tier IN ('upper', 'lower', 'single')),
      gss         text CONSTRAINT body_gss_shape CHECK (gss ~ '^[EWSN][0-9]{8}$'),
      founded     date,
      note        text,
      source      text NOT NULL,
      certainty   register.certainty NOT NULL,
      recorded_on date NOT NULL
    );
    COMMENT ON TABLE register.body IS 'public: what never changes about a body; when it ended is in its succession';

    CREATE TABLE register.body_name (
      id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      body_id     register.slug NOT NULL CONSTRAINT body_name_of_body REFERENCES register.body,
      name        text NOT NULL CONSTRAINT body_name_present CHECK (name <> '' AND length(name) <= 120),
      usage       text NOT NULL CONSTRAINT body_name_usage_known CHECK (usage IN ('official', 'alias')),
      valid_from  date,
      valid_until date,
      source      text NOT NULL,
      certainty   register.certainty NOT NULL,
      recorded_on date NOT NULL,
      replaced_on date,
      CONSTRAINT body_name_ends_after_it_begins CHECK (valid_until > valid_from)
    );
    CREATE INDEX body_name_by_body ON register.body_name (body_id);
    GRANT UPDATE (replaced_on) ON register.body_name TO accord_app;
    COMMENT ON TABLE register.body_name IS 'public: every name a body went by, and when';

    CREATE TABLE register.body_details (
      body_id     register.slug NOT NULL CONSTRAINT body_details_of_body REFERENCES register.body,
      version     int NOT NULL CONSTRAINT body_details_version_positive CHECK (version > 0),
      homepage    text NOT NULL,
      address     text NOT NULL,
      email       text NOT NULL,
      phone       text NOT NULL,
      description text NOT NULL,
      reason      text NOT NULL,
      valid_from  date,
      valid_until date,
      source      text NOT NULL,
      certainty   register.certainty NOT NULL,
      recorded_on date NOT NULL,
      replaced_on date,
      CONSTRAINT body_details_pkey PRIMARY KEY (body_id, version),
      CONSTRAINT body_details_end_after_they_begin CHECK (valid_until > valid_from)
    );
    GRANT UPDATE (replaced_on) ON register.body_details TO accord_app;
    COMMENT ON TABLE register.body_details IS 'public: dated versions of how to reach a body and what it says of itself';

    CREATE TABLE register.succession (
      predecessor register.slug NOT NULL CONSTRAINT succession_from_body REFERENCES register.body,
      successor   register.slug CONSTRAINT succession_to_body REFERENCES register.body,
      on_day      date NOT NULL,
      kind        text NOT NULL CONSTRAINT succession_kind_known CHECK (kind IN ('merge', 'split', 'end')),
      reason      text NOT NULL,
      source      text NOT NULL,
      certainty   register.certainty NOT NULL,
      recorded_on date NOT NULL,
      CONSTRAINT succession_once UNIQUE NULLS NOT DISTINCT (predecessor, successor),
      CONSTRAINT succession_to_another CHECK (predecessor <> successor),
      CONSTRAINT succession_end_has_no_successor CHECK ((kind = 'end') = (successor IS NULL))
    );
    CREATE INDEX succession_by_successor ON register.succession (successor);
    COMMENT ON TABLE register.succession IS 'public: which body ended when, and what took its place';

    CREATE TABLE register.closure (
      id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      body_id      register.slug NOT NULL CONSTRAINT closure_of_body REFERENCES register.body,
      day          date NOT NULL,
      reason       text NOT NULL,
      source       text NOT NULL,
      recorded_on  date NOT NULL,
      withdrawn_on date
    );
    CREATE UNIQUE INDEX closure_once ON register.closure (body_id, day) WHERE withdrawn_on IS NULL;
    GRANT UPDATE (withdrawn_on) ON register.closure TO accord_app;
    COMMENT ON TABLE register.closure IS 'public: days on which a body''s offices are closed';

    CREATE TABLE register.partner_duty (
      id        register.slug PRIMARY KEY,
      position  int NOT NULL,
      title     text NOT NULL,
      duty_of   text NOT NULL CONSTRAINT partner_duty_of_known CHECK (duty_of IN ('every-partner', 'lead-county-council')),
      law       text NOT NULL,
      source    text NOT NULL,
      certainty register.certainty NOT NULL
    );
    COMMENT ON TABLE register.partner_duty IS 'public: duties in making a local area agreement';

    CREATE TABLE register.partner_kind (
      id        register.slug PRIMARY KEY,
      position  int NOT NULL,
      title     text NOT NULL,
      duties    text[] NOT NULL,
      source    text NOT NULL,
      certainty register.certainty NOT NULL
    );
    COMMENT ON TABLE register.partner_kind IS 'public: kinds of body the law names as partners of a local area agreement';
  `,
};
