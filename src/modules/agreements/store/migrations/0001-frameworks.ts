import type { Migration } from '#platform/db';

export const frameworks: Migration = {
  name: '0001-frameworks',
  up: `
    CREATE TABLE agreements.framework (
      id              text CONSTRAINT framework_pkey PRIMARY KEY CHECK (id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
      title           text NOT NULL CONSTRAINT framework_titled CHECK (title <> ''),
      kind            text NOT NULL CONSTRAINT framework_kind CHECK (kind IN ('agreement', 'plan', 'indicator-set')),
      body_id         text,
      summary         text NOT NULL DEFAULT '',
      from_day        date,
      until_day       date,
      is_illustrative boolean NOT NULL DEFAULT false,
      source          text NOT NULL CONSTRAINT framework_sourced CHECK (source <> ''),
      certainty       text NOT NULL,
      published_by    text NOT NULL,
      published_at    timestamptz NOT NULL,
      CONSTRAINT framework_ends_after_it_begins CHECK (until_day > from_day)
    );
    COMMENT ON TABLE agreements.framework IS 'public: sets of outcomes and indicators, as published';

    CREATE TABLE agreements.theme (
      framework_id text NOT NULL CONSTRAINT theme_of_framework REFERENCES agreements.framework,
      number       int NOT NULL,
      title        text NOT NULL CONSTRAINT theme_titled CHECK (title <> ''),
      CONSTRAINT theme_pkey PRIMARY KEY (framework_id, number)
    );
    COMMENT ON TABLE agreements.theme IS 'public: the themes of a framework';

    CREATE TABLE agreements.outcome (
      id           text CONSTRAINT outcome_pkey PRIMARY KEY,
      framework_id text NOT NULL CONSTRAINT outcome_of_framework REFERENCES agreements.framework,
      number       int NOT NULL,
      theme        int,
      title        text NOT NULL CONSTRAINT outcome_titled CHECK (title <> ''),
      says         text NOT NULL DEFAULT '',
      concerns     text NOT NULL CONSTRAINT outcome_concerns CHECK (concerns IN ('population', 'performance')),
      cites        text NOT NULL DEFAULT '',
      source       text NOT NULL,
      certainty    text NOT NULL,
      CONSTRAINT outcome_number_once UNIQUE (framework_id, number),
      CONSTRAINT outcome_in_framework CHECK (id = framework_id || '/' || number),
      CONSTRAINT outcome_of_theme FOREIGN KEY (framework_id, theme) REFERENCES agreements.theme
    );
    COMMENT ON TABLE agreements.outcome IS 'public: the outcomes of a framework, in our own words where the source is quoted';

    CREATE TABLE agreements.crosswalk (
      from_outcome text NOT NULL CONSTRAINT crosswalk_from REFERENCES agreements.outcome,
      to_outcome   text NOT NULL CONSTRAINT crosswalk_to REFERENCES agreements.outcome,
      relation     text NOT NULL CONSTRAINT crosswalk_relation CHECK (relation IN ('same', 'close', 'part-of')),
      says         text NOT NULL DEFAULT '',
      source       text NOT NULL,
      certainty    text NOT NULL,
      CONSTRAINT crosswalk_pkey PRIMARY KEY (from_outcome, to_outcome)
    );
    CREATE INDEX crosswalk_back ON agreements.crosswalk (to_outcome);
    COMMENT ON TABLE agreements.crosswalk IS 'public: which outcomes of different frameworks answer to each other';
  `,
};
