import type { Visit } from '#platform/http';
import type { Outturn } from '../../domain/outturn/outturn.ts';

export const shows = {
  pounds: 'Pounds',
  'per-head': 'Pounds per head',
  share: 'Share of all services',
} as const;
type Show = keyof typeof shows;

/** What an address asks of the outturn; an answer that is none of the choices is passed over. */
export type OutturnAsked = Readonly<{ year: string; line: string; show: Show }>;

export function askedOf({ query }: Pick<Visit, 'query'>, { years, lines }: Outturn): OutturnAsked {
  const year = years.find((each) => each === query['year']) ?? years.at(-1) ?? '';
  const line = lines.find(({ id }) => id === query['service'])?.id ?? 'all-services';
  const show = (Object.keys(shows) as Show[]).find((each) => each === query['show']) ?? 'pounds';
  return { year, line, show };
}
