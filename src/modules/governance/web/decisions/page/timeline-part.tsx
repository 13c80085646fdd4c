import type { ComponentChildren } from 'preact';
import { formatDate, type IsoDate } from '#platform/kernel';
import { Link, Timeline } from '#platform/ui';
import { Section } from '#platform/web';
import { decisionPath } from '../../../domain/decision/decision.ts';
import { noticeChanges, noticePath } from '../../../domain/notice/notice.ts';
import type { DecisionPage } from '../../../queries/decision-page.ts';

type Event = Readonly<{ on: IsoDate; title: string; says?: ComponentChildren }>;

/** Everything about a decision that has a day, in its order; what happened to its call-in stands with the call-in. */
export function TimelinePart({ shown }: Readonly<{ shown: DecisionPage }>) {
  const events = [...announced(shown), ...taken(shown), ...since(shown)];
  return (
    <Section title="Its dates" id="dates">
      <Timeline
        events={events
          .toSorted((a, b) => a.on.localeCompare(b.on))
          .map(({ on, title, says }) => ({
            on,
            onInWords: formatDate(on, { weekday: 'long' }),
            title,
            ...(says !== undefined && { children: says }),
          }))}
      />
    </Section>
  );
}

const announced = ({ notice }: DecisionPage): readonly Event[] =>
  notice === undefined
    ? []
    : notice.versions.map(({ publishedOn, change, reason }) => ({
        on: publishedOn,
        title: `Notice of it: ${noticeChanges[change].toLowerCase()}`,
        says: (
          <p class="govuk-body">
            {reason === '' ? '' : `${reason} `}
            <Link href={noticePath(notice.notice)}>See the notice</Link>
          </p>
        ),
      }));

const taken = ({ decision }: DecisionPage): readonly Event[] => [
  { on: decision.takenOn, title: `Decided by ${decision.decisionMaker}` },
  { on: decision.publishedOn, title: 'Record published' },
];

const since = ({ corrections, tookItsPlace }: DecisionPage): readonly Event[] => [
  ...corrections.map(({ on, byOffice }) => ({ on, title: `Correction added by the ${byOffice}` })),
  ...tookItsPlace.map((each) => ({
    on: each.takenOn,
    title: 'Decided anew',
    says: (
      <p class="govuk-body">
        <Link href={decisionPath(each)}>{each.title}</Link>
      </p>
    ),
  })),
];
