import type { Page, Visit } from '#platform/http';
import { may } from '#platform/identity';
import { formatDate } from '#platform/kernel';
import { followAddresses, FollowLinks, InsetText, Link, Prose, Text, WarningText } from '#platform/ui';
import { AnotherDay, AsOf, home, onDay, Section } from '#platform/web';
import { agreementKinds, agreementPath } from '../../domain/agreement/agreement.ts';
import { sayWhen } from '../../domain/agreement/rough-day.ts';
import { mayDraftAgreements } from '../../permissions.ts';
import type { AgreementPage as Shown } from '../../queries/agreements/agreement-page.ts';
import { firstChange } from './first-change.ts';
import { ActionsPart } from './page/actions-part.tsx';
import { AddingUpPart } from './page/adding-up-part.tsx';
import { BelongsPart } from './page/belongs-part.tsx';
import { ChaptersPart } from './page/chapters-part.tsx';
import { OutcomesPart } from './page/outcomes-part.tsx';
import { PartiesPart } from './page/parties-part.tsx';
import { SigningPart } from './page/signing-part.tsx';
import { StagesPart } from './page/stages-part.tsx';
import { TargetsPart } from './page/targets-part.tsx';
import { TextPart } from './page/text-part.tsx';
import { StandingTag } from './standing-tag.tsx';
import { sayStanding } from './words.ts';

export const agreementsTrail = (visit: Visit) =>
  [home, { text: 'Agreements', href: onDay('/agreements', visit) }] as const;

/** An agreement as it stood on a day: who signed it, what it says, what it is for, its stages, targets, chapters and actions. */
export function agreementPage(shown: Shown, visit: Visit, at: Date): Page {
  const { agreement, version } = shown;
  const thing = { kind: 'things', id: agreementPath(agreement) } as const;
  return {
    title: version.title,
    caption: agreement.partOf === undefined ? agreementKinds[agreement.kind] : 'Chapter of an agreement',
    description: version.summary,
    section: 'agreements',
    breadcrumbs: [...agreementsTrail(visit), { text: version.title }],
    feed: { href: followAddresses(thing).feed, title: version.title },
    changesAt: firstChange([shown], visit, at),
    main: (
      <>
        <Prose>
          <AsOf visit={visit} />
          {agreement.isIllustrative && (
            <InsetText>
              This agreement is made up, so that you can try what happens to one. Nothing here binds anybody.
            </InsetText>
          )}
          <p class="govuk-body-l">{version.summary}</p>
          <p class="govuk-body-l">
            <StandingTag standing={shown.standing} /> {sayStanding(shown.standing)}
          </p>
          <Ended shown={shown} />
          <NextVersion shown={shown} visit={visit} />
          <BelongsPart shown={shown} visit={visit} />
          <OfficeLinks shown={shown} visit={visit} />
        </Prose>
        <PartiesPart shown={shown} visit={visit} />
        <SigningPart shown={shown} visit={visit} />
        <OutcomesPart shown={shown} visit={visit} />
        <TargetsPart shown={shown} visit={visit} />
        <ChaptersPart shown={shown} visit={visit} />
        <AddingUpPart shown={shown} visit={visit} />
        <ActionsPart shown={shown} visit={visit} />
        <Prose>
          <TextPart version={version} />
          <StagesPart shown={shown} />
          <Versions shown={shown} visit={visit} />
          <FollowLinks followed={thing} what={version.title} />
          <AnotherDay visit={visit} />
        </Prose>
      </>
    ),
  };
}

type Props = Readonly<{ shown: Shown; visit: Visit }>;

/** A party that merged or was abolished midway, and who stands in its place. */
const Ended = ({ shown: { ended } }: Pick<Props, 'shown'>) => (
  <>
    {ended.map(({ body, successors }) => (
      <WarningText>
        {`${body.name} ended${body.ended === undefined ? '' : ` on ${formatDate(body.ended)}`}. ${
          successors.length === 0
            ? 'Nobody stands in its place on record.'
            : `In its place: ${successors.map(({ name }) => name).join(', ')}.`
        }`}
      </WarningText>
    ))}
  </>
);

const NextVersion = ({ shown: { agreement, next }, visit }: Props) =>
  next === undefined ? null : (
    <InsetText>
      Version {next.version.number} is out to be signed and does not bind yet.{' '}
      <Link
        href={onDay(
          `${agreementPath(agreement)}/compare?from=${next.version.number - 1}&to=${next.version.number}`,
          visit,
        )}
      >
        See what it changes
      </Link>
      .
    </InsetText>
  );

/** What the reader’s own office may do about it. */
function OfficeLinks({ shown: { agreement, version }, visit }: Props) {
  const { actor } = visit;
  if (actor === undefined || !may(actor, mayDraftAgreements, actor.bodyId).ok) return null;
  const isParty = version.parties.some(({ bodyId }) => bodyId === actor.bodyId);
  if (!isParty && agreement.bodyId !== actor.bodyId) return null;
  return (
    <Text>
      <Link href={`/office/${actor.bodyId}/agreements/${agreement.id}`}>
        What your office can do about it
      </Link>
    </Text>
  );
}

/** The versions there were by the day, the last first, each with what it changed. */
function Versions({ shown: { agreement }, visit }: Props) {
  const path = agreementPath(agreement);
  const known = agreement.versions.filter(({ published }) => published.on <= visit.on);
  return (
    <Section title="Versions" id="versions">
      <ol class="govuk-list govuk-list--spaced">
        {known.toReversed().map(({ number, published, publishedBy, changed, reason }) => (
          <li>
            <Link href={onDay(`${path}/versions/${number}`, visit)}>Version {number}</Link>, published{' '}
            {sayWhen(published)} by {publishedBy}.
            {number > 1 && (
              <>
                {' '}
                {changed} Why: {reason}{' '}
                <Link href={onDay(`${path}/compare?from=${number - 1}&to=${number}`, visit)}>
                  Compare version {number} with version {number - 1}
                </Link>
              </>
            )}
          </li>
        ))}
      </ol>
    </Section>
  );
}
