import type { FieldErrors, Page } from '#platform/http';
import { type Actor, formatDate } from '#platform/kernel';
import {
  Button,
  Form,
  FormErrorSummary,
  InsetText,
  Link,
  Prose,
  SummaryList,
  Tag,
  Text,
  WarningText,
} from '#platform/ui';
import { Kept, officePage } from '#platform/web';
import type { NewVersion } from '../../../domain/proposal/accept-proposal.ts';
import type { ProposalDraft } from '../../../queries/proposal-draft.ts';
import type { Candidate } from '../../../queries/proposal-parties.ts';
import { approvalsInWords, clauseForInWords, needsInWords, startInWords } from '../words.ts';
import { draftPath, officeStep } from './addresses.ts';
import { parts, partsOf } from './draft-parts.ts';
import { faultsIn } from './read-draft.ts';

type CheckProps = Readonly<{
  actor: Actor;
  draft: ProposalDraft;
  candidates: readonly Candidate[];
  read: NewVersion | undefined;
  errors: FieldErrors;
}>;

/** The draft once more before it is put, with what the parties should know. */
export function checkPage({
  actor,
  draft,
  candidates,
  read,
  errors,
}: CheckProps): Page & { errors: FieldErrors } {
  const path = draftPath(actor, draft.id);
  const nameOf = (id: string) => candidates.find(({ body }) => body.id === id)?.body.name ?? id;
  return officePage(actor, [officeStep(actor)], {
    title:
      draft.amends === undefined
        ? 'Check the proposal before it is put'
        : 'Check the amendment before it is published',
    caption: draft.answers['title'] || 'A new joint proposal',
    errors,
    main: (
      <Prose>
        <FormErrorSummary errors={errors} />
        {read === undefined ? (
          <Text>The draft is not finished. The pages that lack something are named below.</Text>
        ) : (
          <SummaryList
            rows={rowsOf(read, nameOf).map(([key, value]) => ({ key, value: { children: value } }))}
          />
        )}
        <ul class="govuk-list">
          {partsOf(draft.amends !== undefined).map((part) => (
            <li>
              <Link href={`${path}/${part}`}>Change {parts[part].toLowerCase()}</Link>
              {Object.keys(faultsIn(part, draft.answers)).length > 0 && (
                <>
                  {' '}
                  <Tag colour="yellow">Not finished</Tag>
                </>
              )}
            </li>
          ))}
        </ul>
        {read !== undefined && (
          <>
            <Undatable read={read} candidates={candidates} />
            <WarningText>
              Once it is put it is public and is never edited. What changes later is another version, and each
              party decides on its own.
            </WarningText>
            <Form>
              <Kept answers={{ draftSeen: String(draft.version) }} />
              <Button preventDoubleClick>
                {draft.amends === undefined ? 'Put it to the parties' : 'Publish the amendment'}
              </Button>
            </Form>
          </>
        )}
        <Text>
          <Link href={`${path}/discard`}>Discard this draft</Link>
        </Text>
      </Prose>
    ),
  });
}

/** The parties of which no rules are recorded: nobody can compute when their decision takes effect. */
function Undatable({ read, candidates }: Readonly<{ read: NewVersion; candidates: readonly Candidate[] }>) {
  const unknown = read.parties.flatMap(({ bodyId, approvals }) => {
    const found = candidates.find(({ body }) => body.id === bodyId);
    return found !== undefined && approvals.includes('executive') && !found.isDatable
      ? [found.body.name]
      : [];
  });
  return (
    <>
      {unknown.map((name) => (
        <InsetText>
          No rules of call-in of {name} are recorded: nobody can compute when its decision takes effect. Its
          monitoring officer can enter them.
        </InsetText>
      ))}
    </>
  );
}

const rowsOf = (read: NewVersion, nameOf: (id: string) => string): readonly (readonly [string, string])[] => [
  ['Title', read.title],
  ['What is proposed', read.summary],
  ...(read.text === '' ? [] : [['Text', read.text] as const]),
  ...read.clauses.map(
    (clause) => [`Clause ${clause.number}`, `${clause.text} (${clauseForInWords(clause)})`] as const,
  ),
  ...read.parties.map(
    ({ bodyId, approvals }) => [nameOf(bodyId), `Its ${approvalsInWords(approvals)}`] as const,
  ),
  ['Needed', needsInWords(read.needs, read.parties.length)],
  [
    'Last day to adopt',
    read.deadline === undefined ? 'None' : formatDate(read.deadline, { weekday: 'long' }),
  ],
  ['Start', startInWords[read.start]],
  ['Source', read.source],
  ...(read.changed === ''
    ? []
    : [
        ['What changes', read.changed] as const,
        ['Why', read.reason] as const,
        [
          'No longer stands',
          read.reopens.length === 0 ? 'Nobody’s adoption' : read.reopens.map(nameOf).join(', '),
        ] as const,
      ]),
];
