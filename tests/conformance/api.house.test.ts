import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { exampleOf } from '../../src/app/site/api.tsx';
import { apiRoutesIn, keyRoutesIn } from '../../src/app/site/open-api.ts';
import { useSite } from '../support/open-site.ts';
import { visitorOf } from '../support/visitor.ts';

const site = useSite();
const routes = () => apiRoutesIn(site().house.routes);
const get = (path: string, headers = {}) => visitorOf(site().address).get(path, headers);

describe('the JSON API', () => {
  test('answers each documented example exactly as its schema says, no more and no less', async () => {
    expect(routes().length).toBeGreaterThan(8);
    for (const route of routes()) {
      const address = exampleOf(route);
      const { status, headers, body } = await get(address);
      expect(status, address).toBe(200);
      expect(headers.get('content-type'), address).toBe('application/json; charset=utf-8');
      expect(headers.get('access-control-allow-origin'), address).toBe('*');
      const answer: unknown = JSON.parse(body);
      const parsed = route.api.answers.safeParse(answer);
      expect(parsed.error?.issues ?? [], address).toEqual([]);
      expect(parsed.data, `${address} answers what is not documented`).toEqual(answer);
    }
  });

  test('documents every route under /api, with every parameter of its address', async () => {
    const { paths } = JSON.parse((await get('/api/openapi.json')).body);
    const served = site()
      .house.routes.map(({ path }) => path)
      .filter((path) => path.startsWith('/api/') && path !== '/api/openapi.json');
    expect(Object.keys(paths).toSorted()).toEqual(
      served.map((path) => path.replaceAll(/:(\w+)/g, '{$1}')).toSorted(),
    );
    for (const [path, operations] of Object.entries<Readonly<Record<string, Operation>>>(paths)) {
      const [operation, another] = Object.values(operations);
      if (operation === undefined || another !== undefined) throw new Error(`${path} has not one operation`);
      const named = operation.parameters
        .filter((parameter) => parameter.in === 'path')
        .map(({ name }) => name);
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
      expect(named.toSorted(), path).toEqual(inPath.toSorted());
      expect(operation.summary.length, path).toBeGreaterThan(10);
    }
  });

  test('is an OpenAPI 3.1 document with an operation id of its own for each', async () => {
    const document = openApiShape.parse(JSON.parse((await get('/api/openapi.json')).body));
    const ids = Object.values(document.paths).flatMap((operations) =>
      Object.values(operations).map(({ operationId }) => operationId),
    );
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('has a page for people that names every route', async () => {
    const { body } = await get('/api');
    const all = [...routes(), ...keyRoutesIn(site().house.routes)];
    for (const { method, path } of all) expect(body).toContain(`${method} ${path}`);
  });

  test.each([
    '/api/bodies/atlantis',
    '/api/places/atlantis',
    '/api/bodies/%27%3B--/rules',
    '/api/record/proofs/inclusion/9999999/2',
    '/api/record/proofs/inclusion/x/y',
  ])('%s is a problem that says what is not there', async (path) => {
    const { status, headers, body } = await get(path);
    expect([status, headers.get('content-type')]).toEqual([404, 'application/problem+json; charset=utf-8']);
    expect(JSON.parse(body)).toMatchObject({
      status: 404,
      title: 'Not found',
      detail: expect.stringMatching(/\w+ \w+/),
    });
  });

  test('says in a problem how a day is written', async () => {
    const { status, body } = await get('/api/bodies?on=yesterday');
    expect([status, JSON.parse(body).detail]).toEqual([400, expect.stringContaining('year-month-day')]);
  });

  test('answers 304 to whoever has the answer already', async () => {
    const { headers } = await get('/api/bodies');
    const again = await get('/api/bodies', { 'if-none-match': headers.get('etag') ?? '' });
    expect([again.status, again.body]).toEqual([304, '']);
  });
});

type Operation = { summary: string; operationId: string; parameters: { name: string; in: string }[] };
const openApiShape = z.object({
  openapi: z.literal('3.1.0'),
  info: z.object({ title: z.string(), version: z.string(), license: z.object({ url: z.url() }) }),
  servers: z.array(z.object({ url: z.url() })).min(1),
  paths: z.record(
    z.string().startsWith('/api/'),
    z.partialRecord(
      z.enum(['get', 'post']),
      z.object({
        operationId: z.string().regex(/^[a-z-]+$/i),
        summary: z.string(),
        parameters: z.array(
          z.object({ name: z.string(), in: z.enum(['path', 'query', 'header']), required: z.boolean() }),
        ),
        responses: z
          .record(z.string(), z.object({ content: z.record(z.string(), z.object({ schema: z.object({}) })) }))
          .refine((responses) =>
            ['200', '201'].some((done) => responses[done]?.content['application/json'] !== undefined),
          ),
      }),
    ),
  ),
});
