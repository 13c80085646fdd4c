import type { Migration } from '#platform/db';

// The columns of a version are what lists filter, sort and show; the rest of what it says is kept as one document, which
// is never searched and never changed. The open plan of a day is found by the span of days in which a version can be open:
// from its publication until a quarter of a year after its last day, for decisions of which no record came.
export const notices: Migration = {
  name: '0006-notices',
  up: `
    CREATE TABLE governance.notice (
      id                 text CONSTRAINT notice_pkey PRIMARY KEY,
      body_id            text NOT NULL,
      reference          text NOT NULL,
      external_reference text,
      first_published_on date NOT NULL,
      CONSTRAINT notice_reference_once UNIQUE (body_id, reference),
      CONSTRAINT notice_external_reference_once UNIQUE (body_id, external_reference)
    );
    COMMENT ON TABLE governance.notice IS 'public: notices of forthcoming decisions';

    CREATE TABLE governance.notice_version (
      notice_id           text NOT NULL CONSTRAINT notice_version_of_notice REFERENCES governance.notice,
      version             int NOT NULL CONSTRAINT notice_version_positive CHECK (version > 0),
      body_id             text NOT NULL,
      change              text NOT NULL CONSTRAINT notice_version_change
        CHECK (change IN ('first', 'changed', 'postponed', 'private-again', 'withdrawn')),
      reason              text NOT NULL DEFAULT '',
      counts_anew         boolean NOT NULL,
      published_on        date NOT NULL,
      published_time      time,
      published_elsewhere text NOT NULL DEFAULT '',
      published_by        text NOT NULL,
      from_draft          text CONSTRAINT notice_version_from_draft_once UNIQUE,
      recorded_at         timestamptz NOT NULL,
      title               text NOT NULL CONSTRAINT notice_version_titled CHECK (title <> ''),
      is_key              boolean NOT NULL,
      is_private          boolean NOT NULL,
      access              text NOT NULL CONSTRAINT notice_version_access
        CHECK (access IN ('open', 'part-exempt', 'exempt', 'confidential')),
      route               text NOT NULL CONSTRAINT notice_version_route CHECK (route IN ('full-notice',
        'general-exception', 'special-urgency', 'forward-plan', 'none')),
      maker_kind          text NOT NULL CONSTRAINT notice_version_maker_kind CHECK (maker_kind IN ('cabinet',
        'cabinet-committee', 'cabinet-member', 'leader', 'officer', 'joint-committee', 'area-committee',
        'council', 'committee', 'ward-councillor', 'forum')),
      decision_maker      text NOT NULL CONSTRAINT notice_version_maker CHECK (decision_maker <> ''),
      due_from            date NOT NULL,
      due_until           date NOT NULL,
      places              text[] NOT NULL DEFAULT '{}',
      topics              text[] NOT NULL DEFAULT '{}',
      content             jsonb NOT NULL,
      CONSTRAINT notice_version_pkey PRIMARY KEY (notice_id, version),
      CONSTRAINT notice_version_first CHECK ((change = 'first') = (version = 1)),
      CONSTRAINT notice_version_due CHECK (due_until >= due_from),
      CONSTRAINT notice_version_says_why CHECK (version = 1 OR reason <> '')
    );
    CREATE INDEX notice_version_by_open_days ON governance.notice_version
      USING gist (daterange(published_on, greatest(published_on, due_until + 92), '[]'));
    CREATE INDEX notice_version_by_publication ON governance.notice_version (published_on, notice_id);
    CREATE INDEX notice_version_by_body ON governance.notice_version (body_id, published_on DESC);
    COMMENT ON TABLE governance.notice_version IS
      'public: what a notice said from when on, never edited: a change is the next version';

    CREATE INDEX decision_by_notice ON governance.decision (notice_id, published_on) WHERE notice_id IS NOT NULL;
  `,
};
