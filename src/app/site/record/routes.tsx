import { download, notFound, page, type PublicRoute, stream, text } from '#platform/http';
import { downloadRecord, entriesPage, entry, inclusionProof } from '#platform/record';
import { bodyOn } from '#modules/register';
import type { SiteServices } from '../site.ts';
import { recordApiRoutes } from './api-routes.ts';
import { entriesAsData, entriesAsked, entriesPerPage, entriesPerFile, wholeNumber } from './entries.ts';
import { feedOf, feedRoute } from './feed.ts';
import { EntryPage } from './entry-page.tsx';
import { RecordPage } from './record-page.tsx';

const home = { text: 'Home', href: '/' };

/** The public record: what was done, by which office, and the means to check that it is all there and unchanged. */
export function recordRoutes(services: SiteServices): readonly PublicRoute[] {
  const { database, checkpoints, key } = services;
  return [
    {
      method: 'GET',
      path: '/record',
      may: 'anyone',
      handle: async ({ query, on }) => {
        const asked = entriesAsked(query, entriesPerPage);
        const body = asked.body === undefined ? undefined : await bodyOn(database, asked.body, { on });
        if (asked.body !== undefined && body === undefined)
          return notFound('There is no body with this address. The record shows the acts of all.');
        const found = await entriesPage(database, asked);
        return page({
          title: 'The record',
          ...(body !== undefined && { caption: body.name }),
          feed: feedOf(body),
          description:
            'Every act on this site, in order, with the means to check that none was changed or left out.',
          section: 'record',
          breadcrumbs:
            body === undefined
              ? [home, { text: 'The record' }]
              : [home, { text: 'The record', href: '/record' }, { text: body.name }],
          main: (
            <RecordPage
              found={found}
              checkpoint={await checkpoints.newest()}
              body={body}
              isFirst={asked.before === undefined}
            />
          ),
        });
      },
    },
    {
      method: 'GET',
      path: '/record/entries/:number',
      may: 'anyone',
      handle: async ({ params }) => {
        const number = wholeNumber(params['number']);
        const found = number === undefined ? undefined : await entry(database, number);
        if (found === undefined) return notFound('There is no entry with this number in the record.');
        const checkpoint = await checkpoints.newest();
        const proof = await inclusionProof(database, found.seq, checkpoint.size);
        return page({
          title: `Entry ${found.seq}`,
          caption: 'The record',
          section: 'record',
          breadcrumbs: [home, { text: 'The record', href: '/record' }, { text: `Entry ${found.seq}` }],
          main: <EntryPage found={found} checkpoint={checkpoint} proof={proof.ok ? proof.value : []} />,
        });
      },
    },
    {
      method: 'GET',
      path: '/record/checkpoint',
      may: 'anyone',
      handle: async () => text('text/plain', (await checkpoints.newest()).note),
    },
    {
      method: 'GET',
      path: '/record/key',
      may: 'anyone',
      handle: async () => text('text/plain', `${key.publicKey}\n`),
    },
    {
      method: 'GET',
      path: '/record/download',
      may: 'anyone',
      handle: async () =>
        stream(
          'application/x-ndjson',
          downloadRecord(database, await checkpoints.newest(), key.publicKey),
          'accord-record.ndjson',
        ),
    },
    ...(['csv', 'json'] as const).map((format): PublicRoute => ({
      method: 'GET',
      path: `/record.${format}`,
      may: 'anyone',
      handle: async ({ query }) =>
        download(entriesAsData(await entriesPage(database, entriesAsked(query, entriesPerFile))), format),
    })),
    feedRoute(services),
    ...recordApiRoutes(services),
  ];
}
