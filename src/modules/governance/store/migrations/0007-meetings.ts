import type { Migration } from '#platform/db';

/** A row is its own body’s until it is published; then everybody reads it, and its body alone still changes it. */
const untilPublished = (table: string, holds: string) => `
    ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
    ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
    CREATE POLICY own_body ON ${table}
      USING (body_id = nullif(current_setting('accord.body', true), ''));
    CREATE POLICY made_public ON ${table} FOR SELECT
      USING (public_at IS NOT NULL);
    COMMENT ON TABLE ${table} IS 'private: ${holds}';`;

export const meetings: Migration = {
  name: '0007-meetings',
  up: `
    -- A body may set up a committee again under the name of one that has ended.
    ALTER TABLE governance.committee DROP CONSTRAINT committee_name_once,
      ADD CONSTRAINT committee_name_once UNIQUE NULLS NOT DISTINCT (body_id, name, valid_from);

    CREATE TABLE governance.committee_terms (
      committee_id text NOT NULL CONSTRAINT terms_of_committee REFERENCES governance.committee,
      valid_from   date NOT NULL,
      remit        text NOT NULL,
      quorum       int CONSTRAINT terms_quorum_positive CHECK (quorum > 0),
      casting_vote boolean,
      proxies      boolean NOT NULL,
      weighted     boolean NOT NULL,
      source       text NOT NULL,
      recorded_on  date NOT NULL,
      CONSTRAINT committee_terms_pkey PRIMARY KEY (committee_id, valid_from)
    );
    COMMENT ON TABLE governance.committee_terms IS
      'public: a committee’s remit, quorum and ways of voting, each from a day on';

    CREATE TABLE governance.meeting (
      id                 text CONSTRAINT meeting_pkey PRIMARY KEY,
      body_id            text NOT NULL,
      committee_id       text NOT NULL CONSTRAINT meeting_of_committee REFERENCES governance.committee,
      reference          text NOT NULL,
      part               text NOT NULL CONSTRAINT meeting_part CHECK (part IN ('public', 'part-private', 'private')),
      gathering          text CONSTRAINT meeting_gathering_named CHECK (gathering ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
      is_historic        boolean NOT NULL DEFAULT false,
      source             text NOT NULL,
      external_reference text,
      recorded_at        timestamptz NOT NULL,
      CONSTRAINT meeting_reference_once UNIQUE (body_id, reference),
      CONSTRAINT meeting_external_reference_once UNIQUE (body_id, external_reference)
    );
    CREATE INDEX meeting_by_committee ON governance.meeting (committee_id);
    CREATE INDEX meeting_by_gathering ON governance.meeting (gathering) WHERE gathering IS NOT NULL;
    COMMENT ON TABLE governance.meeting IS 'public: the meetings that bodies have called';

    CREATE TABLE governance.meeting_event (
      meeting_id  text NOT NULL CONSTRAINT event_of_meeting REFERENCES governance.meeting,
      position    int NOT NULL,
      kind        text NOT NULL CONSTRAINT meeting_event_kind CHECK (kind IN ('called', 'agenda-published',
        'supplement-published', 'postponed', 'adjourned', 'cancelled', 'minutes-published', 'minutes-approved')),
      on_day      date NOT NULL,
      starts_on   date,
      starts_at   time,
      place       text NOT NULL DEFAULT '',
      replaced_on date,
      says        text NOT NULL DEFAULT '',
      at_meeting  text CONSTRAINT approved_at_meeting REFERENCES governance.meeting,
      by_office   text NOT NULL,
      recorded_at timestamptz NOT NULL,
      CONSTRAINT meeting_event_pkey PRIMARY KEY (meeting_id, position),
      CONSTRAINT meeting_event_has_its_day
        CHECK ((kind IN ('called', 'postponed', 'adjourned')) = (starts_on IS NOT NULL))
    );
    CREATE INDEX meeting_event_by_day ON governance.meeting_event (starts_on, meeting_id) WHERE starts_on IS NOT NULL;
    GRANT UPDATE (replaced_on) ON governance.meeting_event TO accord_app;
    COMMENT ON TABLE governance.meeting_event IS
      'public: what happened to a meeting, from its call to the approval of its minutes';

    CREATE TABLE governance.agenda_item (
      id                text CONSTRAINT agenda_item_pkey PRIMARY KEY,
      meeting_id        text NOT NULL CONSTRAINT item_of_meeting REFERENCES governance.meeting,
      body_id           text NOT NULL,
      entered           int NOT NULL,
      position          int NOT NULL,
      number            text CONSTRAINT agenda_item_numbered CHECK (number ~ '^[1-9][0-9]{0,3}[A-Z]{0,3}$'),
      title             text NOT NULL CONSTRAINT agenda_item_titled CHECK (title <> '' AND length(title) <= 300),
      summary           text NOT NULL DEFAULT '',
      purpose           text NOT NULL CONSTRAINT agenda_item_purpose
        CHECK (purpose IN ('decide', 'recommend', 'endorse', 'note', 'discuss')),
      access            text NOT NULL CONSTRAINT agenda_item_access
        CHECK (access IN ('open', 'part-exempt', 'exempt', 'confidential')),
      paragraphs        int[] NOT NULL DEFAULT '{}',
      public_interest   text NOT NULL DEFAULT '',
      subject           text,
      thread            text,
      proposed_by       text,
      after_number      text,
      urgent_because    text NOT NULL DEFAULT '',
      supplement        int NOT NULL DEFAULT 0,
      published_on      date,
      public_at         timestamptz,
      withdrawn_on      date,
      withdrawn_because text NOT NULL DEFAULT '',
      version           int NOT NULL DEFAULT 1,
      saved_by          text NOT NULL,
      recorded_at       timestamptz NOT NULL,
      CONSTRAINT agenda_item_entered_once UNIQUE (meeting_id, entered),
      CONSTRAINT agenda_item_number_once UNIQUE (meeting_id, number),
      CONSTRAINT agenda_item_proposed_once UNIQUE (meeting_id, proposed_by),
      CONSTRAINT agenda_item_numbered_when_published CHECK ((number IS NULL) = (public_at IS NULL))
    );
    CREATE INDEX agenda_item_by_thread ON governance.agenda_item (thread) WHERE thread IS NOT NULL;
    CREATE INDEX agenda_item_by_subject ON governance.agenda_item (subject) WHERE subject IS NOT NULL;
    GRANT UPDATE, DELETE ON governance.agenda_item TO accord_app;
    ${untilPublished('governance.agenda_item', 'items of agendas, seen by their own body until they are published')}
    CREATE POLICY published_stays ON governance.agenda_item AS RESTRICTIVE FOR DELETE USING (public_at IS NULL);

    CREATE FUNCTION governance.keep_item_number() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.number IS NOT NULL AND NEW.number IS DISTINCT FROM OLD.number THEN
          RAISE EXCEPTION 'the number of a published item never changes' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $$;
    CREATE TRIGGER agenda_item_number_stays BEFORE UPDATE ON governance.agenda_item
      FOR EACH ROW EXECUTE FUNCTION governance.keep_item_number();

    CREATE TABLE governance.attendance (
      meeting_id     text NOT NULL CONSTRAINT attendance_of_meeting REFERENCES governance.meeting,
      version        int NOT NULL,
      office_id      text NOT NULL,
      office_title   text NOT NULL,
      capacity       text,
      votes          boolean NOT NULL,
      weight         int NOT NULL CONSTRAINT attendance_weight_positive CHECK (weight > 0),
      presence       text NOT NULL CONSTRAINT attendance_presence
        CHECK (presence IN ('present', 'apologies', 'absent', 'in-attendance')),
      substitute_for text,
      presided       boolean NOT NULL DEFAULT false,
      from_item      text,
      until_item     text,
      entered_by     text NOT NULL,
      recorded_at    timestamptz NOT NULL,
      CONSTRAINT attendance_pkey PRIMARY KEY (meeting_id, version, office_id)
    );
    COMMENT ON TABLE governance.attendance IS 'public: which offices were at a meeting, and for which part of it';

    CREATE TABLE governance.declaration (
      meeting_id   text NOT NULL CONSTRAINT declaration_at_meeting REFERENCES governance.meeting,
      item_id      text NOT NULL CONSTRAINT declaration_at_item REFERENCES governance.agenda_item,
      office_id    text NOT NULL,
      version      int NOT NULL,
      office_title text NOT NULL,
      kind         text NOT NULL CONSTRAINT declaration_kind
        CHECK (kind IN ('pecuniary', 'significant', 'other', 'lobbied', 'whipped', 'none')),
      nature       text NOT NULL DEFAULT '',
      left_room    boolean NOT NULL DEFAULT false,
      dispensation text NOT NULL DEFAULT '',
      entered_by   text NOT NULL,
      recorded_at  timestamptz NOT NULL,
      CONSTRAINT declaration_pkey PRIMARY KEY (item_id, office_id, version)
    );
    CREATE INDEX declaration_by_meeting ON governance.declaration (meeting_id);
    COMMENT ON TABLE governance.declaration IS 'public: the interests that members declared at items';

    CREATE TABLE governance.motion (
      id              text NOT NULL,
      version         int NOT NULL,
      item_id         text NOT NULL CONSTRAINT motion_at_item REFERENCES governance.agenda_item,
      meeting_id      text NOT NULL CONSTRAINT motion_at_meeting REFERENCES governance.meeting,
      body_id         text NOT NULL,
      position        int NOT NULL,
      act             text NOT NULL CONSTRAINT motion_act CHECK (act IN ('resolve', 'recommend', 'endorse', 'note')),
      text            text NOT NULL CONSTRAINT motion_written CHECK (text <> ''),
      moved_by        text NOT NULL,
      moved_title     text NOT NULL,
      seconded_by     text,
      seconded_title  text,
      way             text NOT NULL CONSTRAINT motion_way CHECK (way IN ('recorded', 'counted', 'consensus')),
      needs           text NOT NULL CONSTRAINT motion_needs CHECK (needs IN ('majority', 'two-thirds', 'unanimity')),
      counted_for     int,
      counted_against int,
      counted_abstain int,
      casting         text CONSTRAINT motion_casting CHECK (casting IN ('for', 'against')),
      reason          text NOT NULL DEFAULT '',
      public_at       timestamptz,
      entered_by      text NOT NULL,
      recorded_at     timestamptz NOT NULL,
      CONSTRAINT motion_pkey PRIMARY KEY (id, version),
      CONSTRAINT motion_counted CHECK ((way = 'counted') = (counted_for IS NOT NULL))
    );
    CREATE INDEX motion_by_meeting ON governance.motion (meeting_id);
    ${untilPublished('governance.motion', 'motions put to meetings; those at closed items stay with their own body')}

    CREATE TABLE governance.vote (
      motion_id    text NOT NULL,
      version      int NOT NULL,
      body_id      text NOT NULL,
      office_id    text NOT NULL,
      office_title text NOT NULL,
      choice       text NOT NULL CONSTRAINT vote_choice CHECK (choice IN ('for', 'against', 'abstain', 'dissents')),
      weight       int NOT NULL CONSTRAINT vote_weight_positive CHECK (weight > 0),
      cast_by      text,
      says         text NOT NULL DEFAULT '',
      public_at    timestamptz,
      CONSTRAINT vote_pkey PRIMARY KEY (motion_id, version, office_id),
      CONSTRAINT vote_on_motion FOREIGN KEY (motion_id, version) REFERENCES governance.motion
    );
    CREATE INDEX vote_by_office ON governance.vote (office_id);
    ${untilPublished('governance.vote', 'votes of members; those at closed items stay with their own body')}

    CREATE TABLE governance.minute (
      meeting_id text NOT NULL CONSTRAINT minute_of_meeting REFERENCES governance.meeting,
      item_id    text NOT NULL CONSTRAINT minute_of_item REFERENCES governance.agenda_item,
      part       text NOT NULL CONSTRAINT minute_part CHECK (part IN ('public', 'closed')),
      version    int NOT NULL,
      body_id    text NOT NULL,
      text       text NOT NULL,
      saved_by   text NOT NULL,
      saved_at   timestamptz NOT NULL,
      public_at  timestamptz,
      CONSTRAINT minute_pkey PRIMARY KEY (item_id, part, version),
      CONSTRAINT minute_closed_part_stays_closed CHECK (part = 'public' OR public_at IS NULL)
    );
    CREATE INDEX minute_by_meeting ON governance.minute (meeting_id);
    GRANT UPDATE (public_at) ON governance.minute TO accord_app;
    ${untilPublished('governance.minute', 'minutes, seen by their own body until they are published; closed parts for good')}

    CREATE TABLE governance.meeting_action (
      id           text CONSTRAINT meeting_action_pkey PRIMARY KEY,
      meeting_id   text NOT NULL CONSTRAINT action_of_meeting REFERENCES governance.meeting,
      item_id      text CONSTRAINT action_of_item REFERENCES governance.agenda_item,
      body_id      text NOT NULL,
      text         text NOT NULL CONSTRAINT meeting_action_written CHECK (text <> ''),
      owner_office text NOT NULL,
      owner_title  text NOT NULL,
      due_on       date,
      set_on       date NOT NULL,
      done_on      date,
      done_says    text NOT NULL DEFAULT '',
      recorded_at  timestamptz NOT NULL,
      CONSTRAINT meeting_action_done_after_it_is_set CHECK (done_on >= set_on)
    );
    CREATE INDEX meeting_action_by_meeting ON governance.meeting_action (meeting_id);
    CREATE INDEX meeting_action_open ON governance.meeting_action (body_id, due_on) WHERE done_on IS NULL;
    GRANT UPDATE (done_on, done_says) ON governance.meeting_action TO accord_app;
    COMMENT ON TABLE governance.meeting_action IS 'public: what meetings asked offices to do, by when, and when it was done';
  `,
};
