import type { Migration } from '#platform/db';

export const migrations: readonly Migration[] = [
  {
    name: '0001-accounts-and-sessions',
    up: `
      CREATE TABLE identity.account (
        id            uuid PRIMARY KEY,
        body_id       text NOT NULL,
        email         text NOT NULL,
        password_hash text NOT NULL,
        created_at    timestamptz NOT NULL,
        disabled_at   timestamptz,
        CONSTRAINT account_email_used_once UNIQUE (email),
        CONSTRAINT account_email_in_small_letters CHECK (email = lower(email))
      );
      COMMENT ON TABLE identity.account IS 'private: who may sign in, seen by the body that keeps the account';

      CREATE TABLE identity.appointment (
        account_id uuid NOT NULL REFERENCES identity.account (id),
        body_id    text NOT NULL,
        office_id  text NOT NULL,
        held_from  date NOT NULL,
        held_to    date,
        PRIMARY KEY (account_id, office_id, held_from),
        CONSTRAINT appointment_ends_after_it_begins CHECK (held_to >= held_from)
      );
      COMMENT ON TABLE identity.appointment IS
        'private: in which offices an account may act, and from when to when; seen by the body of the office';

      CREATE TABLE identity.session (
        token_hash text PRIMARY KEY,
        account_id uuid REFERENCES identity.account (id),
        office_id  text,
        device     text NOT NULL,
        created_at timestamptz NOT NULL,
        seen_at    timestamptz NOT NULL,
        ends_at    timestamptz NOT NULL
      );
      CREATE INDEX session_of_account ON identity.session (account_id);
      COMMENT ON TABLE identity.session IS
        'private: who is signed in; only hashes of tokens, read by the sign-in machinery alone';

      CREATE TABLE identity.sign_in_attempt (
        key text NOT NULL,
        at  timestamptz NOT NULL
      );
      CREATE INDEX sign_in_attempt_lately ON identity.sign_in_attempt (key, at);
      COMMENT ON TABLE identity.sign_in_attempt IS
        'private: how often a password was tried lately, by hash of e-mail or address; read by the sign-in machinery alone';

      ALTER TABLE identity.account ENABLE ROW LEVEL SECURITY;
      ALTER TABLE identity.account FORCE ROW LEVEL SECURITY;
      CREATE POLICY own_body ON identity.account USING (body_id = current_setting('accord.body', true));
      CREATE POLICY signing_in ON identity.account USING (current_setting('accord.purpose', true) = 'sign-in');

      ALTER TABLE identity.appointment ENABLE ROW LEVEL SECURITY;
      ALTER TABLE identity.appointment FORCE ROW LEVEL SECURITY;
      CREATE POLICY own_body ON identity.appointment USING (body_id = current_setting('accord.body', true));
      CREATE POLICY signing_in ON identity.appointment USING (current_setting('accord.purpose', true) = 'sign-in');

      ALTER TABLE identity.session ENABLE ROW LEVEL SECURITY;
      ALTER TABLE identity.session FORCE ROW LEVEL SECURITY;
      CREATE POLICY signing_in ON identity.session USING (current_setting('accord.purpose', true) = 'sign-in');

      ALTER TABLE identity.sign_in_attempt ENABLE ROW LEVEL SECURITY;
      ALTER TABLE identity.sign_in_attempt FORCE ROW LEVEL SECURITY;
      CREATE POLICY signing_in ON identity.sign_in_attempt USING (current_setting('accord.purpose', true) = 'sign-in');

      GRANT SELECT, INSERT, UPDATE ON identity.account, identity.appointment TO accord_app;
      GRANT SELECT, INSERT, UPDATE, DELETE ON identity.session TO accord_app;
      GRANT SELECT, INSERT, DELETE ON identity.sign_in_attempt TO accord_app;
    `,
  },
  {
    name: '0002-invitations',
    up: `
      ALTER TABLE identity.account ALTER COLUMN password_hash DROP NOT NULL;

      ALTER TABLE identity.appointment
        ADD COLUMN id uuid NOT NULL DEFAULT gen_random_uuid(),
        ADD COLUMN ended_at timestamptz;
      ALTER TABLE identity.appointment DROP CONSTRAINT appointment_pkey;
      ALTER TABLE identity.appointment ADD CONSTRAINT appointment_pkey PRIMARY KEY (id);
      CREATE INDEX appointment_of_account ON identity.appointment (account_id, office_id);
      CREATE INDEX account_of_body ON identity.account (body_id);

      CREATE TABLE identity.invitation (
        token_hash text CONSTRAINT invitation_pkey PRIMARY KEY,
        account_id uuid NOT NULL REFERENCES identity.account (id),
        body_id    text NOT NULL,
        made_at    timestamptz NOT NULL,
        ends_at    timestamptz NOT NULL,
        used_at    timestamptz,
        CONSTRAINT invitation_ends_after_it_is_made CHECK (ends_at > made_at)
      );
      CREATE INDEX invitation_of_account ON identity.invitation (account_id);
      COMMENT ON TABLE identity.invitation IS
        'private: links with which holders of offices set their passwords, as hashes; seen by the body that keeps the account';
      ALTER TABLE identity.invitation ENABLE ROW LEVEL SECURITY;
      ALTER TABLE identity.invitation FORCE ROW LEVEL SECURITY;
      CREATE POLICY own_body ON identity.invitation USING (body_id = current_setting('accord.body', true));
      CREATE POLICY signing_in ON identity.invitation USING (current_setting('accord.purpose', true) = 'sign-in');
      GRANT SELECT, INSERT, UPDATE, DELETE ON identity.invitation TO accord_app;
    `,
  },
  {
    name: '0003-keys-for-programs',
    up: `
      CREATE TABLE identity.api_key (
        id             uuid CONSTRAINT api_key_pkey PRIMARY KEY,
        key_hash       text NOT NULL CONSTRAINT api_key_hash_once UNIQUE,
        account_id     uuid NOT NULL REFERENCES identity.account (id),
        appointment_id uuid NOT NULL REFERENCES identity.appointment (id),
        body_id        text NOT NULL,
        office_id      text NOT NULL,
        name           text NOT NULL CONSTRAINT api_key_is_named CHECK (name <> ''),
        made_at        timestamptz NOT NULL,
        last_day       date NOT NULL,
        revoked_at     timestamptz,
        last_used_on   date
      );
      CREATE INDEX api_key_of_account ON identity.api_key (account_id);
      COMMENT ON TABLE identity.api_key IS
        'private: keys with which programs act in an office; only their hashes, read by the sign-in machinery alone';
      ALTER TABLE identity.api_key ENABLE ROW LEVEL SECURITY;
      ALTER TABLE identity.api_key FORCE ROW LEVEL SECURITY;
      CREATE POLICY signing_in ON identity.api_key USING (current_setting('accord.purpose', true) = 'sign-in');
      GRANT SELECT, INSERT, UPDATE (revoked_at, last_used_on) ON identity.api_key TO accord_app;
    `,
  },
];
