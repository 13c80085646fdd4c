import type { Sql } from '#platform/db';
import { date, instantInLondon, midnight, pounds } from '#platform/kernel';
import type { ActServices, Entry } from '#platform/record';
import { enterDecision } from '../actions/enter-decision.ts';
import { enterProposal } from '../actions/put-proposal.ts';
import type { Publisher } from '../actions/judge-decision.ts';
import type { Committee } from '../domain/committee.ts';
import type { DecidedClause } from '../domain/decision/decision.ts';
import type { NewDecision } from '../domain/decision/new-decision.ts';
import { findDecision } from '../store/decisions.ts';
import { findProposal } from '../store/proposals.ts';
import { loadCommittee, loadFor } from './loading.ts';

const record = 'Maidstone Borough Council, Record of Decision of the Cabinet, 9 July 2008';
const proposalId = 'mid-kent-improvement-partnership';
const reference = '2008-001';

/**
 * The Mid Kent Improvement Partnership of 2008 as the one source held tells it, in our own words: the proposal of four
 * councils, and Maidstone’s decision on it. What the other three did stays not recorded. Loading it again changes nothing.
 */
export async function loadMidKentExample(services: ActServices): Promise<void> {
  await loadFor(services, 'maidstone', async (sql, publisher) => [
    ...(await loadCommittees(sql, services.clock.today())),
    ...((await findProposal(sql, proposalId)) === undefined ? await loadProposal(sql, publisher) : []),
    ...((await findDecision(sql, `maidstone/${reference}`)) === undefined
      ? await loadDecision(sql, publisher)
      : []),
  ]);
}

/** Both went, at the latest, when Maidstone was first run by committees. */
async function loadCommittees(
  sql: Sql,
  today: Parameters<typeof loadCommittee>[3],
): Promise<readonly Entry[]> {
  const ofMaidstone = (slug: string, name: string, kind: Committee['kind'], remit: string): Committee => ({
    id: `maidstone.${slug}`,
    bodyId: 'maidstone',
    name,
    kind,
    remit,
    appointedBy: [],
    quorum: undefined,
    from: undefined,
    until: date('2015-05-01'),
    source: `${record}: who decided and who recommended. It ended with the form of government of the time`,
  });
  const scrutiny = 'Corporate Services Overview and Scrutiny Committee';
  return [
    ...(await loadCommittee(sql, ofMaidstone('cabinet', 'Cabinet', 'executive', ''), [], today)),
    ...(await loadCommittee(
      sql,
      ofMaidstone('corporate-services-overview-and-scrutiny-committee', scrutiny, 'scrutiny', ''),
      [],
      today,
    )),
  ];
}

async function loadProposal(sql: Sql, publisher: Publisher): Promise<readonly Entry[]> {
  const both = ['executive', 'council'] as const;
  const put = await enterProposal(
    sql,
    {
      id: proposalId,
      draftedBy: 'maidstone',
      putAt: instantInLondon({ date: date('2008-05-28'), time: midnight }),
      publishedBy: 'the Leaders and Chief Executives of the four councils, in a statement of intent',
      certainty: 'stated',
      title: 'Mid Kent Improvement Partnership',
      summary:
        'Ashford, Maidstone, Swale and Tunbridge Wells work together as a formal cluster of councils, each keeping its sovereignty and deciding by its own procedure.',
      text: [
        'The partnership is to improve the quality of services to communities, to make them more resilient, to save by buying, managing and delivering together, to explore trading in the medium to long term, and to share what works best.',
        'Each council contributes every year by head of population. For Maidstone that is £42,840. Maidstone is also the accountable body.',
        'No council appoints to its first three tiers of management, or managers who report to heads of service, without first exploring joint management or a joint service. The councils talk to each other before they restructure.',
        'No member brings in a new system of information technology without consulting the others first.',
        'The arrangements are not exclusive: each council keeps its other partnerships and may enter more.',
      ].join('\n'),
      clauses: [
        {
          number: '1',
          effect: 'executive',
          text: 'That the yearly contribution to the partnership be agreed',
        },
        {
          number: '2',
          effect: 'recommend-to-council',
          text: 'That the council enter the partnership, with Maidstone as its accountable body',
        },
        {
          number: '3',
          effect: 'recommend-to-council',
          text: 'That the draft governance arrangements be agreed',
        },
      ],
      parties: ['ashford', 'maidstone', 'swale', 'tunbridge-wells'].map((bodyId) => ({
        bodyId,
        approvals: both,
      })),
      needs: 'all',
      deadline: date('2008-09-07'),
      start: 'all-together',
      reopens: [],
      changed: '',
      reason: '',
      places: ['ashford', 'maidstone', 'swale', 'tunbridge-wells'],
      topics: ['partnerships'],
      source:
        `${record}: reasons for decision (aims, protocols, the statement of 28 May) and background (contributions, accountable body, deadline in the first week of September, read as its Sunday). ` +
        'It is the only source held, so the proposal stands under Maidstone. It asks for Cabinet and Council of Maidstone; that the other three needed both, and that none could start before the others, is how we read it',
    },
    publisher,
  );
  if (!put.ok) throw new Error(`The proposal of the example was refused: ${put.error}`);
  return [put.value.entry];
}

