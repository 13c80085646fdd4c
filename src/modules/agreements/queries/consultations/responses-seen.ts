import type { Database } from '#platform/db';
import type { Actor, IsoDate } from '#platform/kernel';
import { type Tally, tallyOf } from '../../domain/consultation/analysis.ts';
import type { PublishedText } from '../../domain/consultation/moderation.ts';
import { listTexts } from '../../store/consultation-results.ts';
import {
  countedResponses,
  findResponse,
  listResponses,
  numbersAlike,
  type Response,
  textsToRead,
} from '../../store/responses.ts';

export type { Response };

/** How far an office has come with the answers to its own consultation. */
export type Progress = Readonly<{
  tally: Tally;
  numbers: readonly number[];
  /** Free texts and names that nobody has looked through yet. */
  toRead: readonly Readonly<{ response: number; question: number }>[];
}>;

export async function progressOf(
  database: Database,
  viewer: Pick<Actor, 'bodyId'>,
  consultationId: string,
): Promise<Progress> {
  return database.as(viewer, async (sql) => {
    const [counted, toRead] = await Promise.all([
      countedResponses(sql, consultationId),
      textsToRead(sql, consultationId),
    ]);
    return { tally: tallyOf(counted), numbers: counted.map(({ number }) => number), toRead };
  });
}

const responsesOnPage = 50;

/** Responses after a number, so many as a page holds, and whether more follow; seen by their own body’s officers alone. */
export async function responsesAfter(
  database: Database,
  viewer: Pick<Actor, 'bodyId'>,
  consultationId: string,
  { after, today }: Readonly<{ after: number; today: IsoDate }>,
): Promise<Readonly<{ responses: readonly Response[]; next: number | undefined }>> {
  const found = await database.as(viewer, (sql) =>
    listResponses(sql, consultationId, { today, after, most: responsesOnPage + 1 }),
  );
  const responses = found.slice(0, responsesOnPage);
  return { responses, next: found.length > responsesOnPage ? responses.at(-1)?.number : undefined };
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
