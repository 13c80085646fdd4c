import { may } from '#platform/identity';
import { type Actor, formatDate } from '#platform/kernel';
import type { Services, Task } from '#platform/module';
import { reportOffice } from '../../domain/scrutiny/report.ts';
import { mayAnswerScrutiny, mayRecordScrutiny } from '../../permissions.ts';
import { type ReportAt, reportsAt } from '../../queries/recommendations.ts';
import { type SlippedCondition, slippedOf } from '../../queries/slipped-conditions.ts';
import { saySlip } from './words.ts';

const law = 'Local Government Act 2000, section 9FE, earlier section 21B';

/** What scrutiny’s recommendations need of an office now: an answer, a watch, or a look at what slipped. */
export async function scrutinyTasks({ database, clock }: Services, actor: Actor): Promise<readonly Task[]> {
  const mayAnswer = may(actor, mayAnswerScrutiny, actor.bodyId).ok;
  const mayRecord = may(actor, mayRecordScrutiny, actor.bodyId).ok;
  if (!mayAnswer && !mayRecord) return [];
  const today = clock.today();
  const reports = await reportsAt(database, { bodyId: actor.bodyId }, today);
  return [
    ...(mayAnswer ? reports.flatMap(answerTask) : []),
    ...(mayRecord ? slippedOf(reports, today).map(slipTask) : []),
    ...(mayRecord ? reports.flatMap(watchTask) : []),
  ];
}

function answerTask({ report, response, due }: ReportAt): readonly Task[] {
  if (response.standing === 'answered') return [];
  const by = due.due === 'known' ? due.by.date : undefined;
  return [
    {
      title: `Give the executive’s answer to scrutiny: ${report.title}`,
      href: `${reportOffice(report)}/response`,
      why: `${report.committee} recommended it on ${formatDate(report.madeOn)} (${law}).`,
      ...(by === undefined ? {} : { by }),
      standing: response.answered > 0 ? 'started' : 'to-do',
    },
  ];
}

const slipTask = ({ report, condition, slip }: SlippedCondition): Task => ({
  title: `A condition has slipped: ${report.title}, condition ${condition.number}`,
  href: `${reportOffice(report)}/conditions/${condition.key}/findings`,
  why: `${saySlip(slip)} It comes before ${report.committee} at its next meeting.`,
  standing: 'to-do',
});

function watchTask({ report, conditions }: ReportAt): readonly Task[] {
  const unwatched = conditions.filter(
    ({ standing }) => standing.standing === 'not-yet-watched' && standing.because === 'nothing-stated',
  );
  if (unwatched.length === 0) return [];
  return [
    {
      title: `Say what is watched for the conditions of: ${report.title}`,
      href: reportOffice(report),
      why: 'The executive has accepted the recommendation, and nobody has said yet what would show whether it is kept.',
      standing: 'to-do',
    },
  ];
}
