import type { Migration } from '#platform/db';

export const choosing: Migration = {
  name: '0006-choosing',
  up: `
    -- A baseline that nobody knows yet comes with the day by which it is set.
    ALTER TABLE agreements.target_version
      ADD COLUMN baseline_by date,
      ADD CONSTRAINT target_baseline_set_by_a_day CHECK ((baseline_by IS NOT NULL) = (baseline_status = 'to-be-set'));

    -- Where a partner has ended, whoever stands in its place answers.
    ALTER TABLE agreements.target_answer
      DROP CONSTRAINT target_answer_of,
      ADD CONSTRAINT target_answer_of FOREIGN KEY (target_id, version) REFERENCES agreements.target_version;

    -- Which indicators tell of an outcome changes with time: the last said by a day is what stood on it.
    ALTER TABLE agreements.measure
      DROP CONSTRAINT measure_pkey,
      DROP CONSTRAINT measure_standing,
      ADD COLUMN position int NOT NULL DEFAULT 1 CONSTRAINT measure_counts CHECK (position > 0),
      ADD COLUMN on_day date,
      ADD COLUMN by_office text,
      ADD COLUMN body_id text,
      ADD CONSTRAINT measure_standing CHECK (standing IN ('suggested', 'chosen', 'dropped')),
      ADD CONSTRAINT measure_pkey PRIMARY KEY (outcome_id, indicator_id, position),
      ADD CONSTRAINT measure_chosen_on_a_day CHECK (standing = 'suggested' OR (on_day IS NOT NULL AND by_office IS NOT NULL));
  `,
};
