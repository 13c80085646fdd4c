import type { Migration } from '#platform/db';

export const decisions: Migration = {
  name: '0003-decisions',
  up: `
    CREATE TABLE governance.decision (
      id                 text CONSTRAINT decision_pkey PRIMARY KEY,
      body_id            text NOT NULL,
      reference          text NOT NULL,
      title              text NOT NULL CONSTRAINT decision_titled CHECK (title <> ''),
      issue              text NOT NULL DEFAULT '',
      maker_kind         text NOT NULL CONSTRAINT decision_maker_kind CHECK (maker_kind IN ('cabinet',
        'cabinet-committee', 'cabinet-member', 'leader', 'officer', 'joint-committee', 'area-committee',
        'council', 'committee', 'ward-councillor', 'forum')),
      decision_maker     text NOT NULL CONSTRAINT decision_made_by CHECK (decision_maker <> ''),
      committee_id       text CONSTRAINT decision_by_committee REFERENCES governance.committee,
      taken_on           date NOT NULL,
      is_executive       boolean NOT NULL,
      is_key             boolean NOT NULL,
      key_reasons        text NOT NULL DEFAULT '',
      notice_id          text,
      meeting_id         text,
      item_id            text,
      reasons            text NOT NULL DEFAULT '',
      alternatives       text[],
      conflicts          jsonb,
      reports            text[],
      background_papers  text[],
      relied_on          text[] NOT NULL DEFAULT '{}',
      shorter_regulation int CONSTRAINT decision_shorter_regulation CHECK (shorter_regulation IN (10, 11)),
      shorter_reasons    text NOT NULL DEFAULT '',
      call_in_by         date,
      call_in_sent_to    text NOT NULL DEFAULT '',
      not_open_because   text NOT NULL DEFAULT '',
      published_on       date NOT NULL,
      published_time     time,
      is_historic        boolean NOT NULL DEFAULT false,
      reconsiders        text CONSTRAINT decision_reconsiders REFERENCES governance.decision,
      places             text[] NOT NULL DEFAULT '{}',
      topics             text[] NOT NULL DEFAULT '{}',
      access             text NOT NULL DEFAULT 'open' CONSTRAINT decision_access
        CHECK (access IN ('open', 'part-exempt', 'exempt', 'confidential')),
      paragraphs         int[] NOT NULL DEFAULT '{}',
      public_interest    text NOT NULL DEFAULT '',
      source             text NOT NULL,
      published_by       text NOT NULL,
      external_reference text,
      recorded_at        timestamptz NOT NULL,
      CONSTRAINT decision_reference_once UNIQUE (body_id, reference),
      CONSTRAINT decision_external_reference_once UNIQUE (body_id, external_reference),
      CONSTRAINT decision_published_after_it_is_taken CHECK (published_on >= taken_on),
      CONSTRAINT decision_notice_once UNIQUE (notice_id, taken_on, decision_maker, title)
    );
    CREATE INDEX decision_by_day ON governance.decision (taken_on DESC, id);
    CREATE INDEX decision_by_body ON governance.decision (body_id, taken_on DESC);
    CREATE INDEX decision_by_publication ON governance.decision (published_on DESC);
    CREATE INDEX decision_by_meeting ON governance.decision (meeting_id) WHERE meeting_id IS NOT NULL;
    CREATE INDEX decision_by_places ON governance.decision USING gin (places);
    COMMENT ON TABLE governance.decision IS 'public: records of decisions as published, never edited';

    CREATE TABLE governance.clause (
      decision_id  text NOT NULL CONSTRAINT clause_of_decision REFERENCES governance.decision,
      position     int NOT NULL,
      number       text NOT NULL CONSTRAINT clause_numbered CHECK (number <> ''),
      effect       text NOT NULL CONSTRAINT clause_effect CHECK (effect IN ('executive', 'recommend-to-council',
        'agree-scrutiny-reference', 'delegate', 'note', 'endorse', 'request', 'resolve', 'recommend')),
      text         text NOT NULL CONSTRAINT clause_written CHECK (text <> ''),
      delegated_to text,
      limits       text,
      function     text,
      amount_pence bigint,
      CONSTRAINT clause_pkey PRIMARY KEY (decision_id, position),
      CONSTRAINT clause_number_once UNIQUE (decision_id, number),
      CONSTRAINT clause_delegates_to_somebody CHECK ((effect = 'delegate') = (delegated_to IS NOT NULL))
    );
    COMMENT ON TABLE governance.clause IS 'public: the numbered paragraphs of a decision, each with its effect';

    CREATE TABLE governance.waiver (
      decision_id   text CONSTRAINT waiver_pkey PRIMARY KEY CONSTRAINT waiver_of_decision REFERENCES governance.decision,
      agreed_at     timestamptz NOT NULL,
      agreed_by     text NOT NULL,
      reasons       text NOT NULL,
      is_reasonable boolean NOT NULL,
      is_urgent     boolean NOT NULL,
      reported_on   date
    );
    GRANT UPDATE (reported_on) ON governance.waiver TO accord_app;
    COMMENT ON TABLE governance.waiver IS 'public: that call-in was waived for urgency, who agreed, and its report to the Council';

    CREATE TABLE governance.decision_step (
      decision_id text NOT NULL CONSTRAINT step_of_decision REFERENCES governance.decision,
      position    int NOT NULL,
      kind        text NOT NULL CONSTRAINT step_kind
        CHECK (kind IN ('hearing', 'council-review', 'reconsideration', 'resolution')),
      outcome     text NOT NULL,
      clause      text,
      at          timestamptz NOT NULL,
      by_whom     text NOT NULL,
      says        text NOT NULL DEFAULT '',
      meeting_id  text,
      leads_to    text CONSTRAINT step_leads_to REFERENCES governance.decision,
      source      text NOT NULL,
      recorded_at timestamptz NOT NULL,
      CONSTRAINT step_pkey PRIMARY KEY (decision_id, position),
      CONSTRAINT step_of_clause CHECK ((kind = 'resolution') = (clause IS NOT NULL))
    );
    COMMENT ON TABLE governance.decision_step IS
      'public: what scrutiny, the Council and the decision maker did with a decision after it was published';

    CREATE TABLE governance.correction (
      decision_id text NOT NULL CONSTRAINT correction_of_decision REFERENCES governance.decision,
      position    int NOT NULL,
      on_day      date NOT NULL,
      says        text NOT NULL CONSTRAINT correction_written CHECK (says <> ''),
      reason      text NOT NULL DEFAULT '',
      by_office   text NOT NULL,
      recorded_at timestamptz NOT NULL,
      CONSTRAINT correction_pkey PRIMARY KEY (decision_id, position)
    );
    COMMENT ON TABLE governance.correction IS 'public: dated additions to a published record, which itself is never edited';
  `,
};
