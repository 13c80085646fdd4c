import type { FieldErrors, Page } from '#platform/http';
import { type Actor, formatDate, londonTime } from '#platform/kernel';
import {
  Button,
  Form,
  FormErrorSummary,
  InsetText,
  Link,
  Prose,
  SummaryList,
  Text,
  WarningText,
} from '#platform/ui';
import { Kept, officePage, step } from '#platform/web';
import type { NewAgreement } from '../../../actions/agreements/put-agreement.ts';
import { agreementKinds } from '../../../domain/agreement/agreement.ts';
import { sayRoughDay } from '../../../domain/agreement/rough-day.ts';
import type { AgreementDraft } from '../../../queries/agreements/drafting.ts';
import { termInWords } from '../term.ts';
import { draftPath, later, officeStep } from './addresses.ts';
import { type Part, parts, partsOf } from './draft-parts.ts';
import { fields, type FieldsProps } from './fields.tsx';

const nameOf = ({ amends, answers }: AgreementDraft): string =>
  amends === undefined ? answers['title'] || 'A new agreement' : `Amending ${amends.versions[0].title}`;

type PartProps = Omit<FieldsProps, 'isAmendment'> &
  Readonly<{ actor: Actor; draft: AgreementDraft; part: Part; overtaken?: AgreementDraft | undefined }>;

/** One page of a draft. */
export function partPage({
  actor,
  draft,
  part,
  overtaken,
  ...props
}: PartProps): Page & { errors: FieldErrors } {
  const Fields = fields[part];
  const order = partsOf(draft.amends !== undefined);
  return officePage(actor, [officeStep(actor)], {
    title: parts[part],
    caption: nameOf(draft),
    errors: props.errors,
    main: (
      <Prose>
        <FormErrorSummary errors={props.errors} />
        {overtaken !== undefined && (
          <InsetText>
            The {overtaken.preparedBy} saved this draft while you were writing. Nothing of yours was kept yet.
            To put this page in the place of theirs, send it again; or{' '}
            <Link href={`${draftPath(actor, draft.id)}/${part}`}>see theirs</Link>.
          </InsetText>
        )}
        <Text>
          Page {order.indexOf(part) + 1} of {order.length}. Only your body sees it until it is published.
        </Text>
        <Form>
          <input type="hidden" name="draftSeen" value={String(overtaken?.version ?? draft.version)} />
          <Fields {...props} isAmendment={draft.amends !== undefined} />
          <div class="govuk-button-group">
            <Button>Save and continue</Button>
            <Button name={step.name} value={later} variant="secondary">
              Save and finish later
            </Button>
          </div>
        </Form>
      </Prose>
    ),
  });
}

type CheckProps = Readonly<{
  actor: Actor;
  draft: AgreementDraft;
  read: NewAgreement | undefined;
  names: ReadonlyMap<string, string>;
  errors: FieldErrors;
}>;

/** The draft once more before it is published and put to its parties. */
export function checkPage({ actor, draft, read, names, errors }: CheckProps): Page & { errors: FieldErrors } {
  const path = draftPath(actor, draft.id);
  const signs = read?.comesAbout.by === 'signing';
  return officePage(actor, [officeStep(actor)], {
    title: 'Check the agreement before it is published',
    caption: nameOf(draft),
    errors,
    main: (
      <Prose>
        <FormErrorSummary errors={errors} />
        {read === undefined ? (
          <Text>The draft is not finished. Each page says what is missing: choose one below.</Text>
        ) : (
          <SummaryList
            rows={rowsOf(read, names).map(([key, value]) => ({ key, value: { children: value } }))}
          />
        )}
        <ul class="govuk-list">
          {partsOf(draft.amends !== undefined).map((part) => (
            <li>
              <Link href={`${path}/${part}`}>Change {parts[part].toLowerCase()}</Link>
            </li>
          ))}
        </ul>
        {read !== undefined && (
          <>
            <WarningText>
              {signs
                ? 'Once it is published it is public and never edited. It is put to its parties as a joint proposal, and each decides on its own.'
                : 'Once it is published it is public and never edited. It is recorded as it was, and nobody is asked to sign it.'}
            </WarningText>
            <Form>
              <Kept answers={{ draftSeen: String(draft.version) }} />
              <Button preventDoubleClick>
                {signs ? 'Publish it and put it to the parties' : 'Publish it'}
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

function rowsOf(
  read: NewAgreement,
  names: ReadonlyMap<string, string>,
): readonly (readonly [string, string])[] {
  const { version, comesAbout } = read;
  const named = (partners: boolean) =>
    version.parties
      .filter(({ capacity }) => (capacity === 'partner') === partners)
      .map(({ bodyId }) => names.get(bodyId) ?? bodyId)
      .join(', ') || 'Nobody';
  return [
    ['Title', version.title],
    ['In short', version.summary],
    ['Kind', agreementKinds[read.kind]],
    ['Term', termInWords(version.term)],
    ['Signs', named(false)],
    ['Takes part', named(true)],
    [
      'How it comes about',
      comesAbout.by === 'record'
        ? `Recorded as published ${sayRoughDay(comesAbout.published)}`
        : `Signed by ${comesAbout.terms.needs === 'all' ? 'all its parties' : `at least ${comesAbout.terms.needs.atLeast} of its parties`}${comesAbout.terms.deadline === undefined ? '' : ` by ${formatDate(comesAbout.terms.deadline)}`}`,
    ],
    ['Principles', String(version.principles.length)],
    ['Sentences', String(version.sections.reduce((sum, { sentences }) => sum + sentences.length, 0))],
    ['Source', version.source],
    ...(version.changed === ''
      ? []
      : [['What changes', version.changed] as const, ['Why', version.reason] as const]),
  ];
}

export const discardPage = (actor: Actor, draft: AgreementDraft, errors: FieldErrors) =>
  officePage(actor, [officeStep(actor)], {
    title: 'Discard this draft?',
    caption: nameOf(draft),
    errors,
    main: (
      <Prose>
        <FormErrorSummary errors={errors} />
        <Text>
          Saved on {formatDate(londonTime(draft.savedAt).date)} by the {draft.preparedBy}. Discarded, it
          cannot be brought back. What is published stays as it is.
        </Text>
        <Form>
          <div class="govuk-button-group">
            <Button variant="warning">Discard this draft</Button>
            <Link href={`${draftPath(actor, draft.id)}/check`}>Keep it</Link>
          </div>
        </Form>
      </Prose>
    ),
  });
