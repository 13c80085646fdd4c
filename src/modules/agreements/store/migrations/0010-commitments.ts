import type { Migration } from '#platform/db';

export const commitments: Migration = {
  name: '0010-commitments',
  up: `
    CREATE TABLE agreements.collection (
      id              text CONSTRAINT collection_pkey PRIMARY KEY,
      title           text NOT NULL,
      summary         text NOT NULL,
      document        text NOT NULL,
      kept_by         text NOT NULL,
      from_day        date NOT NULL,
      dated           text NOT NULL,
      is_illustrative boolean NOT NULL DEFAULT false,
      source          text NOT NULL,
      certainty       text NOT NULL,
      recorded_at     timestamptz NOT NULL
    );
    COMMENT ON TABLE agreements.collection IS 'public: the promises of one document, or those a body keeps for itself';

    -- Never edited: whatever becomes of a promise is a dated fact beside it.
    CREATE TABLE agreements.commitment (
      id            text CONSTRAINT commitment_pkey PRIMARY KEY,
      collection_id text NOT NULL CONSTRAINT commitment_of_collection REFERENCES agreements.collection,
      number        text NOT NULL,
      position      int NOT NULL,
      promise       text NOT NULL CONSTRAINT commitment_retold CHECK (promise <> ''),
      owners        text[] NOT NULL CONSTRAINT commitment_owned CHECK (cardinality(owners) > 0),
      measure       text NOT NULL CONSTRAINT commitment_measure CHECK (measure IN ('figure', 'event', 'none')),
      measured_by   text NOT NULL CONSTRAINT commitment_says_how_measured CHECK (measured_by <> ''),
      note          text NOT NULL DEFAULT '',
      topics        text[] NOT NULL DEFAULT '{}',
      places        text[] NOT NULL DEFAULT '{}',
      from_day      date NOT NULL,
      certainty     text NOT NULL,
      recorded_by   text NOT NULL,
      recorded_at   timestamptz NOT NULL,
      CONSTRAINT commitment_in_collection CHECK (id = collection_id || '/' || number)
    );
    CREATE INDEX commitment_by_collection ON agreements.commitment (collection_id, position);
    CREATE INDEX commitment_by_owner ON agreements.commitment USING gin (owners);
    CREATE INDEX commitment_by_place ON agreements.commitment USING gin (places);
    COMMENT ON TABLE agreements.commitment IS 'public: what was promised in words, retold';

    CREATE TABLE agreements.commitment_source (
      collection_id text NOT NULL,
      number        text NOT NULL,
      commitment_id text NOT NULL CONSTRAINT source_of_commitment REFERENCES agreements.commitment,
      position      int NOT NULL,
      document      text NOT NULL,
      chapter       text NOT NULL,
      cites         text NOT NULL CONSTRAINT commitment_cites CHECK (cites <> ''),
      says          text NOT NULL DEFAULT '',
      CONSTRAINT commitment_source_pkey PRIMARY KEY (collection_id, number)
    );
    CREATE INDEX commitment_source_of ON agreements.commitment_source (commitment_id, position);
    COMMENT ON TABLE agreements.commitment_source IS 'public: every place where a promise stands, by its own number';

    CREATE TABLE agreements.commitment_fact (
      commitment_id text NOT NULL CONSTRAINT fact_of_commitment REFERENCES agreements.commitment,
      number        int NOT NULL,
      kind          text NOT NULL CONSTRAINT commitment_fact_kind CHECK (kind IN ('owner', 'milestone', 'moved', 'met',
        'missed', 'unmet', 'evidence', 'status', 'reopened', 'reply', 'linked', 'unlinked', 'joined')),
      on_day        date NOT NULL,
      says          text NOT NULL,
      source        text NOT NULL,
      body_id       text NOT NULL,
      by_office     text NOT NULL,
      -- The milestone it tells of, or the fact it replies to.
      of_fact       int,
      -- What a milestone is, or the title of an office.
      what          text,
      due_by        date,
      due_precision text CONSTRAINT commitment_due_precision CHECK (due_precision IN
        ('day', 'month', 'season', 'year', 'financial-year')),
      due_said      text,
      evidence      int[] NOT NULL DEFAULT '{}',
      status        text CONSTRAINT commitment_status CHECK (status IN
        ('under-way', 'kept', 'partly-kept', 'not-kept', 'withdrawn')),
      evidence_kind text CONSTRAINT commitment_evidence_kind CHECK (evidence_kind IN ('link', 'paper', 'decision', 'reading')),
      -- An office, a page of this site or of another, or a paper.
      at            text,
      recorded_at   timestamptz NOT NULL,
      CONSTRAINT commitment_fact_pkey PRIMARY KEY (commitment_id, number),
      CONSTRAINT commitment_fact_of_earlier CHECK (of_fact < number),
      CONSTRAINT commitment_status_has_evidence CHECK (kind NOT IN ('status', 'met') OR cardinality(evidence) > 0),
      CONSTRAINT commitment_status_said CHECK ((kind = 'status') = (status IS NOT NULL)),
      CONSTRAINT commitment_fact_of_milestone CHECK (kind NOT IN ('moved', 'met', 'missed', 'unmet') OR of_fact IS NOT NULL),
      CONSTRAINT commitment_due_is_whole CHECK ((due_by IS NULL) = (due_precision IS NULL)),
      CONSTRAINT commitment_evidence_is_somewhere CHECK ((kind = 'evidence') = (evidence_kind IS NOT NULL)),
      CONSTRAINT commitment_fact_is_somewhere CHECK (kind NOT IN ('owner', 'evidence', 'linked', 'unlinked', 'joined')
        OR at IS NOT NULL)
    );
    CREATE INDEX commitment_fact_at ON agreements.commitment_fact (at) WHERE kind IN ('linked', 'joined');
    COMMENT ON TABLE agreements.commitment_fact IS 'public: what was said and done about a promise, and when';
  `,
};
