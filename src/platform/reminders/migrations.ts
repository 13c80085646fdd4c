import type { Migration } from '#platform/db';

const privateTo = (table: string): string => `
      ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
      ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
      CREATE POLICY reminding ON ${table} USING (current_setting('accord.purpose', true) = 'remind');`;

export const migrations: readonly Migration[] = [
  {
    name: '0001-reminders',
    up: `
      CREATE TABLE reminders.mailbox (
        account_id    uuid CONSTRAINT mailbox_pkey PRIMARY KEY,
        address       text,
        confirmed_at  timestamptz,
        pending       text,
        token_hash    text CONSTRAINT mailbox_token_once UNIQUE,
        token_ends_at timestamptz,
        asked_on      date NOT NULL,
        asked_times   int NOT NULL,
        CONSTRAINT mailbox_address_is_confirmed CHECK ((address IS NULL) = (confirmed_at IS NULL)),
        CONSTRAINT mailbox_pending_has_a_link
          CHECK ((pending IS NULL) = (token_hash IS NULL) AND (pending IS NULL) = (token_ends_at IS NULL))
      );
      COMMENT ON TABLE reminders.mailbox IS
        'private: to which address the holder of an account is reminded of what its offices must bring; gone when that is ended';

      -- What somebody has been reminded of, so that nobody is twice, whichever process does it.
      CREATE TABLE reminders.sent (
        account_id uuid NOT NULL,
        thing      text NOT NULL,
        kind       text NOT NULL,
        letter_id  uuid NOT NULL,
        at         timestamptz NOT NULL,
        CONSTRAINT sent_pkey PRIMARY KEY (account_id, thing, kind)
      );
      CREATE INDEX sent_at ON reminders.sent (at);
      COMMENT ON TABLE reminders.sent IS
        'private: of what the holder of an account was reminded, and in which letter; forgotten after two years';
      ${privateTo('reminders.mailbox')}
      ${privateTo('reminders.sent')}
      GRANT SELECT, INSERT, UPDATE, DELETE ON reminders.mailbox TO accord_app;
      GRANT SELECT, INSERT, DELETE ON reminders.sent TO accord_app;
    `,
  },
];
