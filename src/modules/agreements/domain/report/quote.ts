import { type IsoDate, isoDate } from '#platform/kernel';

/** A figure that a report’s own words quote: of which series, area and period, or the latest when it is published. */
export type Quote = Readonly<{
  /** As it is written: `{{net-homes/kent/2009-03-31}}`. */
  token: string;
  seriesId: string;
  areaId: string;
  /** The last day of the period. */
  periodTo: IsoDate | 'latest';
}>;

/** A piece of a report’s words: plain text, a figure quoted, or a token that names none. */
export type Piece =
  | Readonly<{ is: 'text'; text: string }>
  | Readonly<{ is: 'quote'; quote: Quote }>
  | Readonly<{ is: 'unreadable'; token: string }>;

const tokens = /\{\{[^{}]*\}\}/g;

/** How a figure is quoted. */
export const tokenOf = (seriesId: string, areaId: string, periodTo: IsoDate | 'latest'): string =>
  `{{${seriesId}/${areaId}/${periodTo}}}`;

/** Takes a report’s words apart where they quote figures. */
export function piecesOf(says: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const { 0: token, index } of says.matchAll(tokens)) {
    if (index > from) pieces.push({ is: 'text', text: says.slice(from, index) });
    const quote = quoteOf(token);
    pieces.push(quote === undefined ? { is: 'unreadable', token } : { is: 'quote', quote });
    from = index + token.length;
  }
  if (from < says.length) pieces.push({ is: 'text', text: says.slice(from) });
  return pieces;
}

function quoteOf(token: string): Quote | undefined {
  const [seriesId, areaId, period, ...more] = token.slice(2, -2).trim().split('/');
  if (!seriesId || !areaId || !period || more.length > 0) return undefined;
  if (period === 'latest') return { token, seriesId, areaId, periodTo: 'latest' };
  const day = isoDate(period);
  return day.ok ? { token, seriesId, areaId, periodTo: day.value } : undefined;
}

/** Every figure that the words quote, each once. */
export function quotesIn(says: string): readonly Quote[] {
  const quotes = piecesOf(says).flatMap((piece) => (piece.is === 'quote' ? [piece.quote] : []));
  return [...new Map(quotes.map((quote) => [quote.token, quote])).values()];
}

/** The tokens that name no figure, as they are written. */
export const unreadableIn = (says: string): readonly string[] =>
  piecesOf(says).flatMap((piece) => (piece.is === 'unreadable' ? [piece.token] : []));
