import type { Database } from '#platform/db';
import type { Actor, IsoDate } from '#platform/kernel';
import type { Tally } from '../../domain/consultation/analysis.ts';
import type { PublishedText } from '../../domain/consultation/moderation.ts';
import { organisationKey } from '../../domain/consultation/sheet.ts';
import { listTexts } from '../../store/consultation-results.ts';
import {
  countResponses,
  countTextsToRead,
  type ResponseCounts,
  responseNumbers,
  responsesToRead,
  type TextsToRead,
} from '../../store/response-counts.ts';
import { findResponse, listResponses, numbersAlike, type Response } from '../../store/responses.ts';

export type { Response };

/** How far an office has come with the answers to its own consultation. */
export type Progress = Readonly<{
  tally: Tally;
  numbers: readonly number[];
  /** Free texts and names that nobody has looked through yet. */
  toRead: TextsToRead;
}>;

export async function progressOf(
  database: Database,
  viewer: Pick<Actor, 'bodyId'>,
  consultationId: string,
): Promise<Progress> {
  return database.as(viewer, async (sql) => ({
    tally: tallyFrom(await countResponses(sql, consultationId)),
    numbers: await responseNumbers(sql, consultationId),
    toRead: await countTextsToRead(sql, consultationId),
  }));
}

/** What of the answers waits for an office, without a tally of all. */
export async function waitingOf(
  database: Database,
  viewer: Pick<Actor, 'bodyId'>,
  consultationId: string,
): Promise<Readonly<{ toRead: TextsToRead; responses: number }>> {
  return database.as(viewer, async (sql) => ({
    toRead: await countTextsToRead(sql, consultationId),
    responses: (await responseNumbers(sql, consultationId)).length,
  }));
}

/** The same tally as of responses counted one by one: names that differ in how they are written are one organisation. */
const tallyFrom = ({ names, ...counts }: ResponseCounts): Tally => ({
  ...counts,
  organisations: new Set(names.map(organisationKey)).size,
});

const responsesOnPage = 50;

/** Some responses, the number to read on after, and which of them have a text or name to look through. */
export type ResponsesOnPage = Readonly<{
  responses: readonly Response[];
  next: number | undefined;
  toRead: ReadonlySet<number>;
}>;

/** Responses after a number, so many as a page holds, and whether more follow; seen by their own body’s officers alone. */
export async function responsesAfter(
  database: Database,
  viewer: Pick<Actor, 'bodyId'>,
  consultationId: string,
  { after, today }: Readonly<{ after: number; today: IsoDate }>,
): Promise<ResponsesOnPage> {
  return database.as(viewer, async (sql) => {
    const found = await listResponses(sql, consultationId, { today, after, most: responsesOnPage + 1 });
    const responses = found.slice(0, responsesOnPage);
    const next = found.length > responsesOnPage ? responses.at(-1)?.number : undefined;
    const numbers = responses.map(({ number }) => number);
    return { responses, next, toRead: await responsesToRead(sql, consultationId, numbers) };
  });
}

/** One response with what was decided of its texts, and those that say the same. */
export type ResponseSeen = Readonly<{
  response: Response;
  texts: readonly PublishedText[];
  alike: readonly number[];
}>;

export async function responseSeen(
  database: Database,
  viewer: Pick<Actor, 'bodyId'>,
  consultationId: string,
  asked: Readonly<{ number: number; today: IsoDate }>,
): Promise<ResponseSeen | undefined> {
  return database.as(viewer, async (sql) => {
    const response = await findResponse(sql, consultationId, asked.number, asked.today);
    if (response === undefined) return undefined;
    const [texts, alike] = await Promise.all([
      listTexts(sql, consultationId, { response: asked.number }),
      numbersAlike(sql, response),
    ]);
    return { response, texts, alike };
  });
}
