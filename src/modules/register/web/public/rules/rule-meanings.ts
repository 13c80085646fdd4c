import type { RuleKey, RuleValue } from '../../../domain/rule-catalogue/index.ts';
import { sayRuleValue } from '../../../domain/rule-value.ts';

/** What a rule's value means to somebody who has never read a constitution, in one sentence. */
export function sayMeaning(key: RuleKey, value: RuleValue): string {
  return meanings[key](sayRuleValue(key, value), value);
}

type Meaning = (said: string, value: RuleValue) => string;

/** One sentence for each option of a choice, and for yes (`true`) and no (`false`). */
const either =
  (sentences: Readonly<Record<string, string>>): Meaning =>
  (said, value) =>
    sentences[typeof value === 'string' ? value : JSON.stringify(value === true)] ?? `${said}.`;

const lowered = (said: string) => said.charAt(0).toLowerCase() + said.slice(1);
const asWritten: Meaning = (said) => (/[.!?]$/u.test(said) ? said : `${said}.`);

const meanings: Readonly<Record<RuleKey, Meaning>> = {
  regime: either({
    executive:
      'A leader and cabinet, or a mayor, take most decisions; other councillors hold them to account.',
    committee: 'Committees of councillors decide. There are no key decisions and no call-in by law.',
  }),
  'law.executiveDecisions': (said) =>
    `What a notice and a record of a decision must contain is judged by ${said}.`,
  'voting.enabled': either({
    true: 'It can decide by a vote of its members.',
    false: 'It can endorse, recommend or note, but binds nobody: each member body decides for itself.',
  }),
  'apportionment.method': (said) =>
    `Unless an agreement says otherwise, a joint cost is shared ${lowered(said)}.`,
  'keyDecision.threshold': (said) =>
    `A decision to spend or save ${said} or more is a key decision and needs notice.`,
  'keyDecision.wards': (said) => `A decision that affects ${said} or more significantly is a key decision.`,
  'keyDecision.limbs': either({
    either: 'Enough money or enough wards: either makes it a key decision.',
    both: 'It is a key decision only when it passes both the money and the wards.',
  }),
  'notice.form': either({
    'forward-plan': 'Key decisions to come are announced in a plan published each month.',
    'notice-of-each-decision': 'Each key decision to come is announced in a notice of its own.',
  }),
  'notice.forwardPlan': (said) => `The plan must be out ${said} before the first day it covers.`,
  'notice.keyDecision': (said) =>
    `A key decision may be taken only once its notice has been public for ${said}.`,
  'notice.generalException': (said) =>
    `Where full notice was impracticable, scrutiny’s chairman is told and ${said} must pass.`,
  'notice.specialUrgency': (said) => `A decision too urgent even for that needs agreement: ${lowered(said)}`,
  'notice.privateMeeting': (said) =>
    `A meeting in private needs a first notice, with reasons, ${said} ahead.`,
  'notice.privateMeetingAgain': (said) =>
    `A second notice, with what people said and the answer, must be public ${said} ahead.`,
  'callIn.appliesTo': (said) => `Open to call-in: ${lowered(said)}.`,
  'callIn.window': (said) =>
    `After its record is published, a decision can be stopped and looked at again for ${said}.`,
  'callIn.closeTime': (said) => `On the last day of the window a call-in must be in by ${said}.`,
  'callIn.signatories': (said) => `A call-in needs the signatures of ${said}.`,
  'callIn.eligible': (said) => `Who may sign: ${lowered(said)}.`,
  'callIn.groups': (said) => `The signatures must come from at least ${said}.`,
  'callIn.instead': asWritten,
  'callIn.excluded': asWritten,
  'callIn.sendTo': (said) => `The signed form goes to: ${said}.`,
  'callIn.reasonsRequired': either({
    true: 'A call-in must say why, or it does not count.',
    false: 'A call-in need not give its reasons.',
  }),
  'callIn.grounds': asWritten,
  'callIn.hearing': (said) => `Scrutiny must hear a call-in within ${said}.`,
  'callIn.notHeard': either({
    effective: 'If scrutiny does not hear it in time, the decision takes effect.',
    frozen: 'If scrutiny does not hear it in time, the decision stays stopped.',
  }),
  'callIn.effective': (said) => `A decision that nobody called in takes effect ${lowered(said)}.`,
  'callIn.oncePerDecision': either({
    true: 'A decision that was called in and looked at again cannot be called in a second time.',
    false: 'A decision can be called in more than once.',
  }),
  'callIn.urgencyWaiver': (said) =>
    `A decision too urgent to wait escapes call-in only if agreed: ${lowered(said)}`,
  'meeting.access': (said) => `Agenda and reports must be open to everybody ${said} before a meeting.`,
  'meeting.summons': (said) => `Councillors must be summoned to a meeting of the council ${said} before it.`,
  'meeting.quorum': (said) => `A meeting needs ${said} present, or it cannot decide.`,
  'record.publish': (said) => `The record of a decision must be published within ${said}.`,
  'record.cutOff': (said) => `What is published after ${said} counts as published on the next working day.`,
  'record.dispensationBy': (said) =>
    `Only ${lowered(said)} can let a member with a conflict of interest take part.`,
  'record.officerDecisions': either({
    'key-only': 'Officers must publish a record of the key decisions they take, and of no others.',
    'all-executive': 'Officers must publish a record of every executive decision they take.',
  }),
  'record.otherOfficerDecisions': either({
    'not-asked': 'The law asks officers for no record of what they decide outside the executive.',
    'si-2014-2095':
      'Officers must publish a record of what they decide outside the executive under a delegation: permissions, rights, contracts that weigh.',
  }),
  'record.keep': (said) => `Anyone can inspect records and reports for ${said} after the decision.`,
  'record.keepBackgroundPapers': (said) =>
    `Anyone can inspect background papers for ${said} after the decision.`,
  'scrutiny.response': (said) => `The executive must answer a scrutiny report within ${said}.`,
  'scrutiny.documents': (said) =>
    `Scrutiny members must be given a document they ask for, or reasons why not, within ${said}.`,
  'scrutiny.urgencyReport': (said) =>
    `The leader must report urgent decisions to the council at least every ${said}.`,
  'payments.publishedOver': (said) =>
    `Every payment of more than ${said} is published; smaller ones need not be.`,
};
