import type { Migration } from '#platform/db';

export const agreements: Migration = {
  name: '0003-agreements',
  up: `
    CREATE TABLE agreements.agreement (
      id              text CONSTRAINT agreement_pkey PRIMARY KEY CHECK (id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
      kind            text NOT NULL CONSTRAINT agreement_kind
        CHECK (kind IN ('local-area-agreement', 'statement-of-intent', 'plan', 'other')),
      body_id         text NOT NULL,
      renews          text CONSTRAINT agreement_renews REFERENCES agreements.agreement,
      part_of         text CONSTRAINT agreement_part_of REFERENCES agreements.agreement,
      place_id        text,
      most_designated int CONSTRAINT agreement_most_designated CHECK (most_designated > 0),
      is_illustrative boolean NOT NULL DEFAULT false,
      recorded_at     timestamptz NOT NULL
    );
    COMMENT ON TABLE agreements.agreement IS
      'public: agreements between bodies; part_of and place_id make one the chapter of a district';

    -- Never edited: whatever changes is another version.
    CREATE TABLE agreements.agreement_version (
      agreement_id text NOT NULL CONSTRAINT agreement_version_of REFERENCES agreements.agreement,
      number       int NOT NULL CONSTRAINT agreement_version_counts CHECK (number > 0),
      title        text NOT NULL CONSTRAINT agreement_titled CHECK (title <> ''),
      summary      text NOT NULL DEFAULT '',
      framework_id text CONSTRAINT agreement_framework REFERENCES agreements.framework,
      term_from    date,
      term_until   date,
      principles   jsonb NOT NULL DEFAULT '[]',
      sections     jsonb NOT NULL DEFAULT '[]',
      proposal_id  text,
      changed      text NOT NULL DEFAULT '',
      reason       text NOT NULL DEFAULT '',
      source       text NOT NULL,
      certainty    text NOT NULL,
      on_day       date NOT NULL,
      published_by text NOT NULL,
      recorded_at  timestamptz NOT NULL,
      CONSTRAINT agreement_version_pkey PRIMARY KEY (agreement_id, number),
      CONSTRAINT agreement_ends_after_it_begins CHECK (term_until > term_from)
    );
    CREATE INDEX agreement_version_by_proposal ON agreements.agreement_version (proposal_id);
    COMMENT ON TABLE agreements.agreement_version IS
      'public: what an agreement says, version by version, and the joint proposal by which it is signed';

    CREATE TABLE agreements.agreement_party (
      agreement_id text NOT NULL,
      version      int NOT NULL,
      position     int NOT NULL,
      body_id      text NOT NULL,
      capacity     text NOT NULL CONSTRAINT agreement_party_capacity CHECK (capacity IN ('lead', 'party', 'partner')),
      CONSTRAINT agreement_party_pkey PRIMARY KEY (agreement_id, version, body_id),
      CONSTRAINT agreement_party_of FOREIGN KEY (agreement_id, version) REFERENCES agreements.agreement_version
    );
    CREATE INDEX agreement_party_by_body ON agreements.agreement_party (body_id);
    COMMENT ON TABLE agreements.agreement_party IS 'public: who is party to a version of an agreement';

    CREATE TABLE agreements.agreement_stage (
      agreement_id text NOT NULL CONSTRAINT agreement_stage_of REFERENCES agreements.agreement,
      position     int NOT NULL,
      stage        text NOT NULL,
      on_day       date NOT NULL,
      precision    text NOT NULL DEFAULT 'day' CONSTRAINT agreement_stage_precision
        CHECK (precision IN ('day', 'month', 'season', 'year')),
      says         text NOT NULL DEFAULT '',
      decision_id  text,
      source       text NOT NULL,
      certainty    text NOT NULL,
      by_office    text NOT NULL,
      recorded_at  timestamptz NOT NULL,
      CONSTRAINT agreement_stage_pkey PRIMARY KEY (agreement_id, position)
    );
    COMMENT ON TABLE agreements.agreement_stage IS 'public: the stages an agreement reached, each on its day';
  `,
};
