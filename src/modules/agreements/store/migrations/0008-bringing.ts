import { type Migration, privateTable } from '#platform/db';

export const bringing: Migration = {
  name: '0008-bringing',
  up: `
    -- Figures of areas outside, brought to compare with: England, a statistical neighbour.
    CREATE TABLE agreements.comparison_area (
      id           text CONSTRAINT comparison_area_pkey PRIMARY KEY CHECK (id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
      name         text NOT NULL CONSTRAINT comparison_area_named CHECK (name <> ''),
      body_id      text NOT NULL,
      published_by text NOT NULL,
      published_at timestamptz NOT NULL
    );
    COMMENT ON TABLE agreements.comparison_area IS 'public: areas outside the register whose figures are kept to compare with';

    -- Who brought what when: the first revision of each period, found by its period.
    CREATE INDEX reading_first ON agreements.reading (period_to, series_id, area_id)
      INCLUDE (period_from, published_at) WHERE revision = 1;

    ALTER TABLE agreements.batch ADD COLUMN is_comparison boolean NOT NULL DEFAULT false;
    ALTER TABLE agreements.batch_reading ADD COLUMN area_name text NOT NULL DEFAULT '';
    CREATE INDEX batch_reading_by_period ON agreements.batch_reading (series_id, area_id, period_to, period_from);

    CREATE TABLE agreements.reading_file (
      id            text CONSTRAINT reading_file_pkey PRIMARY KEY,
      body_id       text NOT NULL,
      brought       bigint GENERATED ALWAYS AS IDENTITY,
      filename      text NOT NULL,
      sha256        text NOT NULL,
      bytes         bytea,
      is_comparison boolean NOT NULL,
      brought_by    text NOT NULL,
      brought_at    timestamptz NOT NULL,
      rows_done     int NOT NULL DEFAULT 0,
      moved_at      timestamptz NOT NULL,
      put_at        timestamptz,
      findings      jsonb,
      refused       jsonb,
      batch_id      text,
      CONSTRAINT reading_file_body UNIQUE (id, body_id)
    );
    CREATE INDEX reading_file_by_body ON agreements.reading_file (body_id, brought DESC);
    GRANT UPDATE ON agreements.reading_file TO accord_app;
    ${privateTable('agreements.reading_file', 'files of readings that were brought, with what their check found')}
  `,
};
