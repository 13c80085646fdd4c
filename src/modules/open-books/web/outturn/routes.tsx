import { notFound, page, type PublicRoute, type Visit } from '#platform/http';
import type { ServicesWithFiles } from '#platform/module';
import { fileRoutes, home } from '#platform/web';
import {
  outturnBook,
  outturnDataset,
  outturnDetailOf,
  outturnLinesDataset,
} from '../../queries/outturn/outturn-page.ts';
import { askedOf } from './asked.ts';
import { BodyOutturn } from './body-page.tsx';
import { CountyOutturn } from './outturn-page.tsx';
import { outturnPath } from './paths.ts';

const path = `${outturnPath}/:body`;
const noneHeld = 'No figures of revenue outturn are held here. They come with the reference data of an area.';
const noneOfBody =
  'No return of revenue outturn is held of a body at this address. The page of service accounts lists those that are.';
const title = 'What services cost';

/** Service accounts: revenue outturn of all councils and of each. */
export function outturnRoutes({ database }: Pick<ServicesWithFiles, 'database'>): readonly PublicRoute[] {
  const ofBody = async ({ params, today }: Visit) => {
    const book = await outturnBook(database, today);
    const council = book?.councils.find(({ bodyId }) => bodyId === params['body']);
    return book === undefined || council === undefined ? undefined : { book, council };
  };
  return [
    {
      method: 'GET',
      path: outturnPath,
      may: 'anyone',
      handle: async (visit) => {
        const book = await outturnBook(database, visit.today);
        if (book === undefined) return notFound(noneHeld);
        return page({
          title,
          description:
            'Revenue outturn of every council: what services cost, per head and as shares, over the years held.',
          section: 'money',
          breadcrumbs: [home, { text: 'Money', href: '/money' }, { text: title }],
          main: <CountyOutturn book={book} asked={askedOf(visit, book.outturn)} visit={visit} />,
        });
      },
    },
    ...fileRoutes(
      outturnPath,
      async ({ today }) => {
        const book = await outturnBook(database, today);
        return book && outturnDataset(book);
      },
      () => noneHeld,
    ),
    {
      method: 'GET',
      path,
      may: 'anyone',
      handle: async (visit) => {
        const found = await ofBody(visit);
        if (found === undefined) return notFound(noneOfBody);
        const { book, council } = found;
        const detail = await outturnDetailOf(database, council.code);
        return page({
          title,
          caption: council.name,
          description: `Revenue outturn of ${council.name}, service by service, over the years held.`,
          section: 'money',
          breadcrumbs: [
            home,
            { text: 'Money', href: '/money' },
            { text: title, href: outturnPath },
            { text: council.name },
          ],
          main: (
            <BodyOutturn
              book={book}
              council={council}
              asked={askedOf(visit, book.outturn)}
              detail={detail}
              visit={visit}
            />
          ),
        });
      },
    },
    ...fileRoutes(
      path,
      async (visit) => {
        const found = await ofBody(visit);
        return found && outturnDataset(found.book, found.council.bodyId);
      },
      () => noneOfBody,
    ),
    ...fileRoutes(
      `${path}/lines`,
      async (visit) => {
        const found = await ofBody(visit);
        return (
          found &&
          outturnLinesDataset(
            found.council.bodyId ?? found.council.code,
            await outturnDetailOf(database, found.council.code),
          )
        );
      },
      () => noneOfBody,
    ),
  ];
}
