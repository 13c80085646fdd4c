import type { Sql } from '#platform/db';
import { may, type Permission } from '#platform/identity';
import {
  type Actor,
  type Calendar,
  calendarEndsSoon,
  dateParts,
  type IsoDate,
  plural,
} from '#platform/kernel';
import type { Services, Task } from '#platform/module';
import { ruleDefinition } from '../../domain/rule-catalogue/index.ts';
import { mayCloseDays, mayCorrectRules, mayDraftRules, mayManageOffices } from '../../permissions.ts';
import { officeWork, type OfficeWork } from '../../queries/office-work.ts';
import { readCorrection } from './rules/rule-form.ts';
import { rulePath } from './rules/rule-words.ts';

export type TaskServices = Pick<Services, 'database' | 'clock'> &
  Readonly<{
    /** The days a body's clocks skip, and how long that is known. */
    calendarFor(sql: Sql, bodyId: string): Promise<Calendar>;
  }>;

/** What needs this office in its body's register now, most pressing first: only what it may itself do. */
export async function tasksFor(
  { database, clock, calendarFor }: TaskServices,
  actor: Actor,
): Promise<readonly Task[]> {
  const today = clock.today();
  const { work, calendar } = await database.as(actor, async (sql) => ({
    work: await officeWork(sql, actor.bodyId, today),
    calendar: await calendarFor(sql, actor.bodyId),
  }));
  const can = (permission: Permission) => may(actor, permission, actor.bodyId).ok;
  return [
    ...(can(mayDraftRules) ? draftTasks(actor, work, can(mayCorrectRules)) : []),
    ...(can(mayManageOffices) ? holderTasks(actor, work) : []),
    ...(can(mayCloseDays)
      ? [...decemberTasks(actor, work, today), ...calendarTasks(actor, calendar, today)]
      : []),
    ...(can(mayDraftRules) ? ruleTasks(actor, work, can(mayCorrectRules)) : []),
  ];
}

function draftTasks({ bodyId }: Actor, { drafts }: OfficeWork, publishes: boolean): readonly Task[] {
  return drafts.flatMap(({ key, draft }): readonly Task[] => {
    const { title, law } = ruleDefinition(key);
    const finished = readCorrection(key, draft.answers).ok;
    // A finished draft needs the office that publishes, and nobody else.
    if (finished && !publishes) return [];
    return [
      {
        title: `${finished ? 'Check and publish' : 'Finish'} the correction of a rule: ${title}`,
        href: `${rulePath(bodyId, key)}/${finished ? 'check' : 'correct'}`,
        why: `A draft was saved by the ${draft.preparedBy}. The rule comes from: ${law}.`,
        standing: finished ? 'to-check' : 'started',
      },
    ];
  });
}

function holderTasks({ bodyId }: Actor, { officesNotHeld }: OfficeWork): readonly Task[] {
  if (officesNotHeld === 0) return [];
  return [
    {
      title: `Record who holds ${plural(officesNotHeld, 'office')}`,
      href: `/bodies/${bodyId}/offices/manage`,
      why: 'Readers are told that it is not recorded. Officers that the law names, such as the monitoring officer (Local Government and Housing Act 1989, section 5), act in the open.',
      standing: 'to-do',
    },
  ];
}

/** From September a body is reminded of the days it closes over Christmas. */
const reminderMonth = 9;

function decemberTasks({ bodyId }: Actor, { closures }: OfficeWork, today: IsoDate): readonly Task[] {
  const { year, month } = dateParts(today);
  const entered = closures.some(({ day }) => day.startsWith(`${year}-12-`));
  if (month < reminderMonth || entered) return [];
  return [
    {
      title: `Enter the days your offices are closed in December ${year}`,
      href: `/bodies/${bodyId}/closures`,
      why: 'Notice and call-in periods that your constitution counts in working days end too early over Christmas until they are entered. A day that has passed cannot be entered.',
      standing: 'to-do',
    },
  ];
}

function calendarTasks({ bodyId }: Actor, calendar: Calendar, today: IsoDate): readonly Task[] {
  const warning = calendarEndsSoon(calendar, today);
  if (warning === undefined) return [];
  return [
    {
      title: 'Ask your administrator to bring the table of bank holidays up to date',
      href: `/bodies/${bodyId}/closures`,
      why: `${warning} No working-day period that reaches beyond that day can be worked out (Banking and Financial Dealings Act 1971).`,
      by: calendar.knownTo,
      standing: 'to-do',
    },
  ];
}

function ruleTasks({ bodyId }: Actor, { rulesToCheck }: OfficeWork, publishes: boolean): readonly Task[] {
  if (rulesToCheck === 0) return [];
  const rules = plural(rulesToCheck, 'rule');
  return [
    {
      title: `${publishes ? 'Confirm' : 'Draft the confirmation of'} ${rules} that readers are told to check locally`,
      href: `/bodies/${bodyId}/rules`,
      why: 'A date worked out from a rule that your body has not confirmed may be wrong. Each rule’s page names the enactment or the part of the constitution it comes from.',
      standing: 'to-do',
    },
  ];
}
