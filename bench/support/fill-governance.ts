import { Client } from 'pg';

/** How much is generated: 14 councils over 20 years. */
export type Size = Readonly<{ decisions: number; meetings: number; items: number }>;
export const twentyYears: Size = { decisions: 60_000, meetings: 30_000, items: 200_000 };

const firstYear = 2007;
const years = 20;

/**
 * Fills the governance of a database that has the example’s councils with decisions, notices, meetings and agenda items, the
 * same ones every time. Each council’s rows are written for that council, as row-level security asks.
 */
export async function fillGovernance(ownerUrl: string, size: Size = twentyYears): Promise<void> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(words);
    const { rows } = await client.query<{ id: string }>(
      `SELECT id FROM register.body WHERE kind IN ('county-council', 'district-council', 'unitary-council') ORDER BY id`,
    );
    const each = (total: number) => Math.round(total / rows.length / years);
    for (const { id } of rows) {
      await client.query('BEGIN');
      await client.query(`SELECT set_config('accord.body', $1, true)`, [id]);
      await client.query(`SELECT setseed(0.${Math.abs(hash(id)) % 1_000_000})`);
      for (const step of steps)
        await client.query(
          step
            .replaceAll('$body', `'${id}'`)
            .replaceAll('$decisions', String(each(size.decisions)))
            .replaceAll('$meetings', String(each(size.meetings)))
            .replaceAll('$items', String(Math.ceil(size.items / size.meetings)))
            .replaceAll('$first', String(firstYear))
            .replaceAll('$last', String(firstYear + years - 1)),
        );
      await client.query('COMMIT');
    }
    await client.query('ANALYZE');
  } finally {
    await client.end();
  }
}

const hash = (text: string): number =>
  Array.from(text).reduce((sum, sign) => sum * 31 + (sign.codePointAt(0) ?? 0), 7) | 0;

/** Titles of three or four words out of a few hundred, so that a search finds many things and few at once. */
const words = `
  CREATE OR REPLACE FUNCTION pg_temp.title() RETURNS text LANGUAGE sql VOLATILE AS $$
    SELECT string_agg(word, ' ') FROM (
      SELECT (ARRAY['Adoption','Allocation','Approval','Award','Closure','Consultation','Disposal','Extension','Funding','Lease',
        'Procurement','Renewal','Review','Strategy','Transfer','Variation'])[1 + floor(random() * 16)::int] AS word
      UNION ALL SELECT 'of the'
      UNION ALL SELECT (ARRAY['leisure','housing','parking','waste','library','transport','planning','heritage','cemetery','market',
        'allotment','homelessness','flood','broadband','playground','museum','theatre','harbour','gateway','audit'])[1 + floor(random() * 20)::int]
      UNION ALL SELECT (ARRAY['contract','centre','partnership','programme','scheme','service','grant','plan','framework','agreement',
        'budget','policy','project','site','depot'])[1 + floor(random() * 15)::int]
      UNION ALL SELECT 'no ' || floor(random() * 4000)::int
    ) AS chosen $$;`;

const longText = `repeat(pg_temp.title() || ' is considered with its costs, risks and effects on residents. ', 12)`;

