import { sql as raw, type RawBuilder } from 'kysely';
import type { AsOf } from '../domain/dated.ts';

/** The condition that a dated row, under this alias, was true on the day and known by the other. */
export function isTrueAsOf(alias: string, { on, knownOn }: AsOf): RawBuilder<boolean> {
  const column = (name: string) => raw.ref(`${alias}.${name}`);
  const known =
    knownOn === undefined
      ? raw<boolean>`${column('replaced_on')} is null`
      : raw<boolean>`${column('recorded_on')} <= ${knownOn}
          and (${column('replaced_on')} is null or ${column('replaced_on')} > ${knownOn})`;
  return raw<boolean>`(${column('valid_from')} is null or ${column('valid_from')} <= ${on})
    and (${column('valid_until')} is null or ${column('valid_until')} > ${on})
    and ${known}`;
}
