import type { Analytics } from '#platform/analytics';
import { type AllView, tableOf } from '../../store/views/view-paths.ts';
import { keptOfView } from './kept-of-view.ts';

type Choices = Readonly<{ departments: readonly string[]; categories: readonly string[] }>;

/** More than anybody looks through in a list; the others are found by their words. */
const most = 300;

/** The departments and purposes with the most money, of one body or of all. Empty stands for what is not stated. */
export function choicesIn(
  asks: Pick<Analytics, 'ask'>,
  view: AllView,
  bodyId: string | undefined,
): Promise<Choices> {
  return keptOfView(view, `choices ${bodyId ?? ''}`, () => readChoices(asks, view, bodyId));
}

async function readChoices(
  { ask }: Pick<Analytics, 'ask'>,
  view: AllView,
  bodyId: string | undefined,
): Promise<Choices> {
  const at = view.bodies.findIndex((body) => body.bodyId === bodyId);
  if (view.bodies.length === 0 || (bodyId !== undefined && at < 0))
    return { departments: [], categories: [] };
  const file = tableOf(view, bodyId === undefined ? 'word' : 'word_of_body');
  const found = await ask<{ kind: string; name: string }>(
    `SELECT kind, name FROM ${file} ${bodyId === undefined ? '' : `WHERE body = ${at}`}
     QUALIFY row_number() OVER (PARTITION BY kind ORDER BY pence DESC) <= ${most} ORDER BY kind, name`,
  );
  const named = (of: string) => found.filter(({ kind }) => kind === of).map(({ name }) => name);
  return { departments: named('department'), categories: named('category') };
}
