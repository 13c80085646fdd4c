import { expect } from 'vitest';
import { errorsOf } from './read-page.ts';
import type { Visitor } from './visitor.ts';

/** Checks a form and publishes it, twice at once. Answers where it leads. */
export async function published(
  who: Visitor,
  path: string,
  answers: Readonly<Record<string, string>>,
): Promise<string> {
  const check = await who.send(path, { ...answers, step: 'check' });
  expect([check.status, errorsOf(check)], path).toEqual([200, []]);
  const fields = { ...(await who.hiddenFields(path)), ...answers, step: 'publish' };
  // An impatient thumb sends it twice: it acts once, and both are led on.
  const [first, second] = [await who.post(path, fields), await who.post(path, fields)];
  expect([first.status, second.status], path).toEqual([303, 303]);
  return first.to ?? '';
}
