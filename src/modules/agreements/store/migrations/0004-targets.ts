import type { Migration } from '#platform/db';

export const targets: Migration = {
  name: '0004-targets',
  up: `
    CREATE TABLE agreements.target (
      id              text CONSTRAINT target_pkey PRIMARY KEY,
      agreement_id    text NOT NULL CONSTRAINT target_of_agreement REFERENCES agreements.agreement,
      outcome_id      text CONSTRAINT target_for_outcome REFERENCES agreements.outcome,
      series_id       text NOT NULL CONSTRAINT target_of_series REFERENCES agreements.series,
      area_id         text NOT NULL,
      standing        text NOT NULL CONSTRAINT target_standing CHECK (standing IN ('designated', 'local', 'statutory')),
      number          int NOT NULL,
      part_of         text CONSTRAINT target_part_of REFERENCES agreements.target,
      is_illustrative boolean NOT NULL DEFAULT false,
      recorded_at     timestamptz NOT NULL,
      CONSTRAINT target_number_once UNIQUE (agreement_id, number),
      CONSTRAINT target_in_agreement CHECK (id = agreement_id || '/' || number)
    );
    CREATE INDEX target_by_series ON agreements.target (series_id, area_id);
    CREATE INDEX target_by_outcome ON agreements.target (outcome_id);
    COMMENT ON TABLE agreements.target IS 'public: what an agreement sets out to reach, one per series and area';

    -- Never edited: whatever changes is another version, with its reason and fresh consents.
    CREATE TABLE agreements.target_version (
      target_id        text NOT NULL CONSTRAINT target_version_of REFERENCES agreements.target,
      number           int NOT NULL CONSTRAINT target_version_counts CHECK (number > 0),
      lead_body        text NOT NULL,
      baseline         numeric,
      baseline_from    date NOT NULL,
      baseline_to      date NOT NULL,
      baseline_status  text NOT NULL CONSTRAINT target_baseline_status CHECK (baseline_status IN
        ('estimate', 'provisional', 'final', 'revised', 'to-be-set')),
      without          numeric,
      reason           text NOT NULL DEFAULT '',
      put_on           date NOT NULL,
      put_by           text NOT NULL,
      by_body          text NOT NULL,
      source           text NOT NULL,
      certainty        text NOT NULL,
      recorded_at      timestamptz NOT NULL,
      CONSTRAINT target_version_pkey PRIMARY KEY (target_id, number),
      CONSTRAINT target_baseline_or_to_be_set CHECK ((baseline IS NULL) = (baseline_status = 'to-be-set')),
      CONSTRAINT target_baseline_period CHECK (baseline_from <= baseline_to)
    );
    COMMENT ON TABLE agreements.target_version IS
      'public: a target, version by version: baseline, what was expected without the agreement, who leads';

    CREATE TABLE agreements.target_value (
      target_id   text NOT NULL,
      version     int NOT NULL,
      period_from date NOT NULL,
      period_to   date NOT NULL,
      value       numeric NOT NULL,
      floor       numeric,
      stretch     numeric,
      CONSTRAINT target_value_pkey PRIMARY KEY (target_id, version, period_to),
      CONSTRAINT target_value_of FOREIGN KEY (target_id, version) REFERENCES agreements.target_version,
      CONSTRAINT target_value_period CHECK (period_from <= period_to)
    );
    COMMENT ON TABLE agreements.target_value IS 'public: what a version of a target sets for each year';

    CREATE TABLE agreements.target_partner (
      target_id text NOT NULL,
      version   int NOT NULL,
      position  int NOT NULL,
      body_id   text NOT NULL,
      CONSTRAINT target_partner_pkey PRIMARY KEY (target_id, version, body_id),
      CONSTRAINT target_partner_of FOREIGN KEY (target_id, version) REFERENCES agreements.target_version
    );
    CREATE INDEX target_partner_by_body ON agreements.target_partner (body_id);
    COMMENT ON TABLE agreements.target_partner IS 'public: whom a version of a target binds';

    -- A partner’s answer points at that partner’s own decision.
    CREATE TABLE agreements.target_answer (
      target_id   text NOT NULL,
      version     int NOT NULL,
      body_id     text NOT NULL,
      position    int NOT NULL,
      answer      text NOT NULL CONSTRAINT target_answer_is CHECK (answer IN ('consents', 'refuses', 'withdraws')),
      decision_id text,
      clause      text,
      on_day      date NOT NULL,
      says        text NOT NULL DEFAULT '',
      by_office   text NOT NULL,
      source      text NOT NULL,
      recorded_at timestamptz NOT NULL,
      CONSTRAINT target_answer_pkey PRIMARY KEY (target_id, version, body_id, position),
      CONSTRAINT target_answer_of FOREIGN KEY (target_id, version, body_id) REFERENCES agreements.target_partner,
      CONSTRAINT target_consent_is_a_decision CHECK (answer <> 'consents' OR decision_id IS NOT NULL),
      CONSTRAINT target_answer_gives_reason CHECK (answer = 'consents' OR says <> '')
    );
    CREATE INDEX target_answer_by_decision ON agreements.target_answer (decision_id);
    COMMENT ON TABLE agreements.target_answer IS 'public: each partner’s consent, refusal or withdrawal, dated';
  `,
};
