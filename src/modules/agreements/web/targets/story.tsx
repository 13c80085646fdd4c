import type { ComponentChildren } from 'preact';
import { type IsoDate, listInWords } from '#platform/kernel';
import { Link } from '#platform/ui';
import { type DayAsked, onDay } from '#platform/web';
import type { TargetsShown } from '../../queries/targets-shown.ts';
import { answerWords } from './words.tsx';

type Event = Readonly<{ on: IsoDate; heading: string; children?: ComponentChildren }>;

/** Everything that happened to a target by the day, the first first. */
export function targetStory(
  { target, standing, facts }: TargetsShown['targets'][number],
  { names, grounds }: TargetsShown,
  visit: DayAsked,
): readonly Event[] {
  const partners = new Set(target.versions.flatMap((version) => version.partners));
  const events: readonly Event[] = [
    ...target.versions.map(({ number, putOn, byBody, reason, partners: bound }) => ({
      on: putOn,
      heading:
        number === 1 ? `${names.body(byBody)} put the target` : `${names.body(byBody)} put version ${number}`,
      children: (
        <p class="govuk-body">
          {`${reason === '' ? '' : `${reason} `}It binds ${listInWords(bound.map(names.body))}, each once it consents.`}
        </p>
      ),
    })),
    ...target.answers.map(({ version, bodyId, answer, on, says, decisionId, byOffice }) => {
      const decision = grounds.decisions.get(decisionId ?? '');
      return {
        on,
        heading: `${names.body(bodyId)}: ${answerWords[answer].toLowerCase()}${answer === 'withdraws' ? ' its consent' : ''}, version ${version}`,
        children: (
          <p class="govuk-body">
            {says === '' ? '' : `${says} `}
            {decision !== undefined && <Link href={onDay(decision.path, visit)}>{decision.title}</Link>}
            {` Recorded by ${byOffice}.`}
          </p>
        ),
      };
    }),
    ...facts.endings
      .filter(({ bodyId }) => partners.has(bodyId))
      .map(({ bodyId, on, successors }) => ({
        on,
        heading: `${names.body(bodyId)} ended`,
        children: (
          <p class="govuk-body">
            {successors.length === 0
              ? 'Nobody took its place.'
              : `${listInWords(successors.map(names.body))} took its place, and is bound by what it had consented to.`}
          </p>
        ),
      })),
    ...(standing.inForce === undefined
      ? []
      : [
          {
            on: standing.inForce.since,
            heading: `Version ${standing.inForce.version.number} came into force`,
          },
        ]),
  ];
  return events
    .filter(({ on }) => on <= visit.on)
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}
