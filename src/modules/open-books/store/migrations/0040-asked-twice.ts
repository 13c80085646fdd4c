import type { Migration } from '#platform/db';

/** How many payments that stand in another release an officer said are published nevertheless, with the reason in `says`. */
export const askedTwice: Migration = {
  name: '0040-asked-twice',
  up: `
    ALTER TABLE open_books.import_outcome
      ADD COLUMN twice int CONSTRAINT import_outcome_twice CHECK (twice IS NULL OR (twice > 0 AND says <> ''));
  `,
};
