import type { ComponentChildren } from 'preact';
import { formatTime, londonDate } from '#platform/kernel';
import { Link, SummaryList, type SummaryRow } from '#platform/ui';
import { Day, onDay } from '#platform/web';
import { decisionPath, makers } from '../../../domain/decision/decision.ts';
import { pathOfMeeting } from '../../../domain/meeting/meeting.ts';
import { isTopic, topics } from '../../../domain/topics.ts';
import type { DecisionPage, RelatedDecision } from '../../../queries/decision-page.ts';

type DayShown = Parameters<typeof onDay>[1];

/** Who decided, when, as what kind of decision, and what it belongs to. */
export function BelongsPart({ shown, visit }: Readonly<{ shown: DecisionPage; visit: DayShown }>) {
  const { decision, body, committee, places, reconsiders, tookItsPlace } = shown;
  return (
    <SummaryList
      rows={[
        row('Decided by', [`${decision.decisionMaker} (${makers[decision.makerKind].title.toLowerCase()})`]),
        ...(committee === undefined || committee === decision.decisionMaker
          ? []
          : [row('Meeting as', [committee])]),
        row('Of', [<Link href={onDay(`/bodies/${body.id}`, visit)}>{body.name}</Link>]),
        row('Decided on', [<Day on={decision.takenOn} />]),
        row('Record published', [<Published shown={shown} />]),
        row('Kind', [kindOf(shown)]),
        ...(decision.keyReasons === '' ? [] : [row('Why it is key', [decision.keyReasons])]),
        ...(decision.meetingId === undefined
          ? []
          : [
              row('Meeting', [
                <Link href={onDay(pathOfMeeting(decision.meetingId), visit)}>The meeting that took it</Link>,
              ]),
            ]),
        ...(reconsiders === undefined
          ? []
          : [row('Reconsiders', [<Related to={reconsiders} visit={visit} />])]),
        ...(tookItsPlace.length === 0
          ? []
          : [
              row(
                'Decided anew by',
                tookItsPlace.map((each) => <Related to={each} visit={visit} />),
              ),
            ]),
        ...(places.length === 0
          ? []
          : [
              row(
                'Places',
                places.map(({ id, name }) => <Link href={onDay(`/places/${id}`, visit)}>{name}</Link>),
              ),
            ]),
        ...(decision.topics.length === 0
          ? []
          : [
              row(
                'Topics',
                decision.topics
                  .filter(isTopic)
                  .map((topic) => (
                    <Link href={onDay(`/decisions/all?topic=${topic}`, visit)}>{topics[topic]}</Link>
                  )),
              ),
            ]),
        row('Source', [decision.source]),
      ]}
    />
  );
}

const Published = ({ shown: { decision } }: Readonly<{ shown: DecisionPage }>) => (
  <>
    <Day on={decision.publishedOn} />
    {decision.publishedAt !== undefined && ` at ${formatTime(decision.publishedAt)}`}
    {decision.isHistoric ? (
      <>
        ; entered here from the old record on <Day on={londonDate(decision.recordedAt)} />
      </>
    ) : (
      `, by the ${decision.publishedBy}`
    )}
  </>
);

function kindOf({ decision }: DecisionPage): string {
  if (!decision.isExecutive) return 'Not an executive decision';
  return decision.isKey ? 'Executive decision, key' : 'Executive decision, not key';
}

const Related = ({ to, visit }: Readonly<{ to: RelatedDecision; visit: DayShown }>) => (
  <>
    <Link href={onDay(decisionPath(to), visit)}>{to.title}</Link>, <Day on={to.takenOn} />
  </>
);

/** One value, or several in a list. */
const row = (key: string, [only, ...others]: readonly ComponentChildren[]): SummaryRow => ({
  key,
  value: {
    children:
      others.length === 0 ? (
        only
      ) : (
        <ul class="govuk-list">
          {[only, ...others].map((each) => (
            <li>{each}</li>
          ))}
        </ul>
      ),
  },
});
