import type { BodyView } from '../../store/views/view-paths.ts';
import { among } from './rows-in.ts';
import { type Local, monthsIn, type Scope } from './scope.ts';

/** One question for each of the bodies asked for, put together, with what narrows its payments down. */
export function ofBodies(
  scope: Scope,
  question: (of: BodyView, body: number, conditions: readonly string[]) => string,
): string {
  return scope.bodies
    .flatMap((body) => {
      const of = scope.view.bodies[body];
      return of === undefined ? [] : [question(of, body, narrowedWithin(scope, body))];
    })
    .join(' UNION ALL ');
}

/** By what the payments of one body are narrowed down, words apart, under the numbers of its own view. */
export function narrowedWithin(
  { asked, department, category, supplier }: Scope,
  body: number,
): readonly string[] {
  const known = (locals: readonly Local[] | undefined, column: string) =>
    locals === undefined
      ? ''
      : `${column} ${among(locals.filter((each) => each.body === body).map((each) => each.local))}`;
  return [
    known(supplier?.payers, 'rank'),
    known(department?.locals, 'department'),
    known(category?.locals, 'category'),
    monthsIn(asked),
  ];
}
