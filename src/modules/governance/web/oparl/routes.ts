import {
  type ApiDescription,
  json,
  notFound,
  type PublicRoute,
  type Reply,
  type Visit,
} from '#platform/http';
import { groupBy } from '#platform/kernel';
import type { Services } from '#platform/module';
import { type BodyLine, everyBody } from '#modules/register';
import { z } from 'zod';
import { committeeSeats } from '../../queries/oparl/committee-seats.ts';
import { itemObjects, meetingObjects, paperObjects } from '../../queries/oparl/lists.ts';
import type { PageAsked, PageOf } from '../../queries/oparl/paging.ts';
import {
  agendaItemOf,
  fileOf,
  type ListName,
  meetingOf,
  organizationOf,
  paperOf,
  personOf,
  root,
} from './objects.ts';
import { cursorOf, readAsked } from './read-asked.ts';
import {
  agendaItemShape,
  bodyShape,
  fileShape,
  listOf,
  meetingShape,
  organizationShape,
  paperShape,
  personShape,
  systemShape,
  typeOf,
} from './shapes.ts';

type List = Readonly<{
  name: ListName;
  summary: string;
  shape: z.ZodType;
  read(asked: PageAsked, visit: Visit): Promise<PageOf<unknown>>;
}>;

/** Bodies, committees, offices, meetings, agenda items, papers and files in the form of OParl, with votes beside them. */
export function oparlRoutes({ database }: Pick<Services, 'database'>): readonly PublicRoute[] {
  const bodyNamed = async ({ params, on }: Visit) =>
    (await everyBody(database, { on })).find(({ id }) => id === params['body']);
  const lists: readonly List[] = [
    {
      name: 'organizations',
      summary: 'A body’s committees, as OParl organizations',
      shape: organizationShape,
      read: async (asked) => {
        const { committees } = await committeeSeats(database, asked.bodyId);
        return whole(asked, committees, ({ id }) => id, organizationOf);
      },
    },
    {
      name: 'people',
      summary: 'The offices that sit on a body’s committees, as OParl persons',
      shape: personShape,
      read: async (asked) => {
        const { seats, offices } = await committeeSeats(database, asked.bodyId);
        const byOffice = [...groupBy(seats, ({ officeId }) => officeId)];
        return whole(
          asked,
          byOffice,
          ([id]) => id,
          ([id, own]) => personOf(asked.bodyId, offices.get(id) ?? { id, title: id }, own),
        );
      },
    },
    {
      name: 'meetings',
      summary: 'A body’s meetings, as OParl has them',
      shape: meetingShape,
      read: async (asked, { today }) =>
        mapped(await meetingObjects(database, asked), (each) => [meetingOf(asked.bodyId, each, today)]),
    },
    {
      name: 'agenda-items',
      summary: 'The agenda items of a body’s meetings, as OParl has them, with the votes',
      shape: agendaItemShape,
      read: async (asked) =>
        mapped(await itemObjects(database, asked), (each) => [agendaItemOf(asked.bodyId, each)]),
    },
    {
      name: 'papers',
      summary: 'A body’s published papers, as OParl has them',
      shape: paperShape,
      read: async (asked) =>
        mapped(await paperObjects(database, asked, { withFile: false }), (each) => [
          paperOf(asked.bodyId, each),
        ]),
    },
    {
      name: 'files',
      summary: 'The files of a body’s papers that anyone may read, as OParl has them',
      shape: fileShape,
      read: async (asked) =>
        mapped(await paperObjects(database, asked, { withFile: true }), (each) => fileOf(asked.bodyId, each)),
    },
  ];
  return [
    {
      method: 'GET',
      path: root,
      may: 'anyone',
      api: { summary: 'Where an OParl reader begins', answers: systemShape },
      handle: async () =>
        json({
          id: root,
          type: typeOf('System'),
          oparlVersion: 'https://schema.oparl.org/1.1/',
          name: 'Accord',
          body: `${root}/bodies`,
        }),
    },
    {
      method: 'GET',
      path: `${root}/bodies`,
      may: 'anyone',
      api: { summary: 'Every body that exists, as an OParl body', answers: listOf(bodyShape) },
      handle: async ({ on }) => {
        const bodies = (await everyBody(database, { on })).filter(({ exists }) => exists);
        return json(listAnswer(`${root}/bodies`, bodies.map(bodyAnswer), undefined, bodies.length));
      },
    },
    {
      method: 'GET',
      path: `${root}/bodies/:body`,
      may: 'anyone',
      api: {
        summary: 'One body, with the addresses of its lists',
        answers: bodyShape,
        parameters: bodyParameter,
      },
      handle: async (visit) => {
        const body = await bodyNamed(visit);
        return body === undefined ? notFound(noSuchBody) : json(bodyAnswer(body));
      },
    },
    ...lists.map((list): PublicRoute => ({
      method: 'GET',
      path: `${root}/bodies/:body/${list.name}`,
      may: 'anyone',
      api: {
        summary: list.summary,
        answers: z.union([listOf(list.shape), list.shape]),
        parameters: listParameters,
      },
      handle: async (visit) => {
        if ((await bodyNamed(visit)) === undefined) return notFound(noSuchBody);
        const asked = readAsked(visit);
        if (!asked.ok) return badRequest(asked.error);
        const { objects, next } = await list.read(asked.value, visit);
        // The address of an object answers with the object itself, as OParl asks.
        if (asked.value.id !== undefined)
          return objects[0] === undefined ? notFound(noSuchObject) : json(objects[0]);
        const first = `${root}/bodies/${asked.value.bodyId}/${list.name}`;
        const since = visit.query['modified_since'];
        const query = new URLSearchParams({
          ...(since === undefined || since === '' ? {} : { modified_since: since }),
          ...(next === undefined ? {} : { cursor: cursorOf(next) }),
        });
        return json(
          listAnswer(
            first,
            objects,
            next === undefined ? undefined : `${first}?${query.toString()}`,
            asked.value.limit,
          ),
        );
      },
    })),
  ];
}