const steps: readonly string[] = [
  `INSERT INTO governance.committee (id, body_id, name, kind, source, recorded_on)
   SELECT $body || '.bench-' || kind, $body, 'Bench ' || kind, kind, 'generated', '2007-01-01'
   FROM unnest(ARRAY['executive', 'scrutiny', 'council', 'committee']) AS kind ON CONFLICT DO NOTHING`,
  `INSERT INTO governance.committee_terms (committee_id, valid_from, remit, quorum, casting_vote, proxies, weighted, source, recorded_on)
   SELECT id, '2007-01-01', '', NULL, true, false, false, 'generated', '2007-01-01'
   FROM governance.committee WHERE body_id = $body AND id LIKE '%.bench-%' ON CONFLICT DO NOTHING`,
  `INSERT INTO governance.notice (id, body_id, reference, first_published_on)
   SELECT $body || '/' || reference, $body, reference, published
   FROM (SELECT year || '-N' || lpad(n::text, 4, '0') AS reference, make_date(year, 1, 1) + (n * 360 / ($decisions / 2)) AS published
         FROM generate_series($first, $last) AS year, generate_series(1, $decisions / 2) AS n) AS g`,
  `INSERT INTO governance.notice_version (notice_id, version, body_id, change, counts_anew, published_on, published_by, recorded_at,
     title, is_key, is_private, access, route, maker_kind, decision_maker, due_from, due_until, places, topics, content)
   SELECT id, 1, $body, 'first', true, first_published_on, 'Bench', first_published_on, title, key, false, 'open',
     CASE WHEN key THEN 'full-notice' ELSE 'none' END, 'cabinet', 'Cabinet', due, due, ARRAY[$body], ARRAY['finance'],
     jsonb_build_object('title', title, 'matter', title, 'isKey', key, 'keyReasons', jsonb_build_object('says', 'Over the threshold'),
       'makerKind', 'cabinet', 'decisionMaker', 'Cabinet', 'members', '[]'::jsonb, 'dueFrom', due, 'dueUntil', due, 'documents', '[]'::jsonb,
       'availableAt', 'The council offices', 'othersMayFollow', true, 'howToAsk', 'Write to the council', 'consultation', '',
       'access', 'open', 'paragraphs', '[]'::jsonb, 'publicInterest', '', 'route', CASE WHEN key THEN 'full-notice' ELSE 'none' END,
       'leadOffice', 'Chief Executive', 'places', jsonb_build_array($body::text), 'topics', '["finance"]'::jsonb)
   FROM (SELECT id, first_published_on, pg_temp.title() AS title, random() < 0.6 AS key,
           (first_published_on + 20 + floor(random() * 40)::int) AS due
         FROM governance.notice WHERE body_id = $body AND reference LIKE '%-N%') AS g`,
  `INSERT INTO governance.meeting (id, body_id, committee_id, reference, part, source, recorded_at)
   SELECT $body || '/' || reference, $body, $body || '.bench-' || (ARRAY['executive', 'scrutiny', 'council', 'committee'])[1 + n % 4],
     reference, 'public', 'generated', make_date(year, 1, 1)
   FROM (SELECT year, n, year || '-M' || lpad(n::text, 4, '0') AS reference
         FROM generate_series($first, $last) AS year, generate_series(1, $meetings) AS n) AS g`,
  `INSERT INTO governance.meeting_event (meeting_id, position, kind, on_day, starts_on, starts_at, place, by_office, recorded_at)
   SELECT id, 1, 'called', held - 20, held, '18:30', 'Council chamber', 'Bench', held - 20
   FROM (SELECT id, make_date(left(reference, 4)::int, 1, 1) + (right(reference, 4)::int * 360 / $meetings) AS held
         FROM governance.meeting WHERE body_id = $body AND reference LIKE '%-M%') AS g`,
  `INSERT INTO governance.meeting_event (meeting_id, position, kind, on_day, by_office, recorded_at)
   SELECT meeting_id, 2, 'agenda-published', starts_on - 8, 'Bench', starts_on - 8
   FROM governance.meeting_event JOIN governance.meeting m ON m.id = meeting_id
   WHERE m.body_id = $body AND position = 1 AND m.reference LIKE '%-M%'`,
  `INSERT INTO governance.agenda_item (id, meeting_id, body_id, entered, position, number, title, summary, purpose, access, thread,
     published_on, public_at, saved_by, recorded_at)
   SELECT m.id || '#' || n, m.id, $body, n, n, n::text, pg_temp.title(), ${longText}, 'decide', 'open',
     'bench-' || $body || '-' || floor(random() * 3000)::int, e.starts_on - 8, e.starts_on - 8, 'Bench', e.starts_on - 8
   FROM governance.meeting m JOIN governance.meeting_event e ON e.meeting_id = m.id AND e.position = 1, generate_series(1, $items) AS n
   WHERE m.body_id = $body AND m.reference LIKE '%-M%'`,
  `INSERT INTO governance.decision (id, body_id, reference, title, issue, maker_kind, decision_maker, committee_id, taken_on, is_executive,
     is_key, notice_id, reasons, alternatives, conflicts, reports, background_papers, call_in_by, call_in_sent_to, published_on,
     published_time, places, topics, source, published_by, recorded_at)
   SELECT $body || '/' || reference, $body, reference, pg_temp.title(), ${longText}, kind, 'Cabinet', NULL, taken,
     true, key, CASE WHEN noticed THEN notice END, 'Reasons were given', '{}', '[]', '{}', '{}', taken + 9, 'Scrutiny manager',
     taken + late, '15:00', ARRAY[$body], ARRAY[topic], 'generated', 'Bench', taken + late
   FROM (SELECT reference, taken, n % 2 = 0 AND n > 24 AS noticed, random() < 0.35 AS key, floor(random() * 4)::int AS late,
           $body || '/' || year || '-N' || lpad((n / 2 - 12)::text, 4, '0') AS notice,
           (ARRAY['cabinet', 'cabinet-member', 'leader', 'officer'])[1 + floor(random() * 4)::int] AS kind,
           (ARRAY['finance', 'housing', 'planning', 'waste', 'transport'])[1 + floor(random() * 5)::int] AS topic
         FROM (SELECT year, n, year || '-B' || lpad(n::text, 4, '0') AS reference,
                 least(make_date(year, 1, 1) + (n * 360 / $decisions), DATE '2026-07-01' + n % 14) AS taken
               FROM generate_series($first, $last) AS year, generate_series(2, $decisions) AS n) AS h) AS g`,
  `INSERT INTO governance.clause (decision_id, position, number, effect, text, amount_pence)
   SELECT id, n, n::text, (ARRAY['executive', 'note', 'recommend-to-council'])[n], pg_temp.title(), CASE n WHEN 1 THEN 1234567 END
   FROM governance.decision, generate_series(1, 1 + (length(title) % 3)) AS n WHERE body_id = $body AND source = 'generated'`,
  `INSERT INTO governance.signature (id, decision_id, body_id, member, office_id, office_title, received, grounds, is_member, is_executive,
     is_on_scrutiny, is_interested, public_at, entered_by)
   SELECT id || '#' || n, id, $body, 'member ' || n, $body || '.non-executive-councillor-' || n, 'Councillor', published_on + n + interval '9 hours',
     'Lack of consultation', true, false, true, false, published_on + 2, 'Bench'
   FROM governance.decision, generate_series(1, 2) AS n WHERE body_id = $body AND source = 'generated' AND right(reference, 2) = '07'`,
  `INSERT INTO governance.found (subject, kind, body_id, title, text, on_day, places, topics)
   SELECT '/decisions/' || id, 'decision', body_id, title, issue, taken_on, places, topics FROM governance.decision
   WHERE body_id = $body AND source = 'generated'`,
  `INSERT INTO governance.found (subject, kind, body_id, title, text, on_day, places, topics)
   SELECT '/meetings/' || meeting_id || '#item-' || number, 'item', body_id, title, summary, published_on + 8, ARRAY[body_id], '{}'
   FROM governance.agenda_item WHERE body_id = $body AND id LIKE '%-M%'`,
];
