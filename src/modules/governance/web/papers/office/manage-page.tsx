import { type Actor } from '#platform/kernel';
import { Button, type Column, DataTable, Link, Prose, Text } from '#platform/ui';
import { Day, officePage } from '#platform/web';
import { paperAccesses, paperKinds } from '../../../domain/papers/paper.ts';
import type { OwnPaper } from '../../../queries/papers/own-papers.ts';
import { addPaperHref } from '../paper-picker.tsx';
import { fileInWords } from '../paper-words.tsx';

type Papers = Readonly<{ drafts: readonly OwnPaper[]; waiting: readonly OwnPaper[] }>;

/** A body’s papers that need its officers. */
export const managePapersPage = (actor: Actor, { drafts, waiting }: Papers) => {
  const path = `/office/${actor.bodyId}/papers`;
  const columns: readonly Column<OwnPaper>[] = [
    { title: 'Paper', cell: ({ paper }) => <Link href={`${path}/${paper.id}`}>{paper.title}</Link> },
    { title: 'Kind', cell: ({ paper }) => paperKinds[paper.kind] },
    { title: 'File', cell: ({ file }) => (file === undefined ? '' : fileInWords(file)) },
    { title: 'Who may read it', cell: ({ paper }) => paperAccesses[paper.access] },
  ];
  return officePage(actor, [], {
    title: 'Papers to work on',
    main: (
      <>
        <Prose>
          <Text>
            A paper is your body’s own until the notice, agenda or decision it belongs to is published.{' '}
            <Link href={`/bodies/${actor.bodyId}/papers`}>See the papers that are published</Link>.
          </Text>
          <Button href={addPaperHref(actor.bodyId, path)}>Add a paper</Button>
        </Prose>
        <DataTable caption="Not published yet" rows={drafts} columns={columns} empty="None." narrow="stack" />
        <DataTable
          caption="Exempt or confidential, not released"
          rows={waiting}
          columns={[
            ...columns,
            {
              title: 'Released on',
              cell: ({ paper }) => (paper.reviewOn === undefined ? 'Never' : <Day on={paper.reviewOn} />),
            },
          ]}
          empty="None."
          narrow="stack"
        />
      </>
    ),
  });
};
