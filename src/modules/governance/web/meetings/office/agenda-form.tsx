import type { FieldErrors } from '#platform/http';
import { never, ok, refuse } from '#platform/kernel';
import { isStale, type Services } from '#platform/module';
import { Bullets, InsetText, Text, WarningText } from '#platform/ui';
import { passage } from '#platform/web';
import { z } from 'zod';
import { publishAgenda, type PublishAgendaRefusal } from '../../../actions/meetings/publish-agenda.ts';
import { mayRunMeetings } from '../../../permissions.ts';
import { accessJudged } from '../../../queries/meetings/access-rules.ts';
import { agendaToPublish } from '../../../queries/meetings/agenda-to-publish.ts';
import { privateItems } from '../../../queries/meetings/private-items.ts';
import { AccessWords, sayLate, UrgencyField } from '../access-words.tsx';
import { officeForm } from '../forms/office-form.tsx';
import { explainShared, isShared } from './explain.ts';
import { deskPath, meetingFound, meetingSteps, nameOf, noSuchMeeting } from './found.ts';
import { changedMeanwhile, isStaleForm, Seen } from './seen.tsx';

/** Publishing an agenda, or a supplement to it. */
export const agendaForm = (services: Services) =>
  officeForm(services, {
    path: '/office/:body/meetings/:meeting/agenda',
    may: mayRunMeetings,
    find: async (visit) => {
      const shown = await meetingFound(services, visit);
      const sitsOn = shown?.standing.sittings.find(({ on }) => on >= visit.today)?.on;
      if (shown === undefined) return undefined;
      const { meeting, committee } = shown;
      return services.database.as(visit.actor, async (sql) => {
        const agenda = await agendaToPublish(sql, {
          meeting,
          committee,
          on: visit.today,
          at: services.clock.now(),
        });
        return {
          shown,
          agenda,
          inPrivate: sitsOn === undefined ? [] : await privateItems(sql, committee, agenda.drafted, sitsOn),
          judged:
            sitsOn === undefined
              ? []
              : await accessJudged(sql, {
                  bodyId: meeting.bodyId,
                  kind: committee.kind,
                  publishedOn: visit.today,
                  sitsOn,
                }),
        };
      });
    },
    missing: noSuchMeeting,
    title: ({ agenda }) => (agenda.published.length === 0 ? 'Publish the agenda' : 'Publish a supplement'),
    caption: ({ shown }) => nameOf(shown),
    steps: ({ shown }) => meetingSteps(shown),
    read: () => ({
      schema: z.object({
        urgentBecause: passage('the chair’s reason', { most: 1000, optional: true }),
        seen: z.string().optional(),
      }),
    }),
    foresee: ({ agenda, judged }, { urgentBecause, seen }) => {
      if (isStaleForm(seen === undefined ? {} : { seen }, agenda.seen)) return { form: changedMeanwhile };
      if (agenda.drafted.length + agenda.proposed.length === 0) return explain('nothing-to-publish');
      const lacking = agenda.proposed.length > 0 || agenda.drafted.some((item) => item.urgentBecause === '');
      const late = judged.some(({ standing }) => standing === 'late');
      return late && lacking && urgentBecause === '' ? explain({ late: judged }) : undefined;
    },
    before: ({ agenda, judged }, { answers }) => (
      <>
        {isStaleForm(answers, agenda.seen) && <InsetText>{changedMeanwhile}.</InsetText>}
        {judged.map((each) => (
          <AccessWords judged={each} />
        ))}
      </>
    ),
    fields: ({ agenda, judged }, field) => (
      <>
        <Seen current={agenda.seen} />
        {agenda.drafted.length > 0 && (
          <>
            <Text>To be published, in this order:</Text>
            <Bullets numbered items={agenda.drafted.map(({ title }) => title)} />
          </>
        )}
        {agenda.proposed.length > 0 && (
          <>
            <Text>These belong on the agenda by themselves and come after them:</Text>
            <Bullets items={agenda.proposed.map(({ title, because }) => `${title}. ${because}`)} />
          </>
        )}
        <UrgencyField judged={judged} what="these items" {...field} />
      </>
    ),
    rows: ({ agenda }, { urgentBecause }) => [
      ['Items', String(agenda.drafted.length + agenda.proposed.length)],
      ['First', agenda.drafted[0]?.title ?? agenda.proposed[0]?.title ?? ''],
      ...(urgentBecause === '' ? [] : [['Urgent because', urgentBecause] as const]),
    ],
    checked: ({ inPrivate }) => (
      <>
        <WarningText>The numbers that the items get now never change.</WarningText>
        {inPrivate.length > 0 && (
          <Text>
            An executive that takes an item in private needs two notices before: 28 clear days and 5 clear
            days (SI 2012/2089, regulation 5). They are given among the notices of your body. Everybody will
            read with the agenda:
          </Text>
        )}
        {inPrivate.map(({ item, standing, says }) =>
          standing === 'lacking' ? (
            <WarningText>
              {item.title}: {says}.
            </WarningText>
          ) : (
            <Text>
              {item.title}: {says}.
            </Text>
          ),
        )}
      </>
    ),
    publish: 'Publish it',
    act: async ({ shown }, { urgentBecause, seen }, { actor }, options) => {
      const asked = { seen: seen ?? '', urgentBecause };
      const done = await publishAgenda(services, actor, shown.meeting.id, asked, options);
      if (!done.ok) return refuse(explain(done.error));
      return ok({
        to: deskPath(shown.meeting),
        notice: `Published: items ${done.value.numbers.join(', ')}.`,
      });
    },
  });

function explain(refusal: PublishAgendaRefusal): FieldErrors {
  if (typeof refusal === 'object' && 'late' in refusal) return { urgentBecause: sayLate(refusal.late) };
  if (isStale(refusal)) return { form: changedMeanwhile };
  if (isShared(refusal)) return explainShared(refusal);
  switch (refusal) {
    case 'nothing-to-publish':
      return { form: 'There is nothing to publish. Put an item on the agenda first' };
    default:
      return never(refusal);
  }
}
