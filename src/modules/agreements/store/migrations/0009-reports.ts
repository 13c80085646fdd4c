import type { Migration } from '#platform/db';

export const reports: Migration = {
  name: '0009-reports',
  up: `
    -- A report is frozen when it is published: its lines are what the figures of its day made of each series.
    CREATE TABLE agreements.report (
      id           text CONSTRAINT report_pkey PRIMARY KEY CHECK (id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
      body_id      text NOT NULL,
      title        text NOT NULL CONSTRAINT report_titled CHECK (title <> ''),
      of_kind      text NOT NULL CONSTRAINT report_of_kind CHECK (of_kind IN ('body', 'place', 'theme')),
      of_id        text NOT NULL,
      of_name      text NOT NULL,
      period_from  date NOT NULL,
      period_to    date NOT NULL,
      known_on     date NOT NULL,
      says         text NOT NULL DEFAULT '',
      lines        jsonb NOT NULL,
      by_office    text NOT NULL,
      published_at timestamptz NOT NULL,
      CONSTRAINT report_period CHECK (period_from <= period_to)
    );
    CREATE INDEX report_by_body ON agreements.report (body_id, published_at DESC);
    COMMENT ON TABLE agreements.report IS 'public: quarterly reports as they were published';

    -- Every figure a report gives, with the revision it came from: so a later revision can be told.
    CREATE TABLE agreements.report_figure (
      report_id   text NOT NULL CONSTRAINT report_figure_of REFERENCES agreements.report,
      position    int NOT NULL,
      series_id   text NOT NULL,
      area_id     text NOT NULL,
      period_from date NOT NULL,
      period_to   date NOT NULL,
      revision    int NOT NULL,
      status      text NOT NULL,
      value       numeric,
      quoted_as   text,
      CONSTRAINT report_figure_pkey PRIMARY KEY (report_id, position),
      CONSTRAINT report_figure_from FOREIGN KEY (series_id, area_id, period_to, period_from, revision)
        REFERENCES agreements.reading (series_id, area_id, period_to, period_from, revision)
    );
    COMMENT ON TABLE agreements.report_figure IS 'public: the figures of a report; quoted_as is the token its own words have';

    CREATE INDEX target_by_area ON agreements.target (area_id);
  `,
};
