import { notFound, page, type PublicRoute, type Visit } from '#platform/http';
import { londonDate } from '#platform/kernel';
import type { Services } from '#platform/module';
import { DataTable, Link, Pagination } from '#platform/ui';
import { AsOf, Day, fileRoutes, filesOf, home, onDay } from '#platform/web';
import { bodyOn } from '#modules/register';
import { paperKinds, paperPath } from '../../domain/papers/paper.ts';
import { type BodyPaper, papersDataset, papersOfBody } from '../../queries/papers/papers-list.ts';
import { fileInWords } from './paper-words.tsx';

const missing = 'There is no such body in the register on this day.';

/** The papers a body has published. */
export const papersPageRoutes = ({ database }: Services): readonly PublicRoute[] => [
  {
    method: 'GET',
    path: '/bodies/:body/papers',
    may: 'anyone',
    handle: async (visit) => {
      const body = await bodyOn(database, visit.params['body'] ?? '', { on: visit.on });
      if (body === undefined) return notFound(missing);
      const number = pageAsked(visit.query['page']);
      const { papers, hasMore } = await papersOfBody(database, body.id, { on: visit.on, page: number });
      return page({
        title: 'Papers',
        caption: body.name,
        description: `Reports, background papers and annexes published by ${body.name}.`,
        section: 'decisions',
        breadcrumbs: [
          home,
          { text: 'Decisions', href: '/decisions' },
          { text: body.name, href: `/bodies/${body.id}` },
          { text: 'Papers' },
        ],
        main: <Papers papers={papers} number={number} hasMore={hasMore} visit={visit} />,
      });
    },
  },
  ...fileRoutes(
    '/bodies/:body/papers',
    async ({ params, on }) => {
      const body = await bodyOn(database, params['body'] ?? '', { on });
      return body === undefined ? undefined : papersDataset(database, body.id, on);
    },
    () => missing,
  ),
];

type PapersProps = Readonly<{ papers: readonly BodyPaper[]; number: number; hasMore: boolean; visit: Visit }>;

function Papers({ papers, number, hasMore, visit }: PapersProps) {
  const path = `/bodies/${visit.params['body'] ?? ''}/papers`;
  return (
    <>
      <AsOf visit={visit} />
      <DataTable
        caption="Papers, the newest first"
        captionHidden
        rows={papers}
        columns={[
          {
            title: 'Paper',
            cell: ({ paper }) => <Link href={onDay(paperPath(paper), visit)}>{paper.title}</Link>,
          },
          { title: 'Kind', cell: ({ paper }) => paperKinds[paper.kind] },
          {
            title: 'Published',
            cell: ({ paper }) =>
              paper.publishedAt !== undefined && <Day on={londonDate(paper.publishedAt)} />,
          },
          {
            title: 'File',
            cell: ({ paper, file }) => (file === undefined ? notToBeRead(paper.access) : fileInWords(file)),
          },
        ]}
        empty="No papers are published by this body here."
        narrow="stack"
        downloads={filesOf(path, visit)}
      />
      {(number > 1 || hasMore) && (
        <Pagination
          previous={number > 1 ? { href: onDay(`${path}?page=${number - 1}`, visit) } : undefined}
          next={hasMore ? { href: onDay(`${path}?page=${number + 1}`, visit) } : undefined}
        />
      )}
    </>
  );
}

const notToBeRead = (access: BodyPaper['paper']['access']): string =>
  access === 'confidential' ? 'Confidential' : 'Exempt, not released yet';

const pageAsked = (asked: string | undefined): number =>
  asked !== undefined && /^[1-9]\d{0,4}$/.test(asked) ? Number(asked) : 1;
