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
import type { ServicesWithFiles } from '#platform/module';
import { once } from '#platform/web';
import { askPublication } from '../../../actions/publishing/ask-publication.ts';
import { toConfirm } from '../../../domain/import/report.ts';
import { mayBeAsked } from '../../../domain/import/standing.ts';
import { monthsAround } from '../../../domain/release/months-covered.ts';
import { importShown, type ImportWithPlace, othersOfItsMonths } from '../../../queries/publishing/imports.ts';
import { paymentsByMonth } from '../../../queries/publishing/payments-by-month.ts';
import { askPage, type AskShown } from './ask-page.tsx';
import { explainImport, noSuchImport } from './import-words.ts';
import { importPath } from './paths.ts';
import { monthWritten, readMonth } from './read-month.ts';

/** The form that asks for publication. */
export async function showAsk(services: ServicesWithFiles, visit: OfficeVisit): Promise<Reply> {
  const { actor } = visit;
  const found = await foundFor(services, visit);
  if (found === undefined) return notFound(noSuchImport);
  const { brought } = found;
  if (!mayBeAsked(brought.standing))
    return redirect(
      importPath(actor.bodyId, brought.id),
      'Publication of these files cannot be asked for now.',
    );
  return page(askPage({ actor, ...found }, filledFor(found), {}));
}

/** The months of the days of its payments. */
function filledFor({ brought: { reading } }: Pick<ImportWithPlace, 'brought'>): Answers {
  const { periodFrom, periodTo } = reading.report ?? { periodFrom: null, periodTo: null };
  return {
    from: periodFrom === null ? '' : monthWritten(periodFrom),
    to: periodTo === null ? '' : monthWritten(periodTo),
  };
}

/** Asks for it. */
export async function submitAsk(services: ServicesWithFiles, visit: OfficeVisit): Promise<Reply> {
  const { actor, answers } = visit;
  const found = await foundFor(services, visit);
  if (found === undefined) return notFound(noSuchImport);
  const again = (errors: FieldErrors) => askAgain(askPage({ actor, ...found }, answers, errors));
  const byMonth = answers['releases'] === 'by-month';
  // With each month by itself they are those of the payments.
  const months = byMonth ? filledFor(found) : answers;
  const from = readMonth(months['from'] ?? '');
  const to = readMonth(months['to'] ?? '');
  const says = (answers['says'] ?? '').trim();
  const errors = {
    ...(from === undefined ? { from: 'Enter the first month, such as July 2026' } : {}),
    ...(to === undefined ? { to: 'Enter the last month, such as July 2026' } : {}),
    ...(from !== undefined && to !== undefined && to < from
      ? { to: 'The last month must be the first month or one after it' }
      : {}),
    ...(says.length > mostCharacters ? { says: 'Shorten this to 2,000 characters' } : {}),
    ...(answers['checked'] === 'yes'
      ? {}
      : { checked: 'Look through the report, then say here that you have' }),
  };
  if (from === undefined || to === undefined || Object.keys(errors).length > 0) return again(errors);
  const asked = {
    bodyId: actor.bodyId,
    importId: found.brought.id,
    period: monthsAround(from, to),
    says,
    mayBeTwice: answers['again'] === 'yes',
    byMonth,
    mayBeFewer: answers['fewer-payments'] === 'yes',
    confirmed: toConfirm.filter((kind) => answers[kind] === 'yes'),
  };
  const outcome = await askPublication(services, actor, asked, once(visit));
  if (!outcome.ok) return again(explainImport(outcome.error));
  return redirect(
    importPath(actor.bodyId, found.brought.id),
    'A second officer of your body is asked to publish these payments.',
  );
}

const mostCharacters = 2000;

async function foundFor(
  services: ServicesWithFiles,
  { actor, params }: OfficeVisit,
): Promise<Omit<AskShown, 'actor'> | undefined> {
  const now = services.clock.now();
  const found = await services.database.as(actor, async (sql) => {
    const shown = await importShown(sql, { bodyId: actor.bodyId, id: params['import'] ?? '' }, now);
    return shown && { ...shown, others: await othersOfItsMonths(sql, shown.brought, now) };
  });
  if (found === undefined) return undefined;
  return { ...found, parted: await paymentsByMonth(services, found.brought) };
}
