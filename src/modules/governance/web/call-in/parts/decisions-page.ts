import type { FieldErrors, Page } from '#platform/http';
import type { Actor } from '#platform/kernel';
import { officePage } from '#platform/web';
import type { Decision } from '../../../domain/decision/decision.ts';
import { decisionStep, manageStep } from './decision-asked.ts';

type Content = Pick<Page, 'title' | 'main'> & { errors?: FieldErrors };

/** A page about a decision’s call-in, in the room of decisions, with the way back to the decision. */
export const decisionsPage = <Shown extends Content>(actor: Actor, decision: Decision, content: Shown) => ({
  ...officePage(actor, [decisionStep(decision)], content),
  section: 'decisions',
});

/** A page on which an officer enters something about a call-in: the way back leads by the page of the whole of it. */
export const entryPage = <Shown extends Content>(actor: Actor, decision: Decision, content: Shown) => ({
  ...officePage(actor, [decisionStep(decision), manageStep(decision)], content),
  section: 'decisions',
});
