import type { Sql } from '#platform/db';
import { type IsoDate, londonDate } from '#platform/kernel';
import { type BodyLine, everyBody, successorsOf } from '#modules/register';
import { type GroundDecision, groundDecisions } from '#modules/governance';
import type { Agreement } from '../domain/agreement/agreement.ts';
import { type BodyEnding, type Ground, groundKey, type TargetFacts } from '../domain/target/partner-cell.ts';
import type { Target, TargetAnswer } from '../domain/target/target.ts';

/** What the standings of some targets rest on, asked once for all of them. */
export type TargetGrounds = Readonly<{
  factsOf(agreement: Agreement | undefined): TargetFacts;
  decisions: ReadonlyMap<string, GroundDecision>;
  bodies: ReadonlyMap<string, BodyLine>;
  /** The next moment at which a consent takes effect though nobody acts; undefined: none is about to. */
  changesAt: Date | undefined;
}>;

type Asked = Readonly<{ on: IsoDate; at: Date }>;

/** Reads the decisions behind consents as they stood at a moment, and what became of the partners by a day. */
export async function targetGrounds(
  sql: Sql,
  targets: readonly Target[],
  { on, at }: Asked,
): Promise<TargetGrounds> {
  const answers = targets.flatMap((target) => target.answers);
  const decisionIds = [...new Set(answers.flatMap(({ decisionId }) => decisionId ?? []))].filter(
    (id) => !isMadeUp(id),
  );
  const [decisions, bodies] = await Promise.all([
    groundDecisions(sql, decisionIds, at),
    everyBody(sql, { on }),
  ]);
  const byId = new Map(bodies.map((body) => [body.id, body]));
  const partners = targets.flatMap(({ versions }) => versions.flatMap((version) => version.partners));
  const endings = await endingsOf(sql, partners, byId, on);
  const grounds = new Map<string, Ground>();
  for (const answer of answers) {
    const ground = answer.answer === 'consents' ? groundOf(answer, decisions) : undefined;
    if (ground !== undefined) grounds.set(groundKey(answer), ground);
  }
  return {
    decisions,
    bodies: byId,
    factsOf: (agreement) => ({ grounds, endings, designatedOn: designatedOn(agreement, on) }),
    changesAt: nextMoment(decisions),
  };
}

/** What a consent that is made up points at, in place of a decision: there is none, in any record of decisions. */
export const madeUpDecision = (bodyId: string): string => `illustrative/${bodyId}`;
const isMadeUp = (decisionId: string): boolean => decisionId.startsWith(madeUpDecision(''));

/** Where the clause a consent names stands; without a clause, the first that can bind. One that is made up stands from its day. */
function groundOf(
  { decisionId, clause, on }: TargetAnswer,
  decisions: TargetGrounds['decisions'],
): Ground | undefined {
  if (decisionId !== undefined && isMadeUp(decisionId)) return { ground: 'in-effect', from: on };
  const found = decisions
    .get(decisionId ?? '')
    ?.clauses.find((each) => (clause === undefined ? each.canBind : each.number === clause));
  if (found === undefined) return undefined;
  const { standing } = found;
  if (standing.is === 'stopped') return { ground: 'stopped', says: standing.says };
  return { ground: standing.is, from: londonDate(standing.from) };
}

function nextMoment(decisions: ReadonlyMap<string, GroundDecision>): Date | undefined {
  const moments = [...decisions.values()].flatMap(({ clauses }) =>
    clauses.flatMap(({ standing }) => (standing.is === 'about-to-take-effect' ? [standing.from] : [])),
  );
  return moments.toSorted((a, b) => a.getTime() - b.getTime())[0];
}

/** The day on which an agreement’s targets were first designated. */
const designatedOn = (agreement: Agreement | undefined, on: IsoDate): IsoDate | undefined =>
  agreement?.stages.find(({ stage, when }) => stage === 'designated' && when.on <= on)?.when.on;

/** Every ending of a partner by the day, and of whoever took its place. */
async function endingsOf(
  sql: Sql,
  partners: readonly string[],
  bodies: ReadonlyMap<string, BodyLine>,
  on: IsoDate,
): Promise<readonly BodyEnding[]> {
  const found = new Map<string, BodyEnding>();
  const waiting = [...new Set(partners)];
  for (let bodyId = waiting.pop(); bodyId !== undefined; bodyId = waiting.pop()) {
    const ended = bodies.get(bodyId)?.ended;
    if (ended === undefined || ended > on || found.has(bodyId)) continue;
    const successors = (await successorsOf(sql, bodyId, ended)).map(({ id }) => id);
    found.set(bodyId, { bodyId, on: ended, successors });
    waiting.push(...successors);
  }
  return [...found.values()];
}

/** The names of bodies, with the id where the register has none. */
export const namer =
  (bodies: ReadonlyMap<string, Readonly<{ name: string }>>) =>
  (bodyId: string): string =>
    bodies.get(bodyId)?.name ?? bodyId;
