import type { Dataset } from '#platform/http';
import { sayTarget } from '../domain/target/explain-blocker.ts';
import { targetPath } from '../domain/target/target.ts';
import type { TargetsShown } from './targets-shown.ts';

const source =
  'Targets of agreements, as put, with the consents that the partners gave by their own decisions';

/** Targets, one row for each year of the version that binds, or of the one put last where none does. */
export const targetsDataset = (name: string, { targets, names }: TargetsShown): Dataset => ({
  name,
  source,
  columns: [
    { key: 'agreement', title: 'Agreement' },
    { key: 'number', title: 'Number' },
    { key: 'page', title: 'Page' },
    { key: 'outcome', title: 'Outcome' },
    { key: 'series', title: 'Series' },
    { key: 'area', title: 'Area' },
    { key: 'kind', title: 'Kind' },
    { key: 'illustrative', title: 'Illustrative' },
    { key: 'standing', title: 'Where it stands' },
    { key: 'says', title: 'In words' },
    { key: 'version', title: 'Version' },
    { key: 'inForceSince', title: 'In force since' },
    { key: 'lead', title: 'Lead body' },
    { key: 'partners', title: 'Partners it binds' },
    { key: 'baseline', title: 'Baseline' },
    { key: 'baselineFrom', title: 'Baseline from' },
    { key: 'baselineTo', title: 'Baseline to' },
    { key: 'baselineStatus', title: 'Status of the baseline' },
    { key: 'from', title: 'Year from' },
    { key: 'to', title: 'Year to' },
    { key: 'value', title: 'Target' },
    { key: 'floor', title: 'Floor' },
    { key: 'stretch', title: 'Stretch' },
    { key: 'without', title: 'Expected without the agreement' },
  ],
  rows: targets.flatMap(({ target, standing }) => {
    const version = standing.inForce?.version ?? standing.put?.version;
    if (version === undefined) return [];
    const { word, says } = sayTarget(standing, target, names.body);
    return version.values.map(({ period, value, floor, stretch }) => ({
      agreement: target.agreementId,
      number: target.number,
      page: targetPath(target),
      outcome: target.outcomeId ?? null,
      series: target.seriesId,
      area: target.areaId,
      kind: target.standing,
      illustrative: target.isIllustrative,
      standing: word,
      says,
      version: version.number,
      inForceSince: standing.inForce?.since ?? null,
      lead: version.leadBody,
      partners: version.partners.join(' '),
      baseline: version.baseline.value ?? null,
      baselineFrom: version.baseline.period.from,
      baselineTo: version.baseline.period.to,
      baselineStatus: version.baseline.status,
      from: period.from,
      to: period.to,
      value,
      floor: floor ?? null,
      stretch: stretch ?? null,
      without: version.without ?? null,
    }));
  }),
});
