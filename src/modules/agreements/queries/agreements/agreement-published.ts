import type { Sql } from '#platform/db';
import type { IsoDate } from '#platform/kernel';
import { everyBody } from '#modules/register';
import type { Agreement, AgreementVersion } from '../../domain/agreement/agreement.ts';
import { findAgreement } from '../../store/agreements.ts';
import { type ComparedTarget, comparedTargets } from './compared-targets.ts';

/** An agreement with the versions published by a day, and what bodies were called then. */
export type PublishedAgreement = Readonly<{
  agreement: Agreement;
  versions: readonly AgreementVersion[];
  nameOf(bodyId: string): string;
}>;

/** Undefined where there is none, or none was published by the day. */
export async function publishedAgreement(
  sql: Sql,
  id: string,
  on: IsoDate,
): Promise<PublishedAgreement | undefined> {
  const [agreement, lines] = await Promise.all([findAgreement(sql, id), everyBody(sql, { on })]);
  const versions = agreement?.versions.filter(({ published }) => published.on <= on) ?? [];
  if (agreement === undefined || versions.length === 0) return undefined;
  const names = new Map(lines.map((line) => [line.id, line.name]));
  return { agreement, versions, nameOf: (bodyId) => names.get(bodyId) ?? bodyId };
}

/**
 * Two versions to be held side by side, with the targets of each; where none are asked for, the last and the one before it. Undefined
 * where there is no such version.
 */
export async function versionsCompared(
  sql: Sql,
  id: string,
  asked: Readonly<Record<string, string | undefined>>,
  on: IsoDate,
): Promise<
  | (Omit<PublishedAgreement, 'versions'> &
      Readonly<{ from: AgreementVersion; to: AgreementVersion; targets: readonly ComparedTarget[] }>)
  | undefined
> {
  const known = await publishedAgreement(sql, id, on);
  if (known === undefined) return undefined;
  const { agreement, versions, nameOf } = known;
  const numbered = (number: string | undefined, otherwise: number) =>
    versions.find((version) => String(version.number) === (number ?? String(otherwise)));
  const last = versions.at(-1)?.number ?? 1;
  const [from, to] = [numbered(asked['from'], Math.max(1, last - 1)), numbered(asked['to'], last)];
  if (from === undefined || to === undefined) return undefined;
  return { agreement, nameOf, from, to, targets: await comparedTargets(sql, agreement, from, to) };
}
