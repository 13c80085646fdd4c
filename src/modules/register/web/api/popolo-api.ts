import { json, type PublicRoute } from '#platform/http';
import { z } from 'zod';
import { popolo } from '../../queries/popolo.ts';
import type { PublicServices } from '../public/parts/services.ts';
import { onParameter } from './parameters.ts';
import { areaShape, membershipShape, organizationShape, personShape, postShape } from './popolo-shapes.ts';

const lists = {
  organizations: { of: organizationShape, summary: 'Bodies, as Popolo organizations' },
  posts: { of: postShape, summary: 'Offices and seats, as Popolo posts' },
  memberships: { of: membershipShape, summary: 'Who holds which office or seat, as Popolo memberships' },
  persons: { of: personShape, summary: 'People recorded as holding an office, as Popolo persons' },
  areas: { of: areaShape, summary: 'Places, as Popolo areas' },
} as const;
type List = keyof typeof lists;

/** People, memberships and organisations in the Popolo form, which civic software around the world reads. */
export function popoloRoutes({ database }: PublicServices): readonly PublicRoute[] {
  const keys = Object.keys(lists) as List[];
  const whole = z.object({
    organizations: z.array(organizationShape),
    posts: z.array(postShape),
    memberships: z.array(membershipShape),
    persons: z.array(personShape),
    areas: z.array(areaShape),
  });
  return [
    {
      method: 'GET',
      path: '/api/popolo',
      may: 'anyone',
      api: {
        summary: 'The whole register of bodies and offices, as Popolo',
        parameters: onParameter,
        answers: whole,
      },
      handle: async ({ on }) => json(await popolo(database, { on })),
    },
    ...keys.map((key): PublicRoute => ({
      method: 'GET',
      path: `/api/popolo/${key}`,
      may: 'anyone',
      api: {
        summary: lists[key].summary,
        parameters: onParameter,
        answers: z.object({ [key]: z.array(lists[key].of) }),
      },
      handle: async ({ on }) => json({ [key]: (await popolo(database, { on }))[key] }),
    })),
  ];
}
