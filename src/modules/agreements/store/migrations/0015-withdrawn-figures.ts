import { type Migration, privateTable } from '#platform/db';

const figures = 'value, numerator, denominator, ci_low, ci_high, sample, note';

/**
 * A figure by which somebody can be known is hidden on every day, not from the day of its suppression alone: what was published
 * before goes where only the body that suppressed it can read it, and out of the reports that gave it. Done by the database
 * itself, so that no way of publishing forgets it.
 */
export const withdrawnFigures: Migration = {
  name: '0015-withdrawn-figures',
  up: `
    CREATE TABLE agreements.withdrawn_figure (
      series_id    text NOT NULL,
      area_id      text NOT NULL,
      period_from  date NOT NULL,
      period_to    date NOT NULL,
      revision     int NOT NULL,
      body_id      text NOT NULL,
      status       text NOT NULL,
      value        numeric,
      numerator    numeric,
      denominator  numeric,
      ci_low       numeric,
      ci_high      numeric,
      sample       int,
      note         text NOT NULL,
      withdrawn_at timestamptz NOT NULL,
      CONSTRAINT withdrawn_figure_pkey PRIMARY KEY (series_id, area_id, period_to, period_from, revision),
      CONSTRAINT withdrawn_figure_of FOREIGN KEY (series_id, area_id, period_to, period_from, revision)
        REFERENCES agreements.reading (series_id, area_id, period_to, period_from, revision)
    );
    ${privateTable('agreements.withdrawn_figure', 'figures withdrawn after they were published, so that nobody can be known by them')}

    ALTER TABLE agreements.reading ADD COLUMN withdrawn_at timestamptz,
      ADD CONSTRAINT reading_withdrawn_has_no_figure CHECK (withdrawn_at IS NULL OR status = 'suppressed');

    CREATE FUNCTION agreements.withdraw_suppressed() RETURNS trigger
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
    DECLARE
      viewer text := coalesce(current_setting('accord.body', true), '');
      gone record;
    BEGIN
      FOR gone IN
        SELECT earlier.series_id, earlier.area_id, earlier.period_from, earlier.period_to, earlier.revision,
          fresh.body_id AS by_body, fresh.published_at AS at
        FROM fresh JOIN agreements.reading AS earlier USING (series_id, area_id, period_to, period_from)
        WHERE fresh.status = 'suppressed' AND earlier.revision < fresh.revision AND earlier.value IS NOT NULL
      LOOP
        PERFORM set_config('accord.body', gone.by_body, true);
        INSERT INTO agreements.withdrawn_figure
          (series_id, area_id, period_from, period_to, revision, body_id, status, ${figures}, withdrawn_at)
        SELECT series_id, area_id, period_from, period_to, revision, gone.by_body, status, ${figures}, gone.at
        FROM agreements.reading
        WHERE series_id = gone.series_id AND area_id = gone.area_id AND period_to = gone.period_to
          AND period_from = gone.period_from AND revision = gone.revision;
        PERFORM set_config('accord.body', '', true);
        UPDATE agreements.reading SET status = 'suppressed', value = NULL, numerator = NULL, denominator = NULL,
          ci_low = NULL, ci_high = NULL, sample = NULL, note = '', withdrawn_at = gone.at
        WHERE series_id = gone.series_id AND area_id = gone.area_id AND period_to = gone.period_to
          AND period_from = gone.period_from AND revision = gone.revision;
        -- The words of a report were made of the figure: its own line says no more than that it is withdrawn, and no other
        -- line of the same curve compares with it.
        UPDATE agreements.report AS told SET lines = (
          SELECT jsonb_agg(CASE
            WHEN line ->> 'seriesId' <> gone.series_id OR line ->> 'areaId' <> gone.area_id THEN line
            WHEN own.gives THEN line || '{"figure": "", "because": "", "direction": "", "forecast": "", "story": "",
              "status": "Not shown", "isWithdrawn": true}'
            ELSE line || '{"direction": "", "forecast": ""}' END ORDER BY position)
          FROM jsonb_array_elements(told.lines) WITH ORDINALITY AS each (line, position))
        FROM (
          SELECT report.id, EXISTS (
            SELECT FROM agreements.report_figure AS figure
            WHERE figure.report_id = report.id AND figure.quoted_as IS NULL AND figure.series_id = gone.series_id
              AND figure.area_id = gone.area_id AND figure.period_to = gone.period_to
              AND figure.period_from = gone.period_from) AS gives
          FROM agreements.report
          WHERE report.lines @> jsonb_build_array(jsonb_build_object('seriesId', gone.series_id, 'areaId', gone.area_id))
        ) AS own
        WHERE told.id = own.id;
        UPDATE agreements.report_figure SET status = 'suppressed', value = NULL
        WHERE series_id = gone.series_id AND area_id = gone.area_id AND period_to = gone.period_to
          AND period_from = gone.period_from AND revision = gone.revision;
      END LOOP;
      PERFORM set_config('accord.body', viewer, true);
      RETURN NULL;
    END $$;
    REVOKE ALL ON FUNCTION agreements.withdraw_suppressed() FROM PUBLIC;
    CREATE TRIGGER withdraw_suppressed AFTER INSERT ON agreements.reading
      REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION agreements.withdraw_suppressed();
  `,
};
