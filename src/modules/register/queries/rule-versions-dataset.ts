import type { Dataset } from '#platform/http';
import { certainties } from '../domain/certainty.ts';
import type { RuleLine } from './rules-page.ts';

/** Every version of one rule of a body: what it said, when that was true and when it was known. */
export function versionsDataset(bodyId: string, { key, history }: RuleLine): Dataset {
  return {
    name: `${bodyId}-${key}-versions`,
    columns: [
      { key: 'setBy', title: 'Set by' },
      { key: 'value', title: 'Value' },
      { key: 'from', title: 'True from' },
      { key: 'until', title: 'True until' },
      { key: 'recordedOn', title: 'Recorded on' },
      { key: 'replacedOn', title: 'Replaced on' },
      { key: 'source', title: 'Source' },
      { key: 'certainty', title: 'Certainty' },
      { key: 'note', title: 'Note' },
      { key: 'reason', title: 'Why it was corrected' },
    ],
    rows: history.map(({ version, says }) => ({
      setBy: version.bodyId === undefined ? 'law' : 'body',
      value: says,
      from: version.from ?? null,
      until: version.until ?? null,
      recordedOn: version.recordedOn,
      replacedOn: version.replacedOn ?? null,
      source: version.source,
      certainty: certainties[version.certainty],
      note: version.note ?? null,
      reason: version.reason ?? null,
    })),
    source: 'Accord’s register; the source of each value is given in its row. Open Government Licence v3.0',
  };
}
