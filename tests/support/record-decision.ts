import { errorsOf } from './read-page.ts';
import type { Answered, Visitor } from './visitor.ts';

type Answers = Readonly<Record<string, string>>;

/** A record as an officer types it: the answers of each step by its address, and the clauses one by one. */
export type TypedRecord = Readonly<{ steps: Readonly<Record<string, Answers>>; clauses: readonly Answers[] }>;

/** Types a record into a draft, step by step; answers the address of the draft. */
export async function draftRecord(
  officer: Visitor,
  bodyId: string,
  { steps, clauses }: TypedRecord,
): Promise<string> {
  const room = `/office/${bodyId}/decisions`;
  const begun = await officer.send(room, {}, `${room}/start`);
  const draft = begun.to;
  if (draft === undefined) throw new Error(`No draft was begun: ${begun.status}`);
  for (const [step, answers] of Object.entries(steps))
    mustSave(await officer.send(`${draft}/${step}`, answers));
  for (const clause of clauses) mustSave(await officer.send(`${draft}/clauses/new`, clause));
  return draft;
}

/** Publishes a draft; answers the number of the record. */
export async function publishRecord(officer: Visitor, draft: string): Promise<string> {
  const done = await officer.send(`${draft}/check`, {});
  const reference = /\/decisions\/([^/]+)\/published$/.exec(done.to ?? '')?.[1];
  if (reference === undefined) throw new Error(`Not published: ${done.status} ${errorsOf(done).join('; ')}`);
  return reference;
}

function mustSave(answered: Answered): void {
  if (answered.status !== 303)
    throw new Error(`Not saved: ${answered.status} ${errorsOf(answered).join('; ')}`);
}

/** A date as its three boxes send it. */
export function boxes(name: string, on: string): Answers {
  const [year = '', month = '', day = ''] = on.split('-');
  return { [`${name}-day`]: day, [`${name}-month`]: month, [`${name}-year`]: year };
}

/** A key decision of a Cabinet that says everything the law of 2026 asks. */
export const wholeRecord: TypedRecord = {
  steps: {
    what: {
      title: 'Waste collection contract',
      issue: 'Whether to let the contract.',
      makerKind: 'cabinet',
      decisionMaker: 'The Cabinet',
      ...boxes('taken', '2026-07-13'),
      executive: 'yes',
      key: 'yes',
      keyReasons: 'It costs more than the threshold.',
      historic: 'no',
    },
    reasons: {
      reasons: 'It gives the best value.',
      alternativesStated: 'some',
      alternatives: 'Keep the present contract',
    },
    interests: { interestsStated: 'none' },
    papers: {
      reportsStated: 'some',
      reports: 'Report of the Head of Environment',
      backgroundStated: 'none',
      reliedOn: '',
    },
    'call-in': { sentTo: 'The Scrutiny Manager', waived: 'no' },
    links: { 'place.maidstone': 'yes', 'topic.waste': 'yes' },
  },
  clauses: [{ number: '1', effect: 'executive', text: 'That the contract be let.', amount: '250,000' }],
};

/** The record of Maidstone’s Cabinet of 9 July 2008, as it was published on Friday 11 July, in our own words. */
export const maidstone2008: TypedRecord = {
  steps: {
    what: {
      title: 'A Mid Kent Improvement Partnership, typed from the paper record',
      issue: 'Whether to found the partnership with Ashford, Swale and Tunbridge Wells.',
      makerKind: 'cabinet',
      decisionMaker: 'The Cabinet',
      ...boxes('taken', '2008-07-09'),
      executive: 'yes',
      key: 'yes',
      historic: 'yes',
      ...boxes('published', '2008-07-11'),
      source: 'Record of decision of the Cabinet, 9 July 2008',
    },
    reasons: {
      reasons: 'Better services, resilience, savings, trading and shared practice.',
      alternativesStated: 'some',
      alternatives: 'Improve alone, case by case\nA wider partnership of boroughs',
    },
    interests: { interestsStated: 'silent' },
    papers: {
      reportsStated: 'some',
      reports: 'Report of the Chief Executive',
      backgroundStated: 'none',
      reliedOn: 'Annex 1\nAnnex 2\nAnnex 3\nAppendix A',
    },
    'call-in': { sentTo: 'The Scrutiny Manager', ...boxes('callInBy', '2008-07-18'), waived: 'no' },
    links: { 'place.maidstone': 'yes', 'topic.partnerships': 'yes' },
  },
  clauses: [
    {
      number: '1',
      effect: 'executive',
      text: 'That a contribution of £42,840 a year be agreed, as an invest to save proposal.',
      amount: '42,840',
    },
    {
      number: '2',
      effect: 'agree-scrutiny-reference',
      text: 'That the recommendations of the Corporate Services Overview and Scrutiny Committee be agreed.',
    },
    {
      number: '3',
      effect: 'recommend-to-council',
      text: 'That the Council be recommended to enter the partnership, to be its accountable body, and to agree its draft governance.',
    },
  ],
};

/** The id of a draft of a record that Maidstone’s officers have begun. */
export async function begunRecord(officer: Visitor): Promise<string> {
  const draft = await draftRecord(officer, 'maidstone', wholeRecord);
  return draft.split('/').at(-1) ?? '';
}
