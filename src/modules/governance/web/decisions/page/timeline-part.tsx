import { instantInLondon, type IsoDate, midnight } from '#platform/kernel';
import { Link } from '#platform/ui';
import { Section } from '#platform/web';
import { decisionPath } from '../../../domain/decision/decision.ts';
import { noticeChanges, noticePath } from '../../../domain/notice/notice.ts';
import type { DecisionPage } from '../../../queries/decision-page.ts';
import { type Happened, HappenedInOrder, happenedSince } from '../../call-in/call-in-timeline.tsx';

/** Everything about a decision that has a day, in its order: announced, taken, published, called in, heard, corrected. */
export const TimelinePart = ({ shown }: Readonly<{ shown: DecisionPage }>) => (
  <Section title="Its dates" id="dates">
    <HappenedInOrder
      events={[...announced(shown), ...taken(shown), ...happenedSince(shown.callIn), ...addedSince(shown)]}
    />
  </Section>
);

/** The start of a day: what is known by its day alone. */
const startOf = (day: IsoDate): Date => instantInLondon({ date: day, time: midnight });

const announced = ({ notice }: DecisionPage): readonly Happened[] =>
  notice === undefined
    ? []
    : notice.versions.map(({ publishedOn, change, reason }) => ({
        at: startOf(publishedOn),
        title: `Notice of it: ${noticeChanges[change].toLowerCase()}`,
        says: (
          <p class="govuk-body">
            {reason === '' ? '' : `${reason} `}
            <Link href={noticePath(notice.notice)}>See the notice</Link>
          </p>
        ),
      }));

const taken = ({ decision }: DecisionPage): readonly Happened[] => [
  { at: startOf(decision.takenOn), title: `Decided by ${decision.decisionMaker}` },
];

const addedSince = ({ corrections, tookItsPlace }: DecisionPage): readonly Happened[] => [
  ...corrections.map(({ recordedAt, byOffice }) => ({
    at: recordedAt,
    title: `Correction added by the ${byOffice}`,
  })),
  ...tookItsPlace.map((each) => ({
    at: startOf(each.takenOn),
    title: 'Decided anew',
    says: (
      <p class="govuk-body">
        <Link href={decisionPath(each)}>{each.title}</Link>
      </p>
    ),
  })),
];
