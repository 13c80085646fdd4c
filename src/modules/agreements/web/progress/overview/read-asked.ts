import type { Visit } from '#platform/http';
import type { Status } from '../../../domain/series/status.ts';
import type { ProgressAsked } from '../../../queries/progress/overview.ts';

export const colours = ['red', 'amber', 'green', 'grey'] as const satisfies readonly Status['colour'][];

/** What an address narrows progress down to; an answer that is none of the choices is passed over. */
export function readAsked({ query }: Pick<Visit, 'query'>): ProgressAsked {
  const given = (name: string) => (query[name] === '' ? undefined : query[name]);
  const concerns = given('about');
  return {
    bodyId: given('body'),
    placeId: given('place'),
    themeId: given('theme'),
    outcomeId: given('outcome'),
    concerns: concerns === 'population' || concerns === 'performance' ? concerns : undefined,
    colour: colours.find((colour) => colour === given('status')),
  };
}

/** The same as the query of an address, one answer changed. */
export function progressPath(asked: ProgressAsked, change: ProgressAsked = {}): string {
  const { bodyId, placeId, themeId, outcomeId, concerns, colour } = { ...asked, ...change };
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({
    body: bodyId,
    place: placeId,
    theme: themeId,
    outcome: outcomeId,
    about: concerns,
    status: colour,
  }))
    if (value !== undefined) query.set(name, value);
  return query.size === 0 ? '/progress' : `/progress?${query.toString()}`;
}
