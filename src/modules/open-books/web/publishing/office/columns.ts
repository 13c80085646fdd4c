import {
  type Answers,
  askAgain,
  type FieldErrors,
  notFound,
  type OfficeVisit,
  page,
  redirect,
  type Reply,
} from '#platform/http';
import { never } from '#platform/kernel';
import type { ServicesWithFiles } from '#platform/module';
import { explainCommon, isCommon, once } from '#platform/web';
import {
  decideColumns,
  type DecideColumnsRefusal,
  isRole,
} from '../../../actions/publishing/decide-columns.ts';
import type { DecidedReading } from '../../../domain/import/decided-reading.ts';
import { roles } from '../../../domain/reading/roles.ts';
import { importShown } from '../../../queries/publishing/imports.ts';
import { tablePreview } from '../../../queries/publishing/table-preview.ts';
import { aMomentOf } from './bring.ts';
import { columnAnswers, columnField, columnsPage } from './columns-page.tsx';
import { noSuchImport, noSuchTable } from './import-words.ts';
import { importPath } from './paths.ts';

/** The columns of a table as they are read now. */
export async function askColumns(services: ServicesWithFiles, visit: OfficeVisit): Promise<Reply> {
  const shown = await columnsOf(services, visit);
  return shown === undefined ? notFound(noSuchTable) : page(columnsPage(shown, columnAnswers(shown), {}));
}

/** Remembers what was said of them, and reads the files again. */
export async function submitColumns(services: ServicesWithFiles, visit: OfficeVisit): Promise<Reply> {
  const { actor, answers, params } = visit;
  const importId = params['import'] ?? '';
  const shown = await columnsOf(services, visit);
  if (shown === undefined) return notFound(noSuchTable);
  const columns = shown.columns.flatMap(({ at }) => {
    const role = answers[columnField(at)] ?? '';
    return isRole(role) ? [{ at, role }] : [];
  });
  const dayOrder = answers['day-order'] === 'month-first' ? 'month-first' : 'day-first';
  const reads: DecidedReading =
    answers['left-out'] === 'yes' ? { columns: [], dayOrder, isLeftOut: true } : { columns, dayOrder };
  const asked = { bodyId: actor.bodyId, importId, table: tableAt(visit), reads };
  const outcome = await decideColumns(services, actor, asked, once(visit));
  if (!outcome.ok) return askAgain(columnsPage(shown, answers, explain(outcome.error, answers)));
  await aMomentOf(outcome.value.running);
  return redirect(
    importPath(actor.bodyId, importId),
    'What you said is remembered, and the files are read again.',
  );
}

const tableAt = ({ params }: OfficeVisit): number =>
  Number(/^\d{1,5}$/.exec(params['table'] ?? '')?.[0] ?? Number.NaN);

async function columnsOf(services: ServicesWithFiles, visit: OfficeVisit) {
  const { actor, params } = visit;
  const importId = params['import'] ?? '';
  const found = await services.database.as(actor, (sql) =>
    importShown(sql, { bodyId: actor.bodyId, id: importId }, services.clock.now()),
  );
  if (found === undefined) return undefined;
  const preview = await tablePreview(services, found.brought, tableAt(visit));
  return preview === undefined ? undefined : { actor, importId, ...preview };
}

function explain(refusal: DecideColumnsRefusal | 'already-submitted', answers: Answers): FieldErrors {
  if (typeof refusal === 'object') {
    const fields = Object.keys(answers).filter((name) => answers[name] === refusal.twice);
    const says = `Two columns are said to hold “${roles[refusal.twice]}”. Choose one of them`;
    return Object.fromEntries(fields.map((name) => [name, says]));
  }
  if (isCommon(refusal)) return explainCommon(refusal);
  switch (refusal) {
    case 'no-amount':
      return { form: 'Say which column holds the amount paid' };
    case 'no-supplier':
      return { form: 'Say which column holds the supplier, who was paid' };
    case 'no-such-import':
      return { form: noSuchImport };
    case 'no-such-table':
      return { form: noSuchTable };
    case 'not-now':
      return {
        form: 'These files are being read, wait for approval or are decided, so their columns cannot be changed now. While they wait for approval, the other officer can give them back',
      };
    default:
      return never(refusal);
  }
}
