import type { Migration } from '#platform/db';

export const committees: Migration = {
  name: '0002-committees',
  up: `
    CREATE TABLE governance.committee (
      id          text CONSTRAINT committee_pkey PRIMARY KEY,
      body_id     text NOT NULL,
      name        text NOT NULL CONSTRAINT committee_named CHECK (name <> '' AND length(name) <= 160),
      kind        text NOT NULL CONSTRAINT committee_kind CHECK (kind IN ('council', 'executive',
        'executive-committee', 'scrutiny', 'committee', 'joint-committee', 'forum', 'board')),
      remit       text NOT NULL DEFAULT '',
      appointed_by text[] NOT NULL DEFAULT '{}',
      quorum      int CONSTRAINT committee_quorum_positive CHECK (quorum > 0),
      valid_from  date,
      valid_until date,
      source      text NOT NULL,
      recorded_on date NOT NULL,
      CONSTRAINT committee_ends_after_it_begins CHECK (valid_until > valid_from),
      CONSTRAINT committee_name_once UNIQUE (body_id, name)
    );
    GRANT UPDATE (valid_until, remit, quorum) ON governance.committee TO accord_app;
    COMMENT ON TABLE governance.committee IS
      'public: the council, executive, committees, joint committees and boards in which a body meets';

    CREATE TABLE governance.seat (
      committee_id text NOT NULL CONSTRAINT seat_of_committee REFERENCES governance.committee,
      office_id    text NOT NULL,
      capacity     text NOT NULL CONSTRAINT seat_capacity
        CHECK (capacity IN ('member', 'chair', 'vice-chair', 'substitute', 'co-opted')),
      votes        boolean NOT NULL,
      weight       numeric(8, 3) NOT NULL DEFAULT 1 CONSTRAINT seat_weight_positive CHECK (weight > 0),
      valid_from   date NOT NULL,
      valid_until  date,
      source       text NOT NULL,
      recorded_on  date NOT NULL,
      CONSTRAINT seat_pkey PRIMARY KEY (committee_id, office_id, valid_from),
      CONSTRAINT seat_ends_after_it_begins CHECK (valid_until > valid_from)
    );
    CREATE INDEX seat_by_office ON governance.seat (office_id);
    GRANT UPDATE (valid_until) ON governance.seat TO accord_app;
    COMMENT ON TABLE governance.seat IS 'public: which office sits on which committee, from when to when';

    CREATE TABLE governance.affiliation (
      office_id   text NOT NULL,
      group_name  text NOT NULL CONSTRAINT affiliation_named CHECK (group_name <> '' AND length(group_name) <= 120),
      valid_from  date NOT NULL,
      valid_until date,
      source      text NOT NULL,
      recorded_on date NOT NULL,
      CONSTRAINT affiliation_pkey PRIMARY KEY (office_id, valid_from),
      CONSTRAINT affiliation_ends_after_it_begins CHECK (valid_until > valid_from)
    );
    GRANT UPDATE (valid_until) ON governance.affiliation TO accord_app;
    COMMENT ON TABLE governance.affiliation IS 'public: the political group of a seat on the council, from when to when';
  `,
};
