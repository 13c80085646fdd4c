import { json, notFound, page, type PublicRoute, until, type Visit } from '#platform/http';
import { clip, earliestMoment, normaliseTyped } from '#platform/kernel';
import type { Services } from '#platform/module';
import { fileRoutes } from '#platform/web';
import { everyBody, placesOn } from '#modules/register';
import { z } from 'zod';
import {
  type ConsultationAt,
  consultationAt,
  consultationsAt,
} from '../../queries/consultations/consultation-at.ts';
import { resultsShown } from '../../queries/consultations/results-shown.ts';
import { consultationPage, type NameOf } from './consultation-page.tsx';
import { consultationsDataset, countsDataset, countsSchema, responsesDataset } from './datasets.ts';
import { listPage } from './list-page.tsx';
import { resultsPage } from './results-page.tsx';
import { momentFor } from './words.tsx';

const day = z.iso.date().describe('A day in London, 2007-09-20');
const listShape = z.object({
  on: day,
  consultations: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      body: z.string(),
      standing: z.enum(['announced', 'open', 'closed', 'results-due', 'results-late', 'answered']),
      opened: day.nullable(),
      closes: day,
      resultsBy: day.nullable(),
      responses: z.number().nullable().describe('As published; null while they are not counted'),
      organisations: z.number().nullable().describe('How many different organisations those came from'),
      illustrative: z.boolean(),
    }),
  ),
});

/** Consultations as everybody reads them. */
export function publicConsultationRoutes({ database, clock }: Services): readonly PublicRoute[] {
  const at = (visit: Visit) => momentFor(visit, clock.now());
  const asked = async (visit: Visit) =>
    (await consultationsAt(database, {}, at(visit))).filter(isAsked(visit.query));
  const shown = (visit: Visit) => resultsShown(database, idOf(visit), at(visit));
  const files = '/consultations/:consultation';
  return [
    {
      method: 'GET',
      path: '/consultations',
      may: 'anyone',
      handle: async (visit) => {
        const [found, bodies, places] = await Promise.all([
          asked(visit),
          everyBody(database, { on: visit.on }),
          placesOn(database, { on: visit.on }),
        ]);
        const { body = '', standing = '', place = '' } = visit.query;
        const named = { bodies: byId(bodies), places: byId(places) };
        return page(listPage(found, named, { body, standing, place }, visit, firstChange(found, visit)));
      },
    },
    ...fileRoutes('/consultations', async (visit) => consultationsDataset(await asked(visit))),
    {
      method: 'GET',
      path: '/consultations/:consultation',
      may: 'anyone',
      handle: async (visit) => {
        const found = await consultationAt(database, idOf(visit), at(visit));
        if (found === undefined) return notFound(missing(visit));
        return page(consultationPage(found, await namesFor({ database }, visit), visit));
      },
    },
    {
      method: 'GET',
      path: '/consultations/:consultation/results',
      may: 'anyone',
      handle: async (visit) => {
        const found = await shown(visit);
        if (found === undefined) return notFound(missing(visit));
        return page(resultsPage(found, await namesFor({ database }, visit), visit));
      },
    },
    ...fileRoutes(
      `${files}/results`,
      async (visit) => {
        const found = await shown(visit);
        return found && countsDataset(found);
      },
      missing,
    ),
    ...fileRoutes(
      `${files}/responses`,
      async (visit) => {
        const found = await shown(visit);
        return found && responsesDataset(found);
      },
      missing,
    ),
    {
      method: 'GET',
      path: `${files}/results.schema.json`,
      may: 'anyone',
      handle: async (visit) =>
        (await shown(visit)) === undefined ? notFound(missing(visit)) : json(countsSchema),
    },
    {
      method: 'GET',
      path: '/api/consultations',
      may: 'anyone',
      api: {
        summary: 'Consultations, where each stands and how many answered',
        answers: listShape,
        parameters: {
          body: { says: 'Who asks', example: 'kent-county-council' },
          place: { says: 'Where', example: 'maidstone' },
          standing: { says: 'Where it stands', example: 'open' },
        },
      },
      handle: async (visit) => {
        const found = await asked(visit);
        const { rows } = consultationsDataset(found);
        return until(firstChange(found, visit), json({ on: visit.on, consultations: rows }));
      },
    },
  ];
}

export const idOf = ({ params }: Pick<Visit, 'params'>): string => params['consultation'] ?? '';

export const missing = ({ params }: Pick<Visit, 'params'>): string =>
  `There is no consultation with the address “${clip(normaliseTyped(params['consultation'] ?? ''), 60)}”, or not yet on this day.`;

const byId = <Thing extends Readonly<{ id: string }>>(things: readonly Thing[]) =>
  new Map(things.map((thing) => [thing.id, thing]));

/** What bodies and places are called on the day of the page. */
export async function namesFor(
  { database }: Pick<Services, 'database'>,
  { on }: Pick<Visit, 'on'>,
): Promise<NameOf> {
  const [bodies, places] = await Promise.all([everyBody(database, { on }), placesOn(database, { on })]);
  const [named, placed] = [byId(bodies), byId(places)];
  return {
    body: (id) => named.get(id)?.name ?? id,
    place: (id) => placed.get(id)?.name ?? id,
  };
}

const isAsked =
  ({ body = '', standing = '', place = '' }: Visit['query']) =>
  ({ consultation, standing: stands }: ConsultationAt): boolean =>
    (body === '' || consultation.bodyId === body) &&
    (standing === '' || stands.standing === standing) &&
    (place === '' || consultation.places.length === 0 || consultation.places.includes(place));

const firstChange = (found: readonly ConsultationAt[], { on, today }: Visit): Date | undefined =>
  on === today ? earliestMoment(found.map(({ changesAt }) => changesAt)) : undefined;
