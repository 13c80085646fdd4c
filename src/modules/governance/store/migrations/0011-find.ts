import type { Migration } from '#platform/db';

// A common word stands in most rows: then the newest are asked for first, and the index of days is what answers.
export const find: Migration = {
  name: '0011-find',
  up: `
    CREATE INDEX found_by_body ON governance.found (body_id, on_day DESC);
    CREATE INDEX found_by_kind ON governance.found (kind, on_day DESC);
    ALTER TABLE governance.found ALTER COLUMN words SET STATISTICS 1000;
  `,
};
