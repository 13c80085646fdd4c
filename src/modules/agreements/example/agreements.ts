import { readData } from '#platform/config';
import { type Sql } from '#platform/db';
import { ok } from '#platform/kernel';
import { type ActServices, actTogether, type Entry, type SystemActor } from '#platform/record';
import { actionEntry, stageEntry } from '../actions/agreements/agreement-entry.ts';
import { enterAgreement } from '../actions/agreements/put-agreement.ts';
import type { PlannedAction } from '../domain/agreement/action.ts';
import { insertAction } from '../store/actions.ts';
import { findAgreement, insertStage } from '../store/agreements.ts';
import { agreementsFile, type AgreementRead } from './agreements-file.ts';
import { loadLivingAgreement } from './living-agreement.ts';

const loader: SystemActor = { officeTitle: 'Accord, reading the example', bodyId: 'kent-county-council' };

/**
 * Kent’s agreements from 2005 to 2010 as their papers have them, and one that is made up, out to be signed on the day it is
 * loaded. Loading it again changes nothing.
 */
export async function loadAgreementsExample(services: ActServices): Promise<void> {
  const { agreements } = agreementsFile.parse(readData('examples/kent/agreements.json'));
  const now = services.clock.now();
  const loaded = await actTogether(services, loader, {}, async (sql) => {
    const entries: Entry[] = [];
    for (const read of agreements)
      if ((await findAgreement(sql, read.id)) === undefined) entries.push(...(await load(sql, read, now)));
    return ok({ value: undefined, entries });
  });
  if (!loaded.ok) throw new Error(`The example agreements could not be loaded: ${String(loaded.error)}`);
  await loadLivingAgreement(services);
}

async function load(sql: Sql, read: AgreementRead, now: Date): Promise<readonly Entry[]> {
  const { officeTitle } = loader;
  const entered = await enterAgreement(
    sql,
    {
      id: read.id,
      kind: read.kind,
      bodyId: 'kent-county-council',
      renews: read.renews,
      partOf: undefined,
      placeId: undefined,
      ...(read.mostDesignated !== undefined && { mostDesignated: read.mostDesignated }),
      certainty: read.certainty,
      comesAbout: { by: 'record', published: read.published },
      version: {
        title: read.title,
        summary: read.summary,
        frameworkId: read.frameworkId,
        outcomeIds: [],
        term: { from: read.term.from, until: read.term.until },
        principles: read.principles,
        sections: read.sections,
        parties: read.parties,
        changed: '',
        reason: '',
        source: read.source,
      },
    },
    { officeTitle, now },
  );
  if (!entered.ok) throw new Error(`${read.id} was refused: ${entered.error}`);
  const agreement = await findAgreement(sql, entered.value.id);
  if (agreement === undefined) throw new Error(`${read.id} was not kept`);
  const entries = [...entered.value.entries];
  for (const [index, { stage, on, precision, says, source, certainty }] of read.stages.entries()) {
    const reached = {
      position: index + 1,
      stage,
      when: { on, precision },
      says,
      decisionId: undefined,
      source,
      certainty,
      byOffice: officeTitle,
      recordedAt: now,
    };
    await insertStage(sql, read.id, reached);
    entries.push(
      stageEntry(
        agreement,
        read.title,
        read.parties.map(({ bodyId }) => bodyId),
        reached,
      ),
    );
  }
  for (const [index, { milestones, ...asked }] of read.actions.entries()) {
    const action: PlannedAction = {
      ...asked,
      agreementId: read.id,
      number: index + 1,
      outcomeId: undefined,
      targetId: undefined,
      // The leaders took responsibility in person: the office, never the person.
      ownerOffice: 'The leader of each council',
      milestones: milestones.map((milestone, place) => ({ ...milestone, number: place + 1 })),
      source: read.source,
      certainty: read.certainty,
      publishedBy: officeTitle,
      recordedAt: now,
      facts: [],
    };
    await insertAction(sql, action);
    entries.push(actionEntry(agreement, action));
  }
  return entries;
}
