import { formatDate, listInWords } from '#platform/kernel';
import { waiverSentences } from '../../../domain/call-in/urgency-waiver.ts';
import { adoptionSentences } from '../../../domain/proposal/adoption-link.ts';
import type { RecordItem } from '../../../domain/record/completeness.ts';
import type { PlainFault, PublishFault } from '../../../domain/record/publish-fault.ts';
import type { StepId } from './steps/steps.ts';

/** One thing that keeps a record from being published: what, by which rule, and the step where it is mended. */
export type FaultLine = Readonly<{ says: string; rule: string; step: StepId | 'clauses' }>;

/** Every fault in sentences, each with its remedy. */
export const explainFaults = (faults: readonly PublishFault[]): readonly FaultLine[] =>
  faults.flatMap(linesOf);

function linesOf(found: PublishFault): readonly FaultLine[] {
  if (isPlain(found)) return [plain[found.fault]];
  switch (found.fault) {
    case 'incomplete':
      return found.gaps.map(({ item, regulation, says }) => ({ says, rule: regulation, step: stepOf[item] }));
    case 'law-not-known':
      return [
        {
          says: 'Which law governs a record of this day is not known here, so it cannot be checked. Ask your monitoring officer to enter the rule',
          rule: 'The rules of your body: regulations that govern executive decisions',
          step: 'what',
        },
      ];
    case 'may-not-take':
      return [mayNot(found.because)];
    case 'no-function':
      return [
        {
          says: `Say for which function ${clausesNamed(found.clauses)} ${found.clauses.length === 1 ? 'is' : 'are'} taken: a joint body decides only what councils have delegated to it`,
          rule: 'Local Government Act 1972, sections 101 and 102',
          step: 'clauses',
        },
      ];
    case 'appointing-councils-not-known':
      return [
        {
          says: 'A joint body takes an executive decision only where each council that appoints to it has delegated the function, and none is recorded as appointing to this one. Set the committee up with the councils that appoint to it, or let the clause recommend',
          rule: 'Local Government Act 1972, sections 101 and 102',
          step: 'what',
        },
      ];
    case 'not-delegated':
      return found.missing.map(({ clause, function: of, councils }) => ({
        says: `Clause ${clause}: ${listInWords(councils)} had not delegated “${of}” on the day of the decision. Let the clause recommend, or record the delegation first`,
        rule: 'Local Government Act 1972, sections 101 and 102',
        step: 'clauses',
      }));
    case 'waiver':
      return [
        { says: waiverSentences[found.because], rule: 'The council’s rules of call-in', step: 'call-in' },
      ];
    case 'adoption':
      return [{ says: adoptionSentences[found.because], rule: 'The joint proposal', step: 'links' }];
    case 'paper':
      return [
        {
          says:
            found.because === 'no-such-paper'
              ? 'One of the papers is there no longer: it was removed meanwhile. Choose again'
              : 'One of the papers is another body’s. Choose among your own',
          rule: 'Papers',
          step: 'papers',
        },
      ];
    case 'number-twice':
      return [
        {
          says: `Two clauses have the number ${found.number}. Give each its own`,
          rule: 'Clauses',
          step: 'clauses',
        },
      ];
    case 'published-already':
      return [
        {
          says: `The same decision, by the same maker on the same day, is published already as ${found.reference}. Correct that record, or give this one a title that tells it apart`,
          rule: 'A published record is never written anew',
          step: 'what',
        },
      ];
    case 'not-an-old-record':
      return [
        {
          says: `Your body publishes its records here since ${formatDate(found.since)}, so this is no old record: it is published now, and its call-in window opens now. Say that it is not an old record`,
          rule: 'An old record was published before the body’s first record here',
          step: 'what',
        },
      ];
    default:
      return found satisfies never;
  }
}

const isPlain = (found: PublishFault): found is Readonly<{ fault: PlainFault }> =>
  Object.hasOwn(plain, found.fault);

type MayNot = Extract<PublishFault, { fault: 'may-not-take' }>['because'];

