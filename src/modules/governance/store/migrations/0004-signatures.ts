import type { Migration } from '#platform/db';

// A call-in that has too few signatures is its members' own business: other bodies and the public see it once it is made.
export const signatures: Migration = {
  name: '0004-signatures',
  up: `
    CREATE TABLE governance.signature (
      id              text CONSTRAINT signature_pkey PRIMARY KEY,
      decision_id     text NOT NULL CONSTRAINT signature_of_decision REFERENCES governance.decision,
      body_id         text NOT NULL,
      member          text NOT NULL,
      office_id       text NOT NULL,
      office_title    text NOT NULL,
      received        timestamptz NOT NULL,
      grounds         text NOT NULL,
      is_member       boolean NOT NULL,
      is_executive    boolean NOT NULL,
      is_on_scrutiny  boolean NOT NULL,
      group_name      text,
      is_interested   boolean NOT NULL,
      withdrawn       timestamptz,
      public_at       timestamptz,
      entered_by      text NOT NULL
    );
    CREATE INDEX signature_by_decision ON governance.signature (decision_id);
    CREATE INDEX signature_by_body ON governance.signature (body_id, received DESC);
    GRANT UPDATE (withdrawn, public_at) ON governance.signature TO accord_app;
    ALTER TABLE governance.signature ENABLE ROW LEVEL SECURITY;
    ALTER TABLE governance.signature FORCE ROW LEVEL SECURITY;
    CREATE POLICY own_body ON governance.signature
      USING (body_id = nullif(current_setting('accord.body', true), ''));
    CREATE POLICY made_public ON governance.signature FOR SELECT
      USING (public_at IS NOT NULL);
    COMMENT ON TABLE governance.signature IS
      'private: signatures under a call-in, seen by the members’ own body until there are enough of them';
  `,
};
