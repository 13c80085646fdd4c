import { may } from '#platform/identity';
import { type Actor, addDays, formatDate, londonDate } from '#platform/kernel';
import type { Services, Task } from '#platform/module';
import { agreementPath } from '../../domain/agreement/agreement.ts';
import { actionPath } from '../../domain/agreement/action.ts';
import { mayDraftAgreements, mayKeepCommitments } from '../../permissions.ts';
import { ownAgreementWork } from '../../queries/agreements/own-work.ts';
import { draftPath } from './office/addresses.ts';
import { sayDue } from './words.ts';

/** How long before an action is due its office hears of it. */
const noticeDays = 30;

/** What agreements need of an office: drafts to finish, actions due or late, agreements past their term. */
export async function agreementTasks({ database, clock }: Services, actor: Actor): Promise<readonly Task[]> {
  const { bodyId } = actor;
  const [mayDraft, mayFollow] = [mayDraftAgreements, mayKeepCommitments].map(
    (each) => may(actor, each, bodyId).ok,
  );
  if (mayDraft !== true && mayFollow !== true) return [];
  const now = clock.now();
  const today = londonDate(now);
  const { drafts, pastTerm, actions } = await database.as(actor, (sql) =>
    ownAgreementWork(sql, bodyId, { on: today, at: now }),
  );
  const ofDrafts = drafts.map((draft): Task => ({
    title: `Finish the draft of an agreement: ${draft.answers['title'] || 'without a title yet'}`,
    href: `${draftPath(actor, draft.id)}/check`,
    why: 'It is begun and not published.',
    standing: 'started',
  }));
  const ofTerms = pastTerm.map(({ agreement, version, standing }): Task => ({
    title: `Close or renew the agreement: ${version.title}`,
    href: agreementPath(agreement),
    why: `Its term ended on ${formatDate(standing.since)}, and nothing that closes or renews it is recorded.`,
    standing: 'to-do',
  }));
  const ofActions = actions
    .filter(({ by }) => by <= addDays(today, noticeDays))
    .map(({ action, found, by }): Task => ({
      title: `Say what became of the action: ${action.title}`,
      href: `/office/${bodyId}${actionPath(action)}`,
      why: `${action.ownerOffice ?? 'Your body'} answers for it, ${sayDue(found)}${found.standing === 'overdue' ? ': it is overdue' : ''}.`,
      by,
      standing: 'to-do',
    }));
  return [...(mayDraft === true ? [...ofDrafts, ...ofTerms] : []), ...(mayFollow === true ? ofActions : [])];
}
