import type { Migration } from '#platform/db';

const precision = `CHECK (precision IN ('day', 'month', 'season', 'year'))`;

export const actions: Migration = {
  name: '0007-actions',
  up: `
    -- When a version was published is known no more exactly than its source says.
    ALTER TABLE agreements.agreement_version
      ADD COLUMN precision text NOT NULL DEFAULT 'day' CONSTRAINT agreement_version_precision ${precision};

    CREATE INDEX agreement_by_whole ON agreements.agreement (part_of);
    CREATE INDEX agreement_by_place ON agreements.agreement (place_id);
    CREATE INDEX agreement_by_parent ON agreements.agreement (renews);

    CREATE TABLE agreements.taken_outcome (
      agreement_id text NOT NULL,
      version      int NOT NULL,
      outcome_id   text NOT NULL CONSTRAINT taken_outcome_is REFERENCES agreements.outcome,
      CONSTRAINT taken_outcome_pkey PRIMARY KEY (agreement_id, version, outcome_id),
      CONSTRAINT taken_outcome_by FOREIGN KEY (agreement_id, version) REFERENCES agreements.agreement_version
    );
    COMMENT ON TABLE agreements.taken_outcome IS
      'public: which outcomes of its framework a version takes; a version without any takes them all';

    -- Never edited: what becomes of an action is a dated fact beside it.
    CREATE TABLE agreements.action (
      agreement_id text NOT NULL CONSTRAINT action_of REFERENCES agreements.agreement,
      number       int NOT NULL CONSTRAINT action_counts CHECK (number > 0),
      title        text NOT NULL CONSTRAINT action_titled CHECK (title <> ''),
      says         text NOT NULL DEFAULT '',
      outcome_id   text CONSTRAINT action_for_outcome REFERENCES agreements.outcome,
      target_id    text CONSTRAINT action_for_target REFERENCES agreements.target,
      is_quick_win boolean NOT NULL DEFAULT false,
      owner_body   text NOT NULL,
      owner_office text,
      due_on       date,
      precision    text NOT NULL DEFAULT 'day' CONSTRAINT action_precision ${precision},
      cites        text NOT NULL DEFAULT '',
      source       text NOT NULL CONSTRAINT action_sourced CHECK (source <> ''),
      certainty    text NOT NULL,
      published_by text NOT NULL,
      recorded_at  timestamptz NOT NULL,
      CONSTRAINT action_pkey PRIMARY KEY (agreement_id, number)
    );
    CREATE INDEX action_by_owner ON agreements.action (owner_body);
    CREATE INDEX action_by_outcome ON agreements.action (outcome_id);
    CREATE INDEX action_by_target ON agreements.action (target_id);
    COMMENT ON TABLE agreements.action IS 'public: actions of agreements and their chapters, each with the office that answers';

    CREATE TABLE agreements.milestone (
      agreement_id text NOT NULL,
      action       int NOT NULL,
      number       int NOT NULL,
      title        text NOT NULL CONSTRAINT milestone_titled CHECK (title <> ''),
      due_on       date NOT NULL,
      precision    text NOT NULL DEFAULT 'day' CONSTRAINT milestone_precision ${precision},
      CONSTRAINT milestone_pkey PRIMARY KEY (agreement_id, action, number),
      CONSTRAINT milestone_of FOREIGN KEY (agreement_id, action) REFERENCES agreements.action
    );
    COMMENT ON TABLE agreements.milestone IS 'public: the steps of an action, each with its day';

    CREATE TABLE agreements.action_fact (
      agreement_id text NOT NULL,
      action       int NOT NULL,
      position     int NOT NULL,
      milestone    int,
      fact         text NOT NULL CONSTRAINT action_fact_is CHECK (fact IN ('started', 'done', 'moved', 'dropped')),
      on_day       date NOT NULL,
      says         text NOT NULL DEFAULT '',
      evidence     text,
      due_on       date,
      by_body      text NOT NULL,
      by_office    text NOT NULL,
      recorded_at  timestamptz NOT NULL,
      CONSTRAINT action_fact_pkey PRIMARY KEY (agreement_id, action, position),
      CONSTRAINT action_fact_of FOREIGN KEY (agreement_id, action) REFERENCES agreements.action,
      CONSTRAINT action_fact_of_milestone FOREIGN KEY (agreement_id, action, milestone) REFERENCES agreements.milestone,
      CONSTRAINT action_done_has_evidence CHECK (fact <> 'done' OR evidence IS NOT NULL),
      CONSTRAINT action_moved_to_a_day CHECK ((fact = 'moved') = (due_on IS NOT NULL)),
      CONSTRAINT action_change_gives_reason CHECK (fact NOT IN ('moved', 'dropped') OR says <> '')
    );
    COMMENT ON TABLE agreements.action_fact IS 'public: what became of actions and their milestones, day by day';
  `,
};
