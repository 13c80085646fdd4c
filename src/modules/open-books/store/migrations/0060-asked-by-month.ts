import type { Migration } from '#platform/db';

/** Whether publication is asked as a release for each month of the payments, not as one of them all. */
export const askedByMonth: Migration = {
  name: '0060-asked-by-month',
  up: `
    ALTER TABLE open_books.import_outcome ADD COLUMN by_month boolean NOT NULL DEFAULT false;
  `,
};
