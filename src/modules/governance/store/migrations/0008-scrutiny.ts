import type { Migration } from '#platform/db';

export const scrutiny: Migration = {
  name: '0008-scrutiny',
  up: `
    CREATE TABLE governance.scrutiny_report (
      id           text CONSTRAINT scrutiny_report_pkey PRIMARY KEY,
      body_id      text NOT NULL,
      reference    text NOT NULL,
      title        text NOT NULL CONSTRAINT scrutiny_report_titled CHECK (title <> ''),
      made_on      date NOT NULL,
      committee_id text CONSTRAINT scrutiny_report_by_committee REFERENCES governance.committee,
      committee    text NOT NULL CONSTRAINT scrutiny_report_made_by CHECK (committee <> ''),
      addressed_to text NOT NULL,
      received_on  date,
      places       text[] NOT NULL DEFAULT '{}',
      topics       text[] NOT NULL DEFAULT '{}',
      source       text NOT NULL,
      published_on date NOT NULL,
      published_by text NOT NULL,
      recorded_at  timestamptz NOT NULL,
      CONSTRAINT scrutiny_report_reference_once UNIQUE (body_id, reference),
      CONSTRAINT scrutiny_report_received_after_it_is_made CHECK (received_on >= made_on),
      CONSTRAINT scrutiny_report_published_after_it_is_made CHECK (published_on >= made_on)
    );
    CREATE INDEX scrutiny_report_by_committee_day ON governance.scrutiny_report (committee_id, made_on);
    CREATE INDEX scrutiny_report_by_day ON governance.scrutiny_report (made_on DESC, id);
    COMMENT ON TABLE governance.scrutiny_report IS 'public: what scrutiny committees recommended, as published';

    CREATE TABLE governance.recommendation (
      report_id text NOT NULL CONSTRAINT recommendation_of_report REFERENCES governance.scrutiny_report,
      position  int NOT NULL,
      number    text NOT NULL CONSTRAINT recommendation_numbered CHECK (number <> ''),
      text      text NOT NULL CONSTRAINT recommendation_written CHECK (text <> ''),
      CONSTRAINT recommendation_pkey PRIMARY KEY (report_id, position),
      CONSTRAINT recommendation_number_once UNIQUE (report_id, number)
    );
    COMMENT ON TABLE governance.recommendation IS 'public: the numbered recommendations of a scrutiny report';

    CREATE TABLE governance.condition (
      report_id      text NOT NULL,
      key            text NOT NULL,
      recommendation int NOT NULL,
      position       int NOT NULL,
      number         text NOT NULL CONSTRAINT condition_numbered CHECK (number <> ''),
      text           text NOT NULL CONSTRAINT condition_written CHECK (text <> ''),
      CONSTRAINT condition_pkey PRIMARY KEY (report_id, key),
      CONSTRAINT condition_of_recommendation FOREIGN KEY (report_id, recommendation)
        REFERENCES governance.recommendation (report_id, position)
    );
    COMMENT ON TABLE governance.condition IS 'public: under what conditions scrutiny supports a recommendation';

    CREATE TABLE governance.condition_fact (
      report_id     text NOT NULL,
      condition_key text NOT NULL,
      position      int NOT NULL,
      kind          text NOT NULL CONSTRAINT condition_fact_kind
        CHECK (kind IN ('watched', 'met', 'reopened', 'moved', 'agreed', 'slipped', 'reading')),
      on_day        date NOT NULL,
      says          text NOT NULL,
      source        text NOT NULL,
      by_office     text NOT NULL,
      to_day        date,
      value         numeric,
      watch_kind    text CONSTRAINT condition_fact_watch CHECK (watch_kind IN ('milestone', 'report', 'figure')),
      what          text,
      comparison    text CONSTRAINT condition_fact_comparison
        CHECK (comparison IN ('at-least', 'at-most', 'more-than', 'less-than')),
      threshold     numeric,
      unit          text,
      recorded_at   timestamptz NOT NULL,
      CONSTRAINT condition_fact_pkey PRIMARY KEY (report_id, condition_key, position),
      CONSTRAINT fact_of_condition FOREIGN KEY (report_id, condition_key) REFERENCES governance.condition,
      CONSTRAINT condition_fact_says_what_it_watches CHECK ((kind = 'watched') = (watch_kind IS NOT NULL)),
      CONSTRAINT condition_fact_says_its_value CHECK ((kind = 'reading') = (value IS NOT NULL))
    );
    CREATE INDEX condition_fact_by_figure ON governance.condition_fact (what) WHERE watch_kind = 'figure';
    COMMENT ON TABLE governance.condition_fact IS 'public: what was done about a condition, and when';

    CREATE TABLE governance.scrutiny_response (
      report_id      text NOT NULL,
      position       int NOT NULL,
      recommendation text NOT NULL,
      on_day         date NOT NULL,
      outcome        text NOT NULL CONSTRAINT scrutiny_response_outcome
        CHECK (outcome IN ('accepted', 'accepted-in-part', 'not-accepted')),
      reasons        text NOT NULL,
      decision_id    text CONSTRAINT scrutiny_response_by_decision REFERENCES governance.decision,
      clause         text,
      by_office      text NOT NULL,
      source         text NOT NULL,
      recorded_at    timestamptz NOT NULL,
      CONSTRAINT scrutiny_response_pkey PRIMARY KEY (report_id, position),
      CONSTRAINT scrutiny_response_to_recommendation FOREIGN KEY (report_id, recommendation)
        REFERENCES governance.recommendation (report_id, number),
      CONSTRAINT scrutiny_response_clause_of_decision CHECK ((decision_id IS NULL) = (clause IS NULL))
    );
    CREATE INDEX scrutiny_response_by_decision ON governance.scrutiny_response (decision_id);
    COMMENT ON TABLE governance.scrutiny_response IS 'public: what the executive answered to scrutiny’s recommendations';
  `,
};
