import type { Migration } from '#platform/db';
import { emptyRoot } from './merkle/hash.ts';

export const migrations: readonly Migration[] = [
  {
    name: '0001-record',
    up: `
      CREATE TABLE record.entry (
        seq          bigint PRIMARY KEY CHECK (seq >= 0),
        leaf         text NOT NULL,
        leaf_hash    text NOT NULL,
        at           timestamptz NOT NULL,
        act          text,
        subject      text,
        body_id      text,
        office_title text,
        summary      text,
        decision     text
      );
      CREATE INDEX entry_of_subject ON record.entry (subject, seq);
      CREATE INDEX entry_of_body ON record.entry (body_id, seq);
      CREATE INDEX entry_of_act ON record.entry (act, seq);
      COMMENT ON TABLE record.entry IS
        'public: every act, one leaf each; the leaf is what is hashed, the columns repeat it so that it can be searched';

      CREATE TABLE record.node (
        level smallint NOT NULL CHECK (level > 0),
        index bigint NOT NULL CHECK (index >= 0),
        hash  text NOT NULL,
        PRIMARY KEY (level, index)
      );
      COMMENT ON TABLE record.node IS 'public: hashes of the complete subtrees above the leaves, so that proofs are short reads';

      CREATE TABLE record.head (
        single   boolean PRIMARY KEY DEFAULT true CHECK (single),
        size     bigint NOT NULL,
        root     text NOT NULL,
        frontier text[] NOT NULL
      );
      INSERT INTO record.head (size, root, frontier) VALUES (0, '${emptyRoot}', '{}');
      COMMENT ON TABLE record.head IS 'public: size and root of the tree now, and what is needed to add to it';

      CREATE TABLE record.checkpoint (
        size      bigint PRIMARY KEY,
        root      text NOT NULL,
        note      text NOT NULL,
        signed_at timestamptz NOT NULL
      );
      COMMENT ON TABLE record.checkpoint IS 'public: every size and root that the log has put its signature to';

      CREATE TABLE record.private_entry (
        seq     bigint PRIMARY KEY REFERENCES record.entry (seq),
        body_id text NOT NULL,
        salt    text NOT NULL,
        payload text NOT NULL
      );
      COMMENT ON TABLE record.private_entry IS
        'private: what a private act was, seen by the body that did it; the public leaf holds its salted hash alone';

      CREATE TABLE record.submission (
        body_id     text NOT NULL,
        key         text NOT NULL,
        office_id   text NOT NULL,
        account_id  text NOT NULL,
        fingerprint text NOT NULL,
        outcome     text,
        at          timestamptz NOT NULL,
        PRIMARY KEY (body_id, key)
      );
      COMMENT ON TABLE record.submission IS
        'private: forms already acted on and what was answered, so that a repeated one acts once; seen by the acting body';

      ALTER TABLE record.private_entry ENABLE ROW LEVEL SECURITY;
      ALTER TABLE record.private_entry FORCE ROW LEVEL SECURITY;
      CREATE POLICY own_body ON record.private_entry USING (body_id = nullif(current_setting('accord.body', true), ''));
      ALTER TABLE record.submission ENABLE ROW LEVEL SECURITY;
      ALTER TABLE record.submission FORCE ROW LEVEL SECURITY;
      CREATE POLICY own_body ON record.submission USING (body_id = nullif(current_setting('accord.body', true), ''));

      -- Entries, nodes and checkpoints are only ever added. Erasing what a private act was leaves its hash in the log.
      REVOKE INSERT ON record.head FROM accord_app;
      GRANT UPDATE ON record.head TO accord_app;
      GRANT UPDATE (outcome) ON record.submission TO accord_app;
      GRANT DELETE ON record.private_entry TO accord_app;
    `,
  },
  {
    name: '0002-about',
    up: `
      CREATE TABLE record.about (
        kind text NOT NULL CHECK (kind IN ('bodies', 'places', 'topics', 'things')),
        id   text NOT NULL,
        seq  bigint NOT NULL,
        PRIMARY KEY (kind, id, seq)
      );
      CREATE INDEX about_of_entry ON record.about (seq);
      COMMENT ON TABLE record.about IS
        'public: what each public entry is about, as its leaf says, so that whoever follows one thing finds its entries';
      INSERT INTO record.about (kind, id, seq)
      SELECT 'bodies', body_id, seq FROM record.entry WHERE body_id <> ''
      UNION ALL
      SELECT 'things', subject, seq FROM record.entry WHERE subject <> '' AND length(subject) <= 500;
    `,
  },
];
