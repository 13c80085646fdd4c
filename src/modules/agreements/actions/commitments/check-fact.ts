import type { Sql } from '#platform/db';
import { ok, refuse, type Result } from '#platform/kernel';
import { officesOnDay } from '#modules/register';
import { readLink } from '../../domain/commitment/links.ts';
import type { ToldFact } from '../../domain/commitment/fact.ts';
import { commitmentStanding } from '../../domain/commitment/standing.ts';
import { titleOfThing } from '../../queries/commitments/linked-thing.ts';
import { findCommitment } from '../../store/commitments.ts';
import { hasReadings } from '../../store/linked-things.ts';

export type CheckRefusal =
  | 'no-such-office'
  | 'no-such-thing'
  | 'not-an-address'
  | 'no-such-readings'
  | 'no-such-decision'
  | 'joins-another-body'
  | 'joins-a-joined-one';

/** Whether what a fact points at is there, with its address and title as they are kept. */
export async function checkFact(
  sql: Sql,
  bodyId: string,
  told: ToldFact,
): Promise<Result<ToldFact, CheckRefusal>> {
  if (told.kind === 'owner') {
    const office = (await officesOnDay(sql, bodyId, told.on)).find(({ id }) => id === told.officeId);
    return office === undefined ? refuse('no-such-office') : ok({ ...told, office: office.title });
  }
  if (told.kind === 'evidence') return checkEvidence(sql, told);
  if (told.kind === 'joined') return checkJoined(sql, bodyId, told);
  if (told.kind !== 'linked') return ok(told);
  const thing = readLink(told.at);
  const title = thing && (await titleOfThing(sql, thing, told.on));
  if (thing === undefined || title === undefined) return refuse('no-such-thing');
  return ok({ ...told, at: thing.page });
}

type Evidence = ToldFact & Readonly<{ kind: 'evidence' }>;

async function checkEvidence(sql: Sql, told: Evidence): Promise<Result<ToldFact, CheckRefusal>> {
  switch (told.evidence) {
    case 'paper':
      return told.at.trim() === '' ? refuse('not-an-address') : ok(told);
    case 'link':
      return isWebAddress(told.at) ? ok(told) : refuse('not-an-address');
    case 'decision': {
      const thing = readLink(told.at);
      if (thing?.kind !== 'decision') return refuse('no-such-decision');
      const title = await titleOfThing(sql, thing, told.on);
      return title === undefined ? refuse('no-such-decision') : ok({ ...told, at: thing.page });
    }
    case 'reading': {
      const [, series, area] = /\/series\/([\w.-]+)\/([\w-]+)\/?(?:[?#].*)?$/.exec(told.at) ?? [];
      if (series === undefined || area === undefined) return refuse('no-such-readings');
      if (!(await hasReadings(sql, series, area))) return refuse('no-such-readings');
      return ok({ ...told, at: `/series/${series}/${area}` });
    }
    default:
      return told.evidence satisfies never;
  }
}

function isWebAddress(text: string): boolean {
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return false;
  const { username, password } = new URL(text);
  return username === '' && password === '';
}

/** Two promises are one only where the body made both, and the one it is joined with stands by itself. */
async function checkJoined(
  sql: Sql,
  bodyId: string,
  told: ToldFact & Readonly<{ kind: 'joined' }>,
): Promise<Result<ToldFact, CheckRefusal>> {
  const thing = readLink(told.at);
  const [collectionId = '', number = ''] = thing?.kind === 'commitment' ? thing.id.split('/') : [];
  const whole = await findCommitment(sql, { collectionId, number });
  if (whole === undefined) return refuse('no-such-thing');
  const { owners, id } = whole.commitment;
  if (!owners.includes(bodyId)) return refuse('joins-another-body');
  if (commitmentStanding(owners, whole.facts, told.on).status === 'joined')
    return refuse('joins-a-joined-one');
  return ok({ ...told, at: `/commitments/${id}` });
}
