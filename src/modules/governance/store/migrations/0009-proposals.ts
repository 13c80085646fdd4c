import type { Migration } from '#platform/db';

// Nothing here is changed once it stands: an amendment is another version, an adoption another decision.
export const proposals: Migration = {
  name: '0009-proposals',
  up: `
    CREATE TABLE governance.proposal (
      id          text CONSTRAINT proposal_pkey PRIMARY KEY,
      drafted_by  text NOT NULL,
      recorded_at timestamptz NOT NULL
    );
    COMMENT ON TABLE governance.proposal IS 'public: texts put to several bodies, each of which adopts it by its own route';

    CREATE TABLE governance.proposal_version (
      proposal_id    text NOT NULL CONSTRAINT proposal_version_of_proposal REFERENCES governance.proposal,
      number         int NOT NULL CONSTRAINT proposal_version_positive CHECK (number > 0),
      published_at   timestamptz NOT NULL,
      title          text NOT NULL CONSTRAINT proposal_titled CHECK (title <> ''),
      summary        text NOT NULL,
      text           text NOT NULL DEFAULT '',
      clauses        jsonb NOT NULL,
      needs_at_least int CONSTRAINT proposal_needs_some CHECK (needs_at_least > 0),
      deadline       date,
      start          text NOT NULL CONSTRAINT proposal_start CHECK (start IN ('each-when-ready', 'all-together')),
      reopens        text[] NOT NULL DEFAULT '{}',
      changed        text NOT NULL DEFAULT '',
      reason         text NOT NULL DEFAULT '',
      places         text[] NOT NULL DEFAULT '{}',
      topics         text[] NOT NULL DEFAULT '{}',
      source         text NOT NULL,
      certainty      text NOT NULL CONSTRAINT proposal_certainty
        CHECK (certainty IN ('stated', 'confirmed', 'illustrative')),
      published_by   text NOT NULL,
      recorded_at    timestamptz NOT NULL,
      CONSTRAINT proposal_version_pkey PRIMARY KEY (proposal_id, number),
      CONSTRAINT proposal_amendment_says_what CHECK (number = 1 OR (changed <> '' AND reason <> ''))
    );
    COMMENT ON TABLE governance.proposal_version IS
      'public: the text of a proposal as drafted and as amended, and whose adoption an amendment reopened';

    CREATE TABLE governance.proposal_party (
      proposal_id text NOT NULL,
      version     int NOT NULL,
      position    int NOT NULL,
      body_id     text NOT NULL,
      approvals   text[] NOT NULL CONSTRAINT proposal_party_approves CHECK (cardinality(approvals) > 0),
      CONSTRAINT proposal_party_pkey PRIMARY KEY (proposal_id, version, body_id),
      CONSTRAINT proposal_party_of_version FOREIGN KEY (proposal_id, version)
        REFERENCES governance.proposal_version (proposal_id, number)
    );
    CREATE INDEX proposal_party_by_body ON governance.proposal_party (body_id);
    COMMENT ON TABLE governance.proposal_party IS 'public: whom a version is put to, and which approvals it asks of each';

    CREATE TABLE governance.adoption (
      proposal_id text NOT NULL,
      body_id     text NOT NULL,
      approval    text NOT NULL CONSTRAINT adoption_approval CHECK (approval IN ('executive', 'council', 'committee')),
      version     int NOT NULL,
      decision_id text NOT NULL CONSTRAINT adoption_by_decision REFERENCES governance.decision,
      clause      text NOT NULL,
      outcome     text NOT NULL CONSTRAINT adoption_outcome CHECK (outcome IN ('adopted', 'refused')),
      recorded_at timestamptz NOT NULL,
      CONSTRAINT adoption_pkey PRIMARY KEY (proposal_id, body_id, approval, decision_id),
      CONSTRAINT adoption_of_version FOREIGN KEY (proposal_id, version)
        REFERENCES governance.proposal_version (proposal_id, number)
    );
    CREATE INDEX adoption_by_decision ON governance.adoption (decision_id);
    COMMENT ON TABLE governance.adoption IS 'public: which clause of which decision is a party’s answer to a proposal';

    CREATE TABLE governance.proposal_withdrawal (
      proposal_id text NOT NULL CONSTRAINT withdrawal_from_proposal REFERENCES governance.proposal,
      body_id     text NOT NULL,
      at          timestamptz NOT NULL,
      says        text NOT NULL CONSTRAINT withdrawal_written CHECK (says <> ''),
      decision_id text CONSTRAINT withdrawal_by_decision REFERENCES governance.decision,
      by_office   text NOT NULL,
      recorded_at timestamptz NOT NULL,
      CONSTRAINT proposal_withdrawal_pkey PRIMARY KEY (proposal_id, body_id, at)
    );
    COMMENT ON TABLE governance.proposal_withdrawal IS 'public: parties that left a proposal, when and why';
  `,
};
