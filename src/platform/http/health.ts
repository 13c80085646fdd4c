import type { FastifyReply, FastifyRequest } from 'fastify';
import { privately } from './send.ts';

/** What must hold for this process to be sent visitors: each check says whether it does. */
export type Health = Readonly<Record<string, () => Promise<boolean>>>;

type HealthRoute = Readonly<{
  path: string;
  handle(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply>;
}>;

/** `/health/live`: the process answers. `/health/ready`: it can serve; names what fails and tells no detail. */
export function healthRoutes(checks: Health): readonly HealthRoute[] {
  return [
    {
      path: '/health/live',
      handle: async (_request, reply) => reply.headers(privately).send({ status: 'live' }),
    },
    {
      path: '/health/ready',
      handle: async (_request, reply) => {
        const results = await Promise.all(
          Object.entries(checks).map(async ([name, check]) => [name, await holds(check)] as const),
        );
        const ready = results.every(([, held]) => held);
        return reply
          .code(ready ? 200 : 503)
          .headers(privately)
          .send({ status: ready ? 'ready' : 'not ready', checks: Object.fromEntries(results) });
      },
    },
  ];
}

async function holds(check: () => Promise<boolean>): Promise<boolean> {
  try {
    return await check();
  } catch {
    return false;
  }
}
