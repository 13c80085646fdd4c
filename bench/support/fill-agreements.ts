import { Client } from 'pg';

/** How much is generated: so many indicators, each read every month in the county, twelve districts and Medway. */
export type AgreementsSize = Readonly<{ indicators: number; years: number }>;
export const twentyYearsOfReadings: AgreementsSize = { indicators: 300, years: 20 };

/** What was written, for the line that a benchmark prints. */
export type AgreementsFilled = Readonly<{ series: number; readings: number; targets: number }>;

/**
 * Fills the agreements of a database that has the example’s bodies and places: one set of indicators, half of them true of
 * everybody and half one body’s own, a reading a month with one in twenty revised, and a target, an owner and consents
 * for each series in each area. The same ones every time.
 */
export async function fillAgreements(
  ownerUrl: string,
  { indicators, years }: AgreementsSize = twentyYearsOfReadings,
): Promise<AgreementsFilled> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('SELECT setseed(0.4)');
    for (const step of steps)
      await client.query(
        step.replaceAll('$indicators', String(indicators)).replaceAll('$years', String(years)),
      );
    await client.query('ANALYZE');
    const { rows } = await client.query<AgreementsFilled>(
      `SELECT (SELECT count(*) FROM agreements.series WHERE id LIKE 'bench-%')::int AS series,
         (SELECT count(*) FROM agreements.reading WHERE batch_id = 'bench')::int AS readings,
         (SELECT count(*) FROM agreements.target WHERE agreement_id LIKE 'bench-%')::int AS targets`,
    );
    const [filled] = rows;
    if (filled === undefined) throw new Error('Counting answers one row');
    return filled;
  } finally {
    await client.end();
  }
}

/** The county, its districts and Medway: as places for what is true of everybody, as bodies for what one body does. */
const areas = `
  (SELECT place.id AS place_id, CASE WHEN place.kind = 'county' THEN 'kent-county-council' ELSE place.id END AS body_id
   FROM register.place AS place)`;