const noSuchObject = 'There is no such object in this list. Without its id the list names all there are.';
const noSuchBody = 'There is no body of this name in the register. /api/bodies lists them all.';
const bodyParameter = { body: { says: 'The id of a body, from /api/bodies', example: 'maidstone' } };
const listParameters: NonNullable<ApiDescription['parameters']> = {
  ...bodyParameter,
  modified_since: {
    says: 'Only what has changed since this moment, or the beginning of this day',
    example: '2026-07-15T00:00:00Z',
  },
  cursor: { says: 'Where to read on, as an earlier page gave it in its link to the next', example: '' },
  id: { says: 'One object: it is answered by itself, as the address that is its id has it', example: '' },
};

const listAnswer = (
  first: string,
  data: readonly unknown[],
  next: string | undefined,
  elementsPerPage: number,
) => ({
  data,
  pagination: { elementsPerPage },
  links: { first, ...(next === undefined ? {} : { next }) },
});

const bodyAnswer = ({ id, name }: BodyLine): z.infer<typeof bodyShape> => {
  const own = `${root}/bodies/${id}`;
  return {
    id: own,
    type: typeOf('Body'),
    web: `/bodies/${id}`,
    system: root,
    name,
    organization: `${own}/organizations`,
    person: `${own}/people`,
    meeting: `${own}/meetings`,
    agendaItem: `${own}/agenda-items`,
    paper: `${own}/papers`,
    file: `${own}/files`,
    legislativeTerm: [],
  };
};

/** A list short enough to be answered whole: it keeps no moments of change, so it is never thinned out by them. */
const whole = <Each>(
  { id }: PageAsked,
  all: readonly Each[],
  idOf: (each: Each) => string,
  answer: (each: Each) => unknown,
): PageOf<unknown> => ({
  objects: all.filter((each) => id === undefined || idOf(each) === id).map(answer),
  next: undefined,
});

const mapped = <Each>(
  { objects, next }: PageOf<Each>,
  answer: (each: Each) => readonly unknown[],
): PageOf<unknown> => ({
  objects: objects.flatMap(answer),
  next,
});

/** RFC 9457. */
const badRequest = (detail: string): Reply =>
  json(
    { type: 'about:blank', title: 'The list cannot be answered as it was asked for', status: 400, detail },
    400,
    'application/problem+json',
  );
