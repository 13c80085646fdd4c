import type { Migration } from '#platform/db';

// For whoever looks through what concerns a place or a topic without a word to search for, or for key decisions alone.
export const findByPlace: Migration = {
  name: '0013-find-by-place',
  up: `
    ALTER TABLE governance.found ADD COLUMN is_key boolean NOT NULL DEFAULT false;
    UPDATE governance.found SET is_key = true FROM governance.decision
      WHERE found.subject = '/decisions/' || decision.id AND decision.is_key;
    CREATE INDEX found_by_places ON governance.found USING gin (places);
    CREATE INDEX found_by_topics ON governance.found USING gin (topics);
    CREATE INDEX found_of_key_decisions ON governance.found (on_day DESC) WHERE is_key;
  `,
};
