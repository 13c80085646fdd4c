import type { ComponentChildren } from 'preact';
import { file, notFound, page, type PublicRoute, type Visit } from '#platform/http';
import { londonDate } from '#platform/kernel';
import type { Services } from '#platform/module';
import { Button, Link, Prose, SummaryList } from '#platform/ui';
import { AsOf, Day, home, onDay, Section } from '#platform/web';
import { isReadable, paperKinds, paperPath } from '../../domain/papers/paper.ts';
import { findPublicFile } from '../../queries/papers/public-file.ts';
import { paperPage, type PaperPage } from '../../queries/papers/paper-page.ts';
import { fileInWords, Restriction, roleInWords } from './paper-words.tsx';

const missing = 'There is no paper at this address, or it is not published.';

/** A paper’s page and its file, for anyone once it is published and may be read. */
export const paperPageRoutes = ({ database }: Services): readonly PublicRoute[] => [
  {
    method: 'GET',
    path: '/papers/:paper',
    may: 'anyone',
    handle: async (visit) => {
      const shown = await paperPage(database, visit.params['paper'] ?? '', visit.on);
      if (shown === undefined) return notFound(missing);
      const { paper, body } = shown;
      return page({
        title: paper.title,
        ...(body !== undefined && { caption: body.name }),
        description: `${paperKinds[paper.kind]} of ${body?.name ?? paper.bodyId}`,
        section: 'decisions',
        breadcrumbs: [
          home,
          { text: 'Decisions', href: '/decisions' },
          { text: 'Papers', href: `/bodies/${paper.bodyId}/papers` },
          { text: paper.title },
        ],
        main: <PaperShown shown={shown} visit={visit} />,
      });
    },
  },
  {
    method: 'GET',
    path: '/papers/:paper/file',
    may: 'anyone',
    // Of today, whatever day is asked for: what is not released yet is not, and what is was published once.
    handle: async ({ params, today }) => {
      const found = await findPublicFile(database, params['paper'] ?? '', (paper) =>
        isReadable(paper, today),
      );
      return found === undefined
        ? notFound('There is no file at this address that the public may read.')
        : file(found.mediaType, found.bytes, found.filename);
    },
  },
];

function PaperShown({ shown, visit }: Readonly<{ shown: PaperPage; visit: Visit }>) {
  const { paper, belongsTo } = shown;
  return (
    <>
      <AsOf visit={visit} />
      <Prose>
        {shown.file !== undefined && (
          <>
            <Button href={`${paperPath(paper)}/file`}>Open the paper ({fileInWords(shown.file)})</Button>
            {shown.file.textNote !== undefined && <p class="govuk-body-s">{shown.file.textNote}</p>}
          </>
        )}
        <Restriction paper={paper} isReadable={shown.isReadable} />
      </Prose>
      <SummaryList
        rows={[
          row('Kind', paperKinds[paper.kind]),
          row('Published', paper.publishedAt === undefined ? '' : <Day on={londonDate(paper.publishedAt)} />),
          ...(paper.access === 'exempt' && shown.isReadable && paper.reviewOn !== undefined
            ? [row('Released', <Day on={paper.reviewOn} />)]
            : []),
          row('Source', paper.source),
          ...(shown.file === undefined
            ? []
            : [row('SHA-256', <code class="accord-hash">{shown.file.sha256}</code>)]),
        ]}
      />
      <Section title="Where it belongs">
        <ul class="govuk-list govuk-list--bullet">
          {belongsTo.map(({ subject, title, role }) => (
            <li>
              <Link href={onDay(subject, visit)}>{title ?? subject}</Link> ({roleInWords(role).toLowerCase()})
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}

const row = (key: string, children: ComponentChildren) => ({ key, value: { children } });