async function loadDecision(sql: Sql, publisher: Publisher): Promise<readonly Entry[]> {
  const entered = await enterDecision(sql, cabinetDecision, publisher);
  if (!entered.ok)
    throw new Error(`The decision of the example was refused: ${JSON.stringify(entered.error)}`);
  return [entered.value.entry];
}

const clause = (
  given: Pick<DecidedClause, 'number' | 'effect' | 'text'> & Partial<DecidedClause>,
): DecidedClause => ({
  delegatedTo: undefined,
  limits: undefined,
  function: undefined,
  amount: undefined,
  ...given,
});

const cabinetDecision: NewDecision = {
  bodyId: 'maidstone',
  reference,
  title: 'Establishment of a Mid Kent Improvement Partnership',
  issue:
    'Whether to establish a Mid Kent Improvement Partnership of Ashford, Maidstone, Swale and Tunbridge Wells borough councils.',
  makerKind: 'cabinet',
  decisionMaker: 'The Cabinet',
  committeeId: 'maidstone.cabinet',
  takenOn: date('2008-07-09'),
  // The record does not say that it is a key decision.
  isExecutive: true,
  isKey: false,
  keyReasons: '',
  noticeId: undefined,
  meetingId: undefined,
  itemId: undefined,
  clauses: [
    clause({
      number: '1',
      effect: 'executive',
      text: 'To contribute £42,840 a year from revenue to the partnership, funded as an invest-to-save proposal.',
      amount: pounds(42_840),
    }),
    clause({
      number: '2',
      effect: 'agree-scrutiny-reference',
      text: 'To agree what the Corporate Services Overview and Scrutiny Committee recommended in its reference.',
    }),
    clause({
      number: '3(i)',
      effect: 'recommend-to-council',
      text: 'To recommend to the Council that Maidstone enter the partnership and also act as its accountable body.',
    }),
    clause({
      number: '3(ii)',
      effect: 'recommend-to-council',
      text: 'To recommend to the Council that the draft governance arrangements in Appendix A of the Chief Executive’s report be agreed.',
    }),
  ],
  reasons:
    'The four councils would work as a formal cluster to improve services and their resilience, to save, to explore trading and to share what works. The partnership may touch executive and other functions, so both Cabinet and Council are asked. It builds on partnerships that exist already, and each council stays sovereign.',
  alternatives: [
    'Go on improving locally and sharing services case by case: this limits what can be improved and saved.',
    'Seek a wider partnership: more councils have made agreement harder in the past.',
  ],
  conflicts: undefined,
  reports: ['Report of the Chief Executive'],
  backgroundPapers: [],
  reliedOn: [
    'Appendix A, draft governance arrangements',
    'Annex 1, report to the Chief Executives and Leaders',
    'Annex 2, statement of intent of 28 May 2008',
    'Annex 3, possible areas of service collaboration',
    'Reference from the Corporate Services Overview and Scrutiny Committee, 1 July 2008',
  ],
  shorterNotice: undefined,
  callInBy: date('2008-07-18'),
  callInSentTo: 'Scrutiny Manager',
  notOpenBecause: '',
  published: { on: date('2008-07-11'), at: undefined },
  reconsiders: undefined,
  places: ['maidstone'],
  topics: ['partnerships'],
  access: 'open',
  paragraphs: [],
  publicInterest: '',
  source: `${record}. The day of publication, 11 July, is worked out: five working days before the closing day for call-in, 18 July`,
  externalReference: undefined,
  adopts: { proposalId, version: 1, outcome: 'adopted', by: { executive: '1', council: '3(i)' } },
};
