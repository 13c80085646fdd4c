import { date, instantInLondon, time } from '#platform/kernel';
import type { CallInRules } from '../call-in/rules.ts';
import type { Signature } from '../call-in/signature.ts';
import type { DecisionFacts } from './facts.ts';

/** A moment on London’s clocks: `at('2008-07-18 17:00')`, or with seconds `at('2008-07-18 17:00:01')`. */
export function at(moment: string): Date {
  const [day = '', clock = ''] = moment.split(' ');
  const whole = instantInLondon({ date: date(day), time: time(clock.slice(0, 5)) });
  return new Date(whole.getTime() + Number(clock.slice(6)) * 1000);
}

/** A member’s signature: of the opposition, outside the executive, on scrutiny, unless it says otherwise. */
export function signature(
  member: string,
  received: string,
  { seat, ...rest }: Partial<Omit<Signature, 'seat'>> & { seat?: Partial<Signature['seat']> } = {},
): Signature {
  return {
    member,
    received: at(received),
    withdrawn: undefined,
    grounds: 'Too little consultation',
    isInterested: false,
    ...rest,
    seat: { isMember: true, isExecutive: false, isOnScrutiny: true, group: undefined, ...seat },
  };
}

/** A key decision of a Cabinet, taken and published on Wednesday 9 July 2008, with one executive clause. */
export const cabinetDecision: DecisionFacts = {
  takenOn: date('2008-07-09'),
  isKey: true,
  takenBy: 'body',
  clauses: [{ number: '1', effect: 'executive', text: 'That the contribution be agreed' }],
  published: { on: date('2008-07-11'), at: undefined },
  reconsideredBefore: false,
  waiver: undefined,
  signatures: [],
  hearings: [],
  councilReviews: [],
  reconsiderations: [],
  resolutions: [],
};

/** Rules all of which are known: any two non-executive members within five working days, to be heard within ten. */
export const knownRules: CallInRules = {
  appliesTo: 'all-executive',
  windowWorkingDays: 5,
  closeTime: time('17:00'),
  effective: 'afterDeadline',
  signatories: 2,
  eligible: 'non-executive',
  groups: 1,
  reasonsRequired: true,
  hearingWorkingDays: 10,
  notHeard: 'effective',
  oncePerDecision: true,
  cutOff: undefined,
};
