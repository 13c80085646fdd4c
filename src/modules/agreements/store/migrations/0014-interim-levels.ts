import type { Migration } from '#platform/db';

export const interimLevels: Migration = {
  name: '0014-interim-levels',
  up: `
    -- What is to be reached on the way for money on account, and whether chance may be rewarded.
    ALTER TABLE agreements.reward_target
      ADD COLUMN interim_figure numeric,
      ADD COLUMN interim_by     date,
      ADD CONSTRAINT reward_target_interim CHECK ((interim_figure IS NULL) = (interim_by IS NULL));
    ALTER TABLE agreements.reward_set ADD COLUMN is_beyond_error boolean NOT NULL DEFAULT false;
    UPDATE agreements.reward_set SET is_beyond_error = true WHERE scheme <> 'own';
  `,
};
