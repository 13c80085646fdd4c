import { z } from 'zod';
import type { KeyRoute, PublicRoute, Route } from '#platform/http';

type ApiRoute = PublicRoute & Required<Pick<PublicRoute, 'api'>>;

/** The routes of the JSON API, by address. */
export const apiRoutesIn = (routes: readonly Route[]): readonly ApiRoute[] =>
  routes
    .filter((route): route is ApiRoute => route.may === 'anyone' && route.api !== undefined)
    .sort((one, other) => (one.path < other.path ? -1 : 1));

/** Those that a program opens with a key, by address. */
export const keyRoutesIn = (routes: readonly Route[]): readonly KeyRoute[] =>
  routes
    .filter((route): route is KeyRoute => 'by' in route)
    .toSorted((one, other) => (one.path < other.path ? -1 : 1));

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
        'Reading what is public needs no key. Sending needs one, made under /account/keys. Public answers carry an ETag; ask again with If-None-Match. Add on=YYYY-MM-DD where a route takes it, and it answers as things stood that day.',
      license: {
        name: 'Open Government Licence v3.0',
        url: 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
      },
    },
    servers: [{ url: address }],
    paths: Object.fromEntries([
      ...apiRoutesIn(routes).map((route) => [templated(route.path), { get: operation(route) }]),
      ...keyRoutesIn(routes).map((route) => [
        templated(route.path),
        { [route.method.toLowerCase()]: keyOperation(route) },
      ]),
    ]),
    components: {
      securitySchemes: {
        key: { type: 'http', scheme: 'bearer', description: 'A key for programs, made under /account/keys' },
      },
      schemas: { Problem: z.toJSONSchema(problemShape, { target: 'draft-2020-12' }) },
    },
  };
}

/** RFC 9457. */
const problemShape = z.object({ type: z.string(), title: z.string(), status: z.int(), detail: z.string() });

const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
});
const schemaOf = (shape: z.ZodType) => z.toJSONSchema(shape, { target: 'draft-2020-12', io: 'output' });

/** As of a public address; with the key it needs, what is sent, and what else may be answered. */
function keyOperation({ method, path, api }: KeyRoute) {
  const { responses, operationId, parameters, ...shared } = operation({ path, api });
  const { 200: done, ...others } = responses;
  return {
    ...shared,
    operationId: method === 'GET' ? operationId : `${method.toLowerCase()}-${operationId}`,
    security: [{ key: [] }],
    parameters: [...parameters, ...(method === 'GET' ? [] : [idempotencyKey])],
    ...(api.sends !== undefined && {
      requestBody: {
        required: true,
        content: Object.fromEntries(
          Object.entries(api.sends).map(([type, { shape, example }]) => [
            type,
            type === 'application/json'
              ? { schema: schemaOf(shape), example: JSON.parse(example) as unknown }
              : { schema: { type: 'string' }, example },
          ]),
        ),
      },
    }),
    responses: {
      [api.status ?? 200]: done,
      ...others,
      '401': problem('There is no key, or none that works'),
      '403': problem('The office of the key may not do this'),
      '429': problem('There were too many requests with keys that do not work'),
      ...Object.fromEntries(Object.entries(api.otherwise).map(([status, when]) => [status, problem(when)])),
    },
  };
}

const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  description:
    'A text of your own, new for each thing to be done. The same one sent again is answered as the first time',
  example: 'readings-2026-q1-1',
  schema: { type: 'string', maxLength: 200 },
};

function operation({ path, api }: Pick<ApiRoute, 'path' | 'api'>) {
  const inPath = parametersIn(path);
  const named = Object.entries(api.parameters ?? {});
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
            schema: schemaOf(api.answers),
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
