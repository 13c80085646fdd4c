import { formatDate } from '#platform/kernel';
import { type Entry, publicEntry } from '#platform/record';
import { agreementPath } from '../../domain/agreement/agreement.ts';
import { outcomePath } from '../../domain/framework/framework.ts';
import type { Series } from '../../domain/series/series.ts';
import {
  type Target,
  type TargetAnswer,
  targetPath,
  type TargetVersion,
} from '../../domain/target/target.ts';

/** The pages a target belongs to, so that whoever follows them hears of it. */
const thingsOf = ({ agreementId, outcomeId, seriesId }: Target): readonly string[] => [
  agreementPath({ id: agreementId }),
  ...(outcomeId === undefined ? [] : [outcomePath({ id: outcomeId })]),
  `/series/${seriesId}`,
];

/** What the record keeps of a version that was put. */
export const versionEntry = (
  target: Target,
  version: TargetVersion,
  { title }: Pick<Series, 'title'>,
): Entry =>
  publicEntry({
    act: version.number === 1 ? 'agreements.target.put' : 'agreements.target.amended',
    subject: targetPath(target),
    summary: `${version.number === 1 ? 'Target put' : `Version ${version.number} of a target put`}: ${title}`,
    facts: {
      target: target.id,
      ...(target.partOf === undefined ? {} : { partOf: target.partOf }),
      version: version.number,
      lead: version.leadBody,
      partners: [...version.partners],
      baseline: version.baseline.value ?? null,
      values: version.values.map(({ period, value, floor, stretch }) => ({
        from: period.from,
        to: period.to,
        value,
        floor: floor ?? null,
        stretch: stretch ?? null,
      })),
      reason: version.reason,
      source: version.source,
    },
    about: {
      bodies: [...new Set([version.byBody, version.leadBody, ...version.partners])],
      places: [target.areaId],
      things: thingsOf(target),
    },
  });

const verbs: Readonly<Record<TargetAnswer['answer'], string>> = {
  consents: 'consented to',
  refuses: 'refused',
  withdraws: 'withdrew its consent to',
};

/** What the record keeps of a partner’s answer; `decision` is the page of the decision it points at. */
export const answerEntry = (
  target: Target,
  answer: TargetAnswer,
  names: Readonly<{ body: string; series: string; decision: string | undefined }>,
): Entry =>
  publicEntry({
    act: `agreements.target.${answer.answer}`,
    subject: targetPath(target),
    summary: `${names.body} ${verbs[answer.answer]} version ${answer.version} of the target on ${formatDate(answer.on)}: ${names.series}`,
    ...(names.decision === undefined ? {} : { decision: names.decision }),
    facts: {
      target: target.id,
      version: answer.version,
      body: answer.bodyId,
      answer: answer.answer,
      clause: answer.clause ?? null,
      on: answer.on,
      says: answer.says,
      source: answer.source,
    },
    about: {
      bodies: [answer.bodyId],
      places: [target.areaId],
      things: [...thingsOf(target), ...(names.decision === undefined ? [] : [names.decision])],
    },
  });
