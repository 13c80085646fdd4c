import { json, notFound, type PublicRoute } from '#platform/http';
import { z } from 'zod';
import { partnersPage } from '../../queries/partners.ts';
import { placePage, placesOn } from '../../queries/places.ts';
import { noSuch } from '../public/parts/missing.ts';
import type { PublicServices } from '../public/parts/services.ts';
import { bodyAnswer, countAnswer, deprivationAnswer, named, periodOf, placeAnswer } from './answers.ts';
import { onParameter } from './parameters.ts';
import { day, partnersShape, placePageShape, placeShape } from './shapes.ts';

/** Places with their figures, and the kinds of statutory partner, for programs. */
export function placeApiRoutes({ database }: PublicServices): readonly PublicRoute[] {
  return [
    {
      method: 'GET',
      path: '/api/places',
      may: 'anyone',
      api: {
        summary: 'Every place, with its latest figures on a day',
        parameters: onParameter,
        answers: z.object({ on: day, places: z.array(placeShape) }),
      },
      handle: async ({ on }) => json({ on, places: (await placesOn(database, { on })).map(placeAnswer) }),
    },
    {
      method: 'GET',
      path: '/api/places/:place',
      may: 'anyone',
      api: {
        summary: 'One place: who serves it, its neighbours and every figure held',
        parameters: {
          place: { says: 'The id of a place, from /api/places', example: 'folkestone-and-hythe' },
          ...onParameter,
        },
        answers: placePageShape,
      },
      handle: async ({ params, on }) => {
        const found = await placePage(database, params['place'] ?? '', { on });
        if (found === undefined) return notFound(noSuch('place', params['place']));
        return json({
          on,
          place: placeAnswer(found.place),
          otherNames: found.otherNames.map((each) => ({ name: each.name, ...periodOf(each) })),
          within: found.within === undefined ? null : named(found.within),
          parts: found.parts.map(named),
          servedBy: [...found.servedBy, ...found.servedByWithin].map(bodyAnswer),
          neighbours: found.neighbours.map(({ gss, name, id }) => ({ gss, name, id: id ?? null })),
          counts: found.counts.map(countAnswer),
          deprivation: found.deprivation.map(deprivationAnswer),
        });
      },
    },
    {
      method: 'GET',
      path: '/api/statutory-partners',
      may: 'anyone',
      api: {
        summary: 'The kinds of statutory partner of a local area agreement, and their duties',
        answers: partnersShape,
      },
      handle: async () => json(await partnersPage(database)),
    },
  ];
}
