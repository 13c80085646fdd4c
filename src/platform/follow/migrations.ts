import type { Migration } from '#platform/db';

const privateTo = (table: string): string => `
      ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
      ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
      CREATE POLICY following ON ${table} USING (current_setting('accord.purpose', true) = 'follow');`;

export const migrations: readonly Migration[] = [
  {
    name: '0001-following',
    up: `
      CREATE TABLE follow.request (
        token_hash   text PRIMARY KEY,
        email        text,
        kinds        text[] NOT NULL,
        ids          text[] NOT NULL,
        cadence      text NOT NULL CHECK (cadence IN ('at-once', 'daily')),
        asked_at     timestamptz NOT NULL,
        ends_at      timestamptz NOT NULL,
        confirmed_at timestamptz,
        CHECK (array_length(kinds, 1) = array_length(ids, 1)),
        CONSTRAINT address_forgotten_when_confirmed CHECK ((email IS NULL) = (confirmed_at IS NOT NULL))
      );
      COMMENT ON TABLE follow.request IS
        'private: who asked to follow what and has not confirmed it; gone three days after it was asked';

      CREATE TABLE follow.following (
        id           uuid PRIMARY KEY,
        email        text NOT NULL,
        kind         text NOT NULL CHECK (kind IN ('bodies', 'places', 'topics', 'things')),
        about        text NOT NULL,
        cadence      text NOT NULL CHECK (cadence IN ('at-once', 'daily')),
        since        bigint NOT NULL,
        confirmed_at timestamptz NOT NULL,
        CONSTRAINT followed_once UNIQUE (email, kind, about)
      );
      CREATE INDEX following_of ON follow.following (kind, about);
      COMMENT ON TABLE follow.following IS
        'private: which address follows what, confirmed; gone when it is ended';

      CREATE TABLE follow.stop_link (
        token_hash text PRIMARY KEY,
        followings uuid[] NOT NULL,
        ends_at    timestamptz NOT NULL
      );
      CREATE INDEX stop_link_ends ON follow.stop_link (ends_at);
      COMMENT ON TABLE follow.stop_link IS
        'private: what the links in letters end, by hashes of their tokens';

      CREATE TABLE follow.list_link (
        token_hash text PRIMARY KEY,
        email      text NOT NULL,
        ends_at    timestamptz NOT NULL
      );
      COMMENT ON TABLE follow.list_link IS
        'private: links that show one address all it follows, by hashes of their tokens; a day long';

      CREATE TABLE follow.asked (key text NOT NULL, at timestamptz NOT NULL);
      CREATE INDEX asked_lately ON follow.asked (key, at);
      COMMENT ON TABLE follow.asked IS
        'private: how often letters were asked for in the last day, by hashes of addresses and of visitors';

      CREATE TABLE follow.reached (
        cadence text PRIMARY KEY CHECK (cadence IN ('at-once', 'daily')),
        seq     bigint NOT NULL,
        day     date
      );
      INSERT INTO follow.reached (cadence, seq) VALUES ('at-once', 0), ('daily', 0);
      COMMENT ON TABLE follow.reached IS
        'public: the entry of the record up to which followers have been told, and the day of the last digest';
      ${['request', 'following', 'stop_link', 'list_link', 'asked'].map((table) => privateTo(`follow.${table}`)).join('')}

      REVOKE INSERT ON follow.reached FROM accord_app;
      GRANT UPDATE (seq, day) ON follow.reached TO accord_app;
      GRANT UPDATE (email, confirmed_at), DELETE ON follow.request TO accord_app;
      GRANT UPDATE (cadence), DELETE ON follow.following TO accord_app;
      GRANT DELETE ON follow.stop_link, follow.list_link, follow.asked TO accord_app;
    `,
  },
];