const steps: readonly string[] = [
  `INSERT INTO agreements.framework (id, title, kind, body_id, from_day, source, certainty, published_by, published_at)
   VALUES ('bench-set', 'Generated indicators', 'indicator-set', NULL, NULL, 'generated', 'illustrative', 'Bench', now()),
     ('bench-plan', 'Generated plan', 'plan', 'kent-county-council', NULL, 'generated', 'illustrative', 'Bench', now())`,
  `INSERT INTO agreements.theme (framework_id, number, title)
   SELECT 'bench-plan', n, 'Generated theme ' || n FROM generate_series(1, 8) AS n`,
  `INSERT INTO agreements.outcome (id, framework_id, number, theme, title, concerns, source, certainty)
   SELECT 'bench-plan/' || n, 'bench-plan', n, 1 + n % 8, 'Generated outcome ' || n,
     CASE WHEN n % 2 = 0 THEN 'population' ELSE 'performance' END, 'generated', 'illustrative'
   FROM generate_series(1, 34) AS n`,
  `INSERT INTO agreements.indicator (id, framework_id, code, title, kind, source, certainty, published_by, published_at)
   SELECT 'bench-' || n, 'bench-set', 'B' || n, 'Generated indicator ' || n, 'local', 'generated', 'illustrative', 'Bench', now()
   FROM generate_series(1, $indicators) AS n`,
  `INSERT INTO agreements.measure (outcome_id, indicator_id, position, standing, on_day, body_id, by_office, source, certainty)
   SELECT 'bench-plan/' || 1 + n % 34, 'bench-' || n, 1, 'chosen', current_date - 365 * $years, 'kent-county-council', 'Bench', 'generated',
     'illustrative'
   FROM generate_series(1, $indicators) AS n`,
  `INSERT INTO agreements.series (id, indicator_id, title, concerns, polarity, band_low, band_high, unit, measured_as, decimals, frequency,
     accumulation, numerator, denominator, per, method, design_effect, collected_by, lag_days, floor_margin, measured_from, proxy_for,
     source, certainty, published_by, published_at)
   SELECT 'bench-' || n, 'bench-' || n, 'Generated series ' || n, CASE WHEN n % 2 = 0 THEN 'population' ELSE 'performance' END,
     CASE WHEN n % 20 = 0 THEN 'band' WHEN n % 3 = 0 THEN 'lower' ELSE 'higher' END,
     CASE WHEN n % 20 = 0 THEN 40 END, CASE WHEN n % 20 = 0 THEN 60 END,
     CASE WHEN n % 5 = 0 THEN 'homes' ELSE '% of residents' END, CASE WHEN n % 5 = 0 THEN 'count' ELSE 'percentage' END, 1, 'monthly',
     CASE WHEN n % 5 = 0 THEN 'cumulative' ELSE 'point' END, NULL, NULL, NULL,
     CASE WHEN n % 7 = 0 THEN 'survey' ELSE 'count' END, CASE WHEN n % 7 = 0 THEN 1.2 END,
     CASE WHEN n % 2 = 0 THEN 'district' ELSE 'body' END, 20, CASE WHEN n % 4 = 0 THEN 2 END, 'generated',
     CASE WHEN n % 30 = 0 THEN 'bench-' || n - 2 END, 'generated', 'illustrative', 'Bench', now()
   FROM generate_series(1, $indicators) AS n`,
  `INSERT INTO agreements.series_owner (series_id, area_id, body_id, role, from_day, named_by, recorded_at)
   SELECT series.id, CASE WHEN series.concerns = 'population' THEN area.place_id ELSE area.body_id END, area.body_id, 'performance',
     current_date - 365 * $years, 'Bench', now()
   FROM agreements.series, ${areas} AS area WHERE series.id LIKE 'bench-%' AND right(series.id, 1) <> '7'`,
  `INSERT INTO agreements.reading (series_id, area_id, period_from, period_to, revision, status, value, ci_low, ci_high, sample, source,
     body_id, batch_id, entered_by, approved_by, published_at)
   SELECT id, area_id, CASE WHEN adds_up THEN (date_trunc('year', month - interval '3 months') + interval '3 months')::date ELSE month END,
     until, 1, status, CASE WHEN status <> 'suppressed' THEN value END,
     CASE WHEN is_survey AND status <> 'suppressed' THEN value - 2.5 END, CASE WHEN is_survey AND status <> 'suppressed' THEN value + 2.5 END,
     CASE WHEN is_survey THEN 1100 END, 'generated', body_id, 'bench', 'Bench', 'Bench', published_at
   FROM (
     SELECT series.id, series.method = 'survey' AS is_survey, series.accumulation = 'cumulative' AS adds_up, area.body_id,
       CASE WHEN series.concerns = 'population' THEN area.place_id ELSE area.body_id END AS area_id, month, until,
       CASE WHEN random() < 0.005 THEN 'suppressed' WHEN until > current_date - 60 THEN 'provisional' ELSE 'final' END AS status,
       round((CASE WHEN series.accumulation = 'cumulative' THEN (1 + (extract(month FROM month)::int + 8) % 12) * (4 + random())
         ELSE 30 + (extract(year FROM month) - 2000) * 0.8 + random() * 10 END)::numeric, 1) AS value,
       least(until + 20 + interval '9 hours', now()) AS published_at
     FROM agreements.series, ${areas} AS area,
       LATERAL (SELECT g::date AS month, (g + interval '1 month' - interval '1 day')::date AS until
         FROM generate_series(date_trunc('month', now()) - interval '1 month' * 12 * $years, date_trunc('month', now()) - interval '1 month',
           interval '1 month') AS g) AS calendar
     WHERE series.id LIKE 'bench-%'
   ) AS measured`,
  `INSERT INTO agreements.reading (series_id, area_id, period_from, period_to, revision, status, value, ci_low, ci_high, sample, source,
     body_id, batch_id, entered_by, approved_by, published_at)
   SELECT series_id, area_id, period_from, period_to, 2, 'revised', value + 1, ci_low + 1, ci_high + 1, sample, source, body_id, 'bench',
     'Bench', 'Bench', published_at + interval '1 day'
   FROM agreements.reading WHERE batch_id = 'bench' AND value IS NOT NULL AND random() < 0.05`,
  `INSERT INTO agreements.story (series_id, area_id, number, period_to, says, body_id, by_office, published_at)
   SELECT series_id, area_id, 1, current_date - 60, 'What lies behind these generated readings is told here in a sentence or two.',
     body_id, 'Bench', now()
   FROM agreements.series_owner WHERE named_by = 'Bench' AND random() < 0.2`,
  `INSERT INTO agreements.agreement (id, kind, body_id, recorded_at)
   SELECT 'bench-' || area.place_id, 'plan', area.body_id, now() FROM ${areas} AS area`,
  `INSERT INTO agreements.agreement_version (agreement_id, number, title, framework_id, source, certainty, on_day, published_by, recorded_at)
   SELECT id, 1, 'Generated agreement of ' || body_id, 'bench-plan', 'generated', 'illustrative', current_date - 900, 'Bench', now()
   FROM agreements.agreement WHERE id LIKE 'bench-%'`,
  `INSERT INTO agreements.agreement_party (agreement_id, version, position, body_id, capacity)
   SELECT id, 1, 1, body_id, 'lead' FROM agreements.agreement WHERE id LIKE 'bench-%'`,
  `INSERT INTO agreements.target (id, agreement_id, outcome_id, series_id, area_id, standing, number, recorded_at)
   SELECT 'bench-' || area.place_id || '/' || n, 'bench-' || area.place_id, 'bench-plan/' || 1 + n % 34, 'bench-' || n,
     CASE WHEN n % 2 = 0 THEN area.place_id ELSE area.body_id END, 'local', n, now()
   FROM ${areas} AS area, generate_series(1, $indicators) AS n`,
  `INSERT INTO agreements.target_version (target_id, number, lead_body, baseline, baseline_from, baseline_to, baseline_status, put_on, put_by,
     by_body, source, certainty, recorded_at)
   SELECT target.id, 1, agreement.body_id, CASE WHEN target.number % 5 = 0 THEN 50 ELSE 40 END, current_date - 1295, current_date - 931, 'final',
     current_date - 930, 'Bench', agreement.body_id, 'generated', 'illustrative', now()
   FROM agreements.target JOIN agreements.agreement ON agreement.id = target.agreement_id WHERE target.id LIKE 'bench-%'`,
  `INSERT INTO agreements.target_value (target_id, version, period_from, period_to, value, floor)
   SELECT target.id, 1, make_date(began + n, 4, 1), make_date(began + n + 1, 3, 31),
     CASE WHEN target.number % 20 = 0 THEN 50 WHEN target.number % 5 = 0 THEN 54 ELSE 50 + n END,
     CASE WHEN target.number % 10 = 1 THEN 47 END
   FROM agreements.target, generate_series(0, 2) AS n,
     LATERAL (SELECT extract(year FROM current_date - interval '3 months')::int - 1 AS began) AS term
   WHERE target.id LIKE 'bench-%'`,
  `INSERT INTO agreements.target_partner (target_id, version, position, body_id)
   SELECT target.id, 1, partner.position, partner.body_id
   FROM agreements.target JOIN agreements.agreement ON agreement.id = target.agreement_id,
     LATERAL (SELECT DISTINCT ON (body_id) body_id, position FROM (VALUES (agreement.body_id, 1), ('kent-county-council', 2)) AS v (body_id, position)
       ORDER BY body_id, position) AS partner
   WHERE target.id LIKE 'bench-%'`,
  `INSERT INTO agreements.target_answer (target_id, version, body_id, position, answer, decision_id, on_day, by_office, source, recorded_at)
   SELECT target_id, 1, body_id, 1, 'consents', body_id || '/2008-B0002', current_date - 900, 'Bench', 'generated', now()
   FROM agreements.target_partner WHERE target_id LIKE 'bench-%'`,
];
