import { z } from 'zod';
import type { PublicRoute, Route } from '#platform/http';

type ApiRoute = PublicRoute & Required<Pick<PublicRoute, 'api'>>;

/** The routes of the JSON API, by address. */
export const apiRoutesIn = (routes: readonly Route[]): readonly ApiRoute[] =>
  routes
    .filter((route): route is ApiRoute => route.may === 'anyone' && route.api !== undefined)
    .sort((one, other) => (one.path < other.path ? -1 : 1));

/**
 * The OpenAPI 3.1 document of the JSON API, made from the routes themselves: their addresses, their parameters, and the
 * schemas that tests hold their answers against.
 */
export function openApi(routes: readonly Route[], address: string): Readonly<Record<string, unknown>> {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Accord',
      version: '1',
      summary: 'Everything public on this site, as data',
      description:
        'No key is needed. Answers carry an ETag; ask again with If-None-Match. Add on=YYYY-MM-DD where a route takes it, and it answers as things stood that day.',
      license: {
        name: 'Open Government Licence v3.0',
        url: 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
      },
    },
    servers: [{ url: address }],
    paths: Object.fromEntries(
      apiRoutesIn(routes).map((route) => [templated(route.path), { get: operation(route) }]),
    ),
    components: {
      schemas: { Problem: z.toJSONSchema(problemShape, { target: 'draft-2020-12' }) },
    },
  };
}

/** RFC 9457. */
const problemShape = z.object({ type: z.string(), title: z.string(), status: z.int(), detail: z.string() });

function operation({ path, api }: ApiRoute) {
  const inPath = parametersIn(path);
  const named = Object.entries(api.parameters ?? {});
  const problem = (description: string) => ({
    description,
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  });
  return {
    operationId: path
      .replace(/^\/api\//, '')
      .replaceAll(/[:.]/g, '')
      .replaceAll('/', '-'),
    summary: api.summary,
    parameters: named.map(([name, { says, example, required }]) => ({
      name,
      in: inPath.includes(name) ? 'path' : 'query',
      required: inPath.includes(name) || required === true,
      description: says,
      example,
      schema: { type: 'string' },
    })),
    responses: {
      '200': {
        description: api.summary,
        content: {
          'application/json': {
            schema: z.toJSONSchema(api.answers, { target: 'draft-2020-12', io: 'output' }),
          },
        },
      },
      ...(named.length > 0 && { '400': problem('A parameter is not written as it must be') }),
      ...(inPath.length > 0 && { '404': problem('There is no such thing') }),
      '503': problem('The database is not answering for a moment'),
    },
  };
}

const parametersIn = (path: string): string[] => [...path.matchAll(/:(\w+)/g)].map(([, name]) => name ?? '');
const templated = (path: string): string => path.replaceAll(/:(\w+)/g, '{$1}');
