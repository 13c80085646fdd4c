import { json, notFound, type PublicRoute } from '#platform/http';
import { z } from 'zod';
import { bodyPage } from '../../queries/body-page.ts';
import { everyBody } from '../../queries/bodies.ts';
import { officesPage } from '../../queries/offices.ts';
import { rulesPage } from '../../queries/rules-page.ts';
import { noSuch } from '../public/parts/missing.ts';
import type { PublicServices } from '../public/parts/services.ts';
import { bodyAnswer, bodyPageAnswer, officeAnswer, ruleAnswer } from './answers.ts';
import { onParameter } from './parameters.ts';
import { bodyPageShape, bodyShape, day, officeShape, ruleShape } from './shapes.ts';

const bodyParameter = { body: { says: 'The id of a body, from /api/bodies', example: 'maidstone' } };

/** Bodies, their offices and their rules, for programs. */
export function bodyApiRoutes({ database }: PublicServices): readonly PublicRoute[] {
  return [
    {
      method: 'GET',
      path: '/api/bodies',
      may: 'anyone',
      api: {
        summary: 'Every body in the register, as it stands on a day',
        parameters: onParameter,
        answers: z.object({ on: day, bodies: z.array(bodyShape) }),
      },
      handle: async ({ on }) => json({ on, bodies: (await everyBody(database, { on })).map(bodyAnswer) }),
    },
    {
      method: 'GET',
      path: '/api/bodies/:body',
      may: 'anyone',
      api: {
        summary: 'One body: its names, details, places and what came before and after it',
        parameters: { ...bodyParameter, ...onParameter },
        answers: bodyPageShape,
      },
      handle: async ({ params, on }) => {
        const found = await bodyPage(database, params['body'] ?? '', { on });
        return found === undefined
          ? notFound(noSuch('body', params['body']))
          : json({ on, ...bodyPageAnswer(found) });
      },
    },
    {
      method: 'GET',
      path: '/api/bodies/:body/rules',
      may: 'anyone',
      api: {
        summary: 'The rules of one body on a day, each with its source',
        parameters: { ...bodyParameter, ...onParameter },
        answers: z.object({ on: day, body: bodyShape, rules: z.array(ruleShape) }),
      },
      handle: async ({ params, on }) => {
        const found = await rulesPage(database, params['body'] ?? '', { on });
        if (found === undefined) return notFound(noSuch('body', params['body']));
        const rules = found.groups.flatMap((group) => group.rules).map(ruleAnswer);
        return json({ on, body: bodyAnswer(found.body), rules });
      },
    },
    {
      method: 'GET',
      path: '/api/bodies/:body/offices',
      may: 'anyone',
      api: {
        summary: 'The offices and seats of one body on a day, and who has held them',
        parameters: { ...bodyParameter, ...onParameter },
        answers: z.object({ on: day, body: bodyShape, offices: z.array(officeShape) }),
      },
      handle: async ({ params, on }) => {
        const found = await officesPage(database, params['body'] ?? '', { on });
        if (found === undefined) return notFound(noSuch('body', params['body']));
        return json({ on, body: bodyAnswer(found.body), offices: found.offices.map(officeAnswer) });
      },
    },
  ];
}
