import { type ApiDescription, json, page, type PublicRoute, type Route } from '#platform/http';
import { Heading, Link, Prose, Text, Unseen } from '#platform/ui';
import type { ComponentChildren } from 'preact';
import { apiRoutesIn, keyRoutesIn, openApi } from './open-api.ts';

/** The API's own pages: the document for machines, and the same for people. */
export function apiDocumentRoutes(routes: readonly Route[], address: string): readonly PublicRoute[] {
  return [
    {
      method: 'GET',
      path: '/api/openapi.json',
      may: 'anyone',
      handle: async () => json(openApi(routes, address)),
    },
    {
      method: 'GET',
      path: '/api',
      may: 'anyone',
      handle: async () =>
        page({
          title: 'The API',
          description: 'Everything public on this site, as JSON, and how programs send readings.',
          breadcrumbs: [{ text: 'Home', href: '/' }, { text: 'The API' }],
          main: <ApiPage routes={routes} />,
        }),
    },
  ];
}

function ApiPage({ routes }: { routes: readonly Route[] }) {
  return (
    <>
      <Prose>
        <p class="govuk-body-l">
          Everything public on this site can be read by programs. No key is needed. To send readings, a
          program needs <Link href="#by-key">a key</Link>.
        </p>
        <Text>
          Answers are JSON in UTF-8. Dates are written 2008-07-09 and are days in London. Money is whole
          pence. Where something is not known, it is null. A request that cannot be answered gets a problem
          (RFC 9457) that says why.
        </Text>
        <Text>
          Each answer carries an ETag: send it back as If-None-Match, and unchanged answers cost next to
          nothing. For tools, there is <Link href="/api/openapi.json">an OpenAPI document</Link>. To hold the
          whole record on your own computer, see <Link href="/record">the record</Link>.
        </Text>
      </Prose>
      {apiRoutesIn(routes).map((route) => (
        <ApiRoute method="GET" path={route.path} api={route.api}>
          <Text>
            <Link href={exampleOf(route)}>
              Try it<Unseen>: {route.api.summary}</Unseen>
            </Link>
          </Text>
        </ApiRoute>
      ))}
      <div id="by-key">
        <Prose>
          <Heading size="l">With a key</Heading>
          <Text>
            A key is made under <Link href="/account/keys">Your account</Link> and acts in one office: send it
            as the header <code>Authorization: Bearer accord_…</code>. Being signed in does not count here,
            and a key opens no page. Whatever changes something needs the header <code>Idempotency-Key</code>{' '}
            too: a text of your own, new for each thing to be done, so that what is sent twice is done once.
          </Text>
        </Prose>
        {keyRoutesIn(routes).map((route) => (
          <ApiRoute method={route.method} path={route.path} api={route.api} />
        ))}
      </div>
    </>
  );
}

type ApiRouteProps = Readonly<{
  method: Route['method'];
  path: string;
  api: Pick<ApiDescription, 'summary' | 'parameters'>;
  children?: ComponentChildren;
}>;

const ApiRoute = ({ method, path, api, children }: ApiRouteProps) => (
  <section class="accord-api-route">
    <Heading size="m">
      <code>
        {method} {path}
      </code>
    </Heading>
    <Text>{api.summary}</Text>
    {api.parameters !== undefined && (
      <dl class="govuk-summary-list">
        {Object.entries(api.parameters).map(([name, { says, example }]) => (
          <div class="govuk-summary-list__row">
            <dt class="govuk-summary-list__key">
              <code>{name}</code>
            </dt>
            <dd class="govuk-summary-list__value">
              {says}. For example: <code>{example}</code>
            </dd>
          </div>
        ))}
      </dl>
    )}
    {children}
  </section>
);

/** An address with its example values in place, `/api/bodies/maidstone`, and with what its query cannot do without. */
export function exampleOf({ path, api }: Pick<PublicRoute, 'path' | 'api'>): string {
  const filled = path.replaceAll(
    /:(\w+)/g,
    (_whole, name: string) => api?.parameters?.[name]?.example ?? name,
  );
  const query = new URLSearchParams(
    Object.entries(api?.parameters ?? {}).flatMap(([name, { required, example }]) =>
      required === true ? [[name, example]] : [],
    ),
  );
  return query.size === 0 ? filled : `${filled}?${query.toString()}`;
}
