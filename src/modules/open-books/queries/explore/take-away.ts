import { createHash } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { quoted } from '#platform/analytics';
import { inTurn } from '#platform/kernel';
import type { Group, Sum } from '../../domain/explore/asked.ts';
import type { ExploreServices } from './explored.ts';
import { paymentsQuestion } from './payments.ts';
import type { Scope } from './scope.ts';
import { sumsBy } from './sums.ts';
import { everySupplier } from './supplier-sums.ts';

/** So many sums at a time. */
const together = 20_000;

/** Every sum asked for, some at a time. */
export async function* everySum(
  { ask }: ExploreServices['published'],
  scope: Scope,
  by: Group,
): AsyncGenerator<readonly Sum[]> {
  for (let offset = 0; ; offset += together) {
    const some = await sumsBy({ ask }, scope, by, { limit: together, offset });
    yield some;
    if (some.length < together) return;
  }
}

/** Files of columns are made one at a time: each may take seconds of the whole machine. */
const inLine = inTurn(1);

/** What is asked for as a file of columns, made once for all who take the same; read piece by piece. */
export async function parquetOf(
  { published }: Pick<ExploreServices, 'published'>,
  scope: Scope | undefined,
  by: Group | 'payment',
  illustrative: readonly string[],
): Promise<AsyncIterable<Uint8Array>> {
  const question = await questionOf(published, scope, by, illustrative);
  const folder = join(published.folder, 'views', 'taken-away');
  const name = createHash('sha256').update(question).digest('hex').slice(0, 32);
  const file = join(folder, `${name}.parquet`);
  await inLine(async () => {
    if (existsSync(file)) return;
    mkdirSync(folder, { recursive: true });
    await published.ask(`COPY (${question}) TO ${quoted(`${file}.new`)} (FORMAT parquet, COMPRESSION zstd)`);
    renameSync(`${file}.new`, file);
  });
  return createReadStream(file);
}

async function questionOf(
  published: ExploreServices['published'],
  scope: Scope | undefined,
  by: Group | 'payment',
  illustrative: readonly string[],
): Promise<string> {
  const marked = (body: string) =>
    illustrative.length === 0 ? 'false' : `${body} IN (${illustrative.map(quoted).join(', ')})`;
  if (by === 'payment') {
    if (scope === undefined) return nothing;
    const bodies = scope.view.bodies.flatMap(({ bodyId, releases }, body) =>
      releases.map(({ id }, release) => `(${body}, ${release}, ${quoted(bodyId)}, ${quoted(id)})`),
    );
    return `SELECT release.body_id AS body, payment.paid, payment.supplier, payment.redaction, payment.pence, payment.category,
        payment.purpose, payment.department, release.id AS release, payment.part, payment.row,
        ${marked('release.id')} AS is_illustrative
      FROM (${paymentsQuestion(scope)}) AS payment
      JOIN (VALUES ${bodies.join(', ')}) AS release (body, number, body_id, id)
        ON release.body = payment.body AND release.number = payment.release`;
  }
  if (scope === undefined) return nothing;
  if (by === 'supplier')
    return `SELECT payee AS key, coalesce(name, payee) AS name, pence, payments::BIGINT AS payments, ${illustrative.length > 0} AS may_be_illustrative FROM (${await everySupplier(published, scope)})`;
  const rows: string[] = [];
  for await (const some of everySum(published, scope, by))
    for (const { key, name, pence, payments } of some)
      rows.push(
        `(${quoted(key)}, ${quoted(name)}, ${pence}::BIGINT, ${payments}::BIGINT, ${illustrative.length > 0})`,
      );
  return rows.length === 0
    ? nothing
    : `SELECT * FROM (VALUES ${rows.join(', ')}) AS sums (key, name, pence, payments, may_be_illustrative)`;
}

const nothing = 'SELECT NULL::VARCHAR AS key, NULL::VARCHAR AS name, NULL::BIGINT AS pence WHERE false';
