import type { ComponentChildren } from 'preact';
import type { FieldErrors } from '#platform/http';
import { type Actor, londonDate } from '#platform/kernel';
import { Button, Form, FormErrorSummary, Link, Prose, SummaryList } from '#platform/ui';
import { Day, officePage } from '#platform/web';
import { paperAccesses, paperKinds, paperPath } from '../../../domain/papers/paper.ts';
import { sayParagraph } from '../../../domain/schedule-12a.ts';
import type { PaperPage } from '../../../queries/papers/paper-page.ts';
import { fileInWords } from '../paper-words.tsx';

/** A paper as its own body sees it, and what its officers can do with it. */
export const ownPaperPage = (
  actor: Actor,
  { paper, file, belongsTo, isReadable }: PaperPage,
  { errors, mayRelease }: Readonly<{ errors: FieldErrors; mayRelease: boolean }>,
) => {
  const path = `/office/${actor.bodyId}/papers/${paper.id}`;
  const isDraft = paper.publishedAt === undefined;
  const rows: readonly (readonly [string, ComponentChildren])[] = [
    ['Kind', paperKinds[paper.kind]],
    ['Published', paper.publishedAt === undefined ? 'Not yet' : <Day on={londonDate(paper.publishedAt)} />],
    ['Who may read it', paperAccesses[paper.access]],
    ...(paper.access === 'exempt'
      ? ([
          ['Paragraphs', paper.paragraphs.map(sayParagraph).join('; ')],
          ['The public interest', paper.publicInterest],
          ['What the public may know', paper.publicSummary],
          ['Released on', paper.reviewOn === undefined ? 'Not set' : <Day on={paper.reviewOn} />],
        ] as const)
      : []),
    ['Source', paper.source],
    ['Added by', paper.addedBy],
    [
      'Belongs to',
      belongsTo.length === 0
        ? 'Nothing yet'
        : belongsTo.map(({ subject, title }) => <Link href={subject}>{title ?? subject} </Link>),
    ],
  ];
  return officePage(actor, [{ text: 'Papers', href: `/office/${actor.bodyId}/papers` }], {
    title: paper.title,
    errors,
    main: (
      <Prose>
        <FormErrorSummary errors={errors} />
        {file !== undefined && (
          <p class="govuk-body">
            <Link href={`${path}/file`}>{file.filename}</Link> ({fileInWords(file)})
            {file.textNote !== undefined && `. ${file.textNote}`}
          </p>
        )}
        <SummaryList rows={rows.map(([key, children]) => ({ key, value: { children } }))} />
        {!isDraft && (
          <p class="govuk-body">
            <Link href={paperPath(paper)}>As everybody sees it</Link>
          </p>
        )}
        {paper.access === 'exempt' && !isReadable && mayRelease && (
          <Button href={`${path}/review`} variant="secondary">
            Release it, or move the day
          </Button>
        )}
        {isDraft && (
          <Form action={`${path}/remove`}>
            <Button variant="warning">Remove this paper</Button>
          </Form>
        )}
      </Prose>
    ),
  });
};
