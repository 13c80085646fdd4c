import type { Answers } from '#platform/http';
import { ok, refuse } from '#platform/kernel';
import { day, line, oneOf, optionalDay, readAnswers } from '#platform/web';
import { z } from 'zod';
import { makers, type MakerKind } from '../../../../domain/decision/decision.ts';
import { lines, longest, optional } from './typed.ts';

const makerKinds = Object.keys(makers) as [MakerKind, ...MakerKind[]];
const maker = z.object({
  makerKind: oneOf(makerKinds, 'Select who decides'),
  decisionMaker: line('the name of the decision maker', { most: longest.line }),
  members: optional('the members'),
  due: day('the day on which the decision is due'),
  dueUntil: optionalDay('the last day of the period'),
});

/** Who decides, and on which days. */
export function readMaker(answers: Answers) {
  const read = readAnswers(maker, answers, ['due', 'dueUntil']);
  if (!read.ok) return read;
  const { makerKind, decisionMaker, members, due, dueUntil = due } = read.value;
  if (dueUntil < due)
    return refuse({ dueUntil: 'The last day of the period must not be before its first day' });
  return ok({ makerKind, decisionMaker, members: lines(members), dueFrom: due, dueUntil });
}
