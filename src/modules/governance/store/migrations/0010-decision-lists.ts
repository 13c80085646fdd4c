import { type Migration, privateTable } from '#platform/db';

export const decisionLists: Migration = {
  name: '0010-decision-lists',
  up: `
    CREATE INDEX decision_by_topics ON governance.decision USING gin (topics);
    CREATE INDEX decision_reconsidered ON governance.decision (reconsiders) WHERE reconsiders IS NOT NULL;
    CREATE INDEX clause_by_effect ON governance.clause (effect, decision_id);

    CREATE TABLE governance.published_draft (
      draft_id    text CONSTRAINT published_draft_pkey PRIMARY KEY,
      body_id     text NOT NULL,
      decision_id text NOT NULL CONSTRAINT published_draft_of_decision REFERENCES governance.decision
    );
    ${privateTable('governance.published_draft', 'which record a draft became, for whoever still has its form open')}
  `,
};