const mayNot = ({ mayNot: why, clauses }: MayNot): FaultLine =>
  why === 'decide-without-vote'
    ? {
        says: `Your body does not decide by vote on this day: it can endorse, recommend or note, and ${clausesNamed(clauses)} would do more. Change what ${clauses.length === 1 ? 'it does' : 'they do'}`,
        rule: 'The rules of your body: may decide by vote',
        step: 'clauses',
      }
    : {
        says: 'Your council is run by committees on this day, so nothing it decides is executive or key. Let the clauses resolve, and say that it is not an executive decision',
        rule: 'The rules of your body: form of governance (Local Government Act 2000, Part 1A)',
        step: clauses.length === 0 ? 'what' : 'clauses',
      };

const clausesNamed = (numbers: readonly string[]): string =>
  `${numbers.length === 1 ? 'clause' : 'clauses'} ${listInWords(numbers)}`;

const stepOf: Readonly<Record<RecordItem, StepId | 'clauses'>> = {
  date: 'what',
  'decision-maker': 'what',
  decision: 'clauses',
  reasons: 'reasons',
  alternatives: 'reasons',
  conflicts: 'interests',
  dispensations: 'interests',
  reports: 'papers',
  'background-papers': 'papers',
  'shorter-notice': 'notice',
  'call-in': 'call-in',
};

const plain: Readonly<Record<PlainFault, FaultLine>> = {
  'body-did-not-exist': {
    says: 'Your body is not recorded as existing on the day of the decision. Check the day',
    rule: 'The register of bodies',
    step: 'what',
  },
  'taken-in-the-future': {
    says: 'The day of the decision is still to come. A record is published once the decision is taken',
    rule: 'The day of the decision',
    step: 'what',
  },
  'published-before-it-was-taken': {
    says: 'The record cannot have been published before the decision was taken. Check both days',
    rule: 'The day of publication',
    step: 'what',
  },
  'published-in-the-future': {
    says: 'The day of publication is still to come. Check it',
    rule: 'The day of publication',
    step: 'what',
  },
  'no-source': {
    says: 'Say where the old record is to be found: the document and its date',
    rule: 'An old record cites its source',
    step: 'what',
  },
  'nothing-decided': {
    says: 'Enter what was decided, clause by clause',
    rule: 'A record of a decision has at least one clause',
    step: 'clauses',
  },
  'reference-taken': {
    says: 'Another record has this number. Leave it out and the record is given the next one',
    rule: 'Numbers of records',
    step: 'what',
  },
  'no-such-committee': {
    says: 'The committee is not one of your body’s. Choose again',
    rule: 'Committees of your body',
    step: 'what',
  },
  'no-such-reconsidered': {
    says: 'The decision it reconsiders is not a record of your body. Give body and number, like maidstone/2026-014',
    rule: 'Records of your body',
    step: 'links',
  },
  'did-not-come-back': {
    says: 'The decision it reconsiders did not come back: no hearing or Council is recorded as sending it back. Record that first, or take the link away',
    rule: 'Only a decision that was called in and came back is decided anew without another call-in',
    step: 'links',
  },
  'decided-anew-already': {
    says: 'The decision it reconsiders is decided anew by another record already. Take the link away',
    rule: 'Only a decision that was called in and came back is decided anew without another call-in',
    step: 'links',
  },
  'no-such-notice': {
    says: 'The notice is not one of your body’s. Choose again',
    rule: 'Notices of your body',
    step: 'notice',
  },
  'no-such-meeting': {
    says: 'The meeting is not one of your body’s. Choose again',
    rule: 'Meetings of your body',
    step: 'links',
  },
  'no-such-item': {
    says: 'The item is not on the agenda of the meeting that is named. Choose the meeting again',
    rule: 'Meetings of your body',
    step: 'links',
  },
  'executive-clauses': {
    says: 'It has executive clauses, so it is an executive decision. Say so, or change what the clauses do',
    rule: 'Local Government Act 2000, section 9D; SI 2012/2089',
    step: 'what',
  },
  'executive-resolves': {
    says: 'The executive does not resolve as the Council or a committee does. Let the clause be an executive decision, which can be called in, or recommend to the Council',
    rule: 'Local Government Act 2000, section 9D',
    step: 'clauses',
  },
};
