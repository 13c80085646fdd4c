import type { Migration } from '#platform/db';

export const indicators: Migration = {
  name: '0002-indicators',
  up: `
    CREATE TABLE agreements.indicator (
      id             text CONSTRAINT indicator_pkey PRIMARY KEY CHECK (id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
      framework_id   text NOT NULL CONSTRAINT indicator_of_set REFERENCES agreements.framework,
      code           text NOT NULL CONSTRAINT indicator_coded CHECK (code <> ''),
      title          text NOT NULL CONSTRAINT indicator_titled CHECK (title <> ''),
      says           text NOT NULL DEFAULT '',
      kind           text NOT NULL CONSTRAINT indicator_kind CHECK (kind IN ('national', 'statutory', 'local')),
      is_placeholder boolean NOT NULL DEFAULT false,
      source         text NOT NULL,
      certainty      text NOT NULL,
      published_by   text NOT NULL,
      published_at   timestamptz NOT NULL,
      CONSTRAINT indicator_code_once UNIQUE (framework_id, code)
    );
    COMMENT ON TABLE agreements.indicator IS 'public: what is measured, by the sets that define it';

    -- A series is what readings are of. Its definition never changes: another unit, method or polarity is another series.
    CREATE TABLE agreements.series (
      id             text CONSTRAINT series_pkey PRIMARY KEY CHECK (id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
      indicator_id   text NOT NULL CONSTRAINT series_of_indicator REFERENCES agreements.indicator,
      title          text NOT NULL CONSTRAINT series_titled CHECK (title <> ''),
      concerns       text NOT NULL CONSTRAINT series_concerns CHECK (concerns IN ('population', 'performance')),
      polarity       text NOT NULL CONSTRAINT series_polarity CHECK (polarity IN ('higher', 'lower', 'band')),
      band_low       numeric,
      band_high      numeric,
      unit           text NOT NULL CONSTRAINT series_in_unit CHECK (unit <> ''),
      measured_as    text NOT NULL CONSTRAINT series_measured_as
        CHECK (measured_as IN ('percentage', 'rate', 'count', 'money', 'number')),
      decimals       int NOT NULL CONSTRAINT series_decimals CHECK (decimals BETWEEN 0 AND 6),
      frequency      text NOT NULL CONSTRAINT series_frequency
        CHECK (frequency IN ('monthly', 'quarterly', 'termly', 'annual', 'biennial')),
      accumulation   text NOT NULL CONSTRAINT series_accumulation
        CHECK (accumulation IN ('point', 'cumulative', 'rolling', 'academic-year')),
      numerator      text,
      denominator    text,
      per            numeric,
      method         text NOT NULL CONSTRAINT series_method CHECK (method IN ('count', 'survey')),
      design_effect  numeric CONSTRAINT series_design_effect CHECK (design_effect >= 1),
      suppress_under int CONSTRAINT series_suppression CHECK (suppress_under > 0),
      collected_by   text NOT NULL CONSTRAINT series_collected_by CHECK (collected_by IN ('district', 'county', 'body')),
      lag_days       int NOT NULL CONSTRAINT series_lag CHECK (lag_days >= 0),
      floor_margin   numeric CONSTRAINT series_floor_margin CHECK (floor_margin >= 0),
      profile        numeric[],
      measured_from  text NOT NULL,
      from_day       date,
      replaces       text CONSTRAINT series_replaces REFERENCES agreements.series,
      proxy_for      text CONSTRAINT series_proxy_for REFERENCES agreements.series,
      is_illustrative boolean NOT NULL DEFAULT false,
      source         text NOT NULL,
      certainty      text NOT NULL,
      published_by   text NOT NULL,
      published_at   timestamptz NOT NULL,
      CONSTRAINT series_band_when_polarity_is_band
        CHECK ((polarity = 'band') = (band_low IS NOT NULL AND band_high IS NOT NULL) AND band_low <= band_high),
      CONSTRAINT series_ratio_whole CHECK ((numerator IS NULL) = (denominator IS NULL))
    );
    CREATE INDEX series_by_indicator ON agreements.series (indicator_id);
    COMMENT ON TABLE agreements.series IS 'public: how an indicator is measured: unit, polarity, frequency, source';

    CREATE TABLE agreements.measure (
      outcome_id   text NOT NULL CONSTRAINT measure_of_outcome REFERENCES agreements.outcome,
      indicator_id text NOT NULL CONSTRAINT measure_by_indicator REFERENCES agreements.indicator,
      standing     text NOT NULL CONSTRAINT measure_standing CHECK (standing IN ('suggested', 'chosen')),
      says         text NOT NULL DEFAULT '',
      source       text NOT NULL,
      certainty    text NOT NULL,
      CONSTRAINT measure_pkey PRIMARY KEY (outcome_id, indicator_id)
    );
    CREATE INDEX measure_by_indicator_id ON agreements.measure (indicator_id);
    COMMENT ON TABLE agreements.measure IS 'public: which indicators tell how an outcome goes, suggested or chosen';

    -- Who must bring the readings of a series about an area: an office, never a person.
    CREATE TABLE agreements.series_owner (
      series_id  text NOT NULL CONSTRAINT series_owner_of REFERENCES agreements.series,
      area_id    text NOT NULL,
      body_id    text NOT NULL,
      role       text NOT NULL,
      from_day   date NOT NULL,
      until_day  date,
      named_by   text NOT NULL,
      recorded_at timestamptz NOT NULL,
      CONSTRAINT series_owner_pkey PRIMARY KEY (series_id, area_id, from_day),
      CONSTRAINT series_owner_ends_after_it_begins CHECK (until_day > from_day)
    );
    CREATE INDEX series_owner_by_body ON agreements.series_owner (body_id);
    GRANT UPDATE (until_day) ON agreements.series_owner TO accord_app;
    COMMENT ON TABLE agreements.series_owner IS 'public: which office brings the readings of a series about an area';
  `,
};
