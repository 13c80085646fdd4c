import type { Migration } from '#platform/db';

export const migrations: readonly Migration[] = [
  {
    name: '0001-letters',
    up: `
      CREATE TABLE mail.letter (
        id          uuid PRIMARY KEY,
        recipient   text NOT NULL,
        subject     text NOT NULL,
        text        text NOT NULL,
        html        text NOT NULL,
        stop        text,
        written_at  timestamptz NOT NULL,
        tries       int NOT NULL DEFAULT 0,
        next_try_at timestamptz NOT NULL
      );
      CREATE INDEX letter_due ON mail.letter (next_try_at);
      COMMENT ON TABLE mail.letter IS
        'private: letters on their way, with the address and links in them; read by whoever sends them, gone when sent';

      ALTER TABLE mail.letter ENABLE ROW LEVEL SECURITY;
      ALTER TABLE mail.letter FORCE ROW LEVEL SECURITY;
      CREATE POLICY sending ON mail.letter USING (current_setting('accord.purpose', true) = 'mail');
      -- Whoever follows the record for people may post a letter, and can then neither see nor change it.
      CREATE POLICY posting ON mail.letter FOR INSERT
        WITH CHECK (current_setting('accord.purpose', true) = 'follow');
      GRANT UPDATE (tries, next_try_at), DELETE ON mail.letter TO accord_app;
    `,
  },
  {
    name: '0002-given-up',
    up: `
      CREATE TABLE mail.given_up (
        letter_id  uuid CONSTRAINT given_up_pkey PRIMARY KEY,
        why        text NOT NULL,
        tries      int NOT NULL,
        written_at timestamptz NOT NULL,
        at         timestamptz NOT NULL
      );
      COMMENT ON TABLE mail.given_up IS
        'private: letters that no server took, without addresses or words; forgotten after 90 days';
      ALTER TABLE mail.given_up ENABLE ROW LEVEL SECURITY;
      ALTER TABLE mail.given_up FORCE ROW LEVEL SECURITY;
      CREATE POLICY sending ON mail.given_up USING (current_setting('accord.purpose', true) = 'mail');
      -- Whoever reminds those who asked for it may post a letter too, and can then neither see nor change it.
      CREATE POLICY posting_reminders ON mail.letter FOR INSERT
        WITH CHECK (current_setting('accord.purpose', true) = 'remind');
      GRANT SELECT, INSERT, DELETE ON mail.given_up TO accord_app;
    `,
  },
];
