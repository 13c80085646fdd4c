import type { Sql } from '#platform/db';
import { addDays, type IsoDate } from '#platform/kernel';
import type { GovernanceTables } from '../../store/tables.ts';
import { decisionsAt, type StoodDecision } from '../standings.ts';

/** Longer than any window, with the hearing after it: what was published before and was not called in waits for nobody. */
const lookBackDays = 120;

/**
 * A body’s decisions about which an office may have something to do: published lately, called in, recommending to the Council
 * without its resolution, or with a waiver that was not reported. Records of before Accord ask for nothing.
 */
export async function decisionsAtWork(
  sql: Sql,
  bodyId: string,
  { at, today }: Readonly<{ at: Date; today: IsoDate }>,
): Promise<readonly StoodDecision[]> {
  const rows = await sql
    .tables<GovernanceTables>()
    .selectFrom('governance.decision as decision')
    .select('decision.id')
    .where('decision.body_id', '=', bodyId)
    .where('decision.is_historic', '=', false)
    .where((eb) =>
      eb.or([
        eb('decision.published_on', '>=', addDays(today, -lookBackDays)),
        eb.exists(
          eb
            .selectFrom('governance.signature as signature')
            .select('signature.id')
            .whereRef('signature.decision_id', '=', 'decision.id')
            .where('signature.public_at', 'is not', null),
        ),
        eb.exists(
          eb
            .selectFrom('governance.waiver as waiver')
            .select('waiver.decision_id')
            .whereRef('waiver.decision_id', '=', 'decision.id')
            .where('waiver.reported_on', 'is', null),
        ),
        eb.exists(
          eb
            .selectFrom('governance.clause as clause')
            .leftJoin('governance.decision_step as step', (join) =>
              join
                .onRef('step.decision_id', '=', 'clause.decision_id')
                .onRef('step.clause', '=', 'clause.number'),
            )
            .select('clause.number')
            .whereRef('clause.decision_id', '=', 'decision.id')
            .where('clause.effect', '=', 'recommend-to-council')
            .where('step.position', 'is', null),
        ),
      ]),
    )
    .orderBy('decision.published_on')
    .orderBy('decision.id')
    .execute();
  const ids = rows.map(({ id }) => id);
  const stood = await decisionsAt(sql, ids, at);
  return ids.flatMap((id) => stood.get(id) ?? []);
}
