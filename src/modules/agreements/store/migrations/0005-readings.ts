import { type Migration, privateTable } from '#platform/db';

export const readings: Migration = {
  name: '0005-readings',
  up: `
    -- Approved readings alone, every revision kept: what was known on a day is the last one published by then.
    CREATE TABLE agreements.reading (
      series_id    text NOT NULL CONSTRAINT reading_of_series REFERENCES agreements.series,
      area_id      text NOT NULL,
      period_from  date NOT NULL,
      period_to    date NOT NULL,
      revision     int NOT NULL CONSTRAINT reading_revision_counts CHECK (revision > 0),
      status       text NOT NULL CONSTRAINT reading_status CHECK (status IN
        ('estimate', 'provisional', 'final', 'revised', 'suppressed', 'not-available')),
      value        numeric,
      numerator    numeric,
      denominator  numeric,
      ci_low       numeric,
      ci_high      numeric,
      sample       int,
      note         text NOT NULL DEFAULT '',
      source       text NOT NULL,
      body_id      text NOT NULL,
      batch_id     text NOT NULL,
      entered_by   text NOT NULL,
      approved_by  text NOT NULL,
      published_at timestamptz NOT NULL,
      CONSTRAINT reading_pkey PRIMARY KEY (series_id, area_id, period_to, period_from, revision),
      CONSTRAINT reading_period CHECK (period_from <= period_to),
      CONSTRAINT reading_value_when_there_is_one
        CHECK ((value IS NULL) = (status IN ('suppressed', 'not-available')))
    );
    CREATE INDEX reading_by_area ON agreements.reading (area_id, period_to, series_id);
    CREATE INDEX reading_by_batch ON agreements.reading (batch_id);
    COMMENT ON TABLE agreements.reading IS 'public: approved readings, every revision of each';

    CREATE TABLE agreements.batch (
      id          text CONSTRAINT batch_pkey PRIMARY KEY,
      body_id     text NOT NULL,
      came_by     text NOT NULL CONSTRAINT batch_came_by CHECK (came_by IN ('form', 'file', 'api')),
      file_name   text,
      says        text NOT NULL DEFAULT '',
      entered_by  text NOT NULL,
      office_id   text NOT NULL,
      account_id  text,
      entered_at  timestamptz NOT NULL,
      CONSTRAINT batch_body UNIQUE (id, body_id)
    );
    CREATE INDEX batch_by_body ON agreements.batch (body_id, entered_at DESC);
    ${privateTable('agreements.batch', 'readings entered together, seen by their own body alone')}

    CREATE TABLE agreements.batch_outcome (
      batch_id   text CONSTRAINT batch_outcome_pkey PRIMARY KEY,
      body_id    text NOT NULL,
      outcome    text NOT NULL CONSTRAINT batch_outcome_is CHECK (outcome IN ('approved', 'returned', 'withdrawn')),
      says       text NOT NULL DEFAULT '',
      by_office  text NOT NULL,
      at         timestamptz NOT NULL,
      CONSTRAINT batch_outcome_of FOREIGN KEY (batch_id, body_id) REFERENCES agreements.batch (id, body_id)
    );
    ${privateTable('agreements.batch_outcome', 'what a second officer made of readings entered')}

    CREATE TABLE agreements.batch_reading (
      batch_id    text NOT NULL,
      body_id     text NOT NULL,
      position    int NOT NULL,
      series_id   text NOT NULL,
      area_id     text NOT NULL,
      period_from date NOT NULL,
      period_to   date NOT NULL,
      status      text NOT NULL,
      value       numeric,
      numerator   numeric,
      denominator numeric,
      ci_low      numeric,
      ci_high     numeric,
      sample      int,
      note        text NOT NULL DEFAULT '',
      source      text NOT NULL,
      revises     int NOT NULL,
      CONSTRAINT batch_reading_pkey PRIMARY KEY (batch_id, position),
      CONSTRAINT batch_reading_once UNIQUE (batch_id, series_id, area_id, period_to, period_from),
      CONSTRAINT batch_reading_of FOREIGN KEY (batch_id, body_id) REFERENCES agreements.batch (id, body_id)
    );
    ${privateTable('agreements.batch_reading', 'readings that nobody has approved yet, and those returned')}

    -- The story its owner writes behind a curve, and the dates it spoke for.
    CREATE TABLE agreements.story (
      series_id    text NOT NULL CONSTRAINT story_of_series REFERENCES agreements.series,
      area_id      text NOT NULL,
      number       int NOT NULL,
      period_to    date NOT NULL,
      says         text NOT NULL CONSTRAINT story_told CHECK (says <> ''),
      body_id      text NOT NULL,
      by_office    text NOT NULL,
      published_at timestamptz NOT NULL,
      CONSTRAINT story_pkey PRIMARY KEY (series_id, area_id, number)
    );
    COMMENT ON TABLE agreements.story IS 'public: the story behind a reading, as its owner wrote it';
  `,
};
