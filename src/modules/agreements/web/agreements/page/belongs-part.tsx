import type { ComponentChildren } from 'preact';
import { Link, SummaryList } from '#platform/ui';
import { onDay } from '#platform/web';
import { type Agreement, agreementPath } from '../../../domain/agreement/agreement.ts';
import { frameworkPath } from '../../../domain/framework/framework.ts';
import { termInWords } from '../term.ts';
import type { PartProps } from './part-props.ts';

/** Its term, what it renews and what renewed it, what it is part of. */
export function BelongsPart({ shown, visit }: PartProps) {
  const { agreement, version, parent, whole, renewedBy, framework, place } = shown;
  const linkTo = (to: Agreement) => (
    <Link href={onDay(agreementPath(to), visit)}>{(to.versions.at(-1) ?? to.versions[0]).title}</Link>
  );
  const rows: readonly (readonly [string, ComponentChildren] | undefined)[] = [
    ['Term', termInWords(version.term)],
    whole === undefined ? undefined : ['Chapter of', linkTo(whole)],
    place === undefined
      ? undefined
      : ['Place', <Link href={onDay(`/places/${agreement.placeId ?? ''}`, visit)}>{place}</Link>],
    parent === undefined ? undefined : ['Renews', linkTo(parent)],
    renewedBy.length === 0 ? undefined : ['Renewed by', renewedBy.map((each) => <>{linkTo(each)} </>)],
    framework === undefined
      ? undefined
      : ['Outcomes from', <Link href={onDay(frameworkPath(framework), visit)}>{framework.title}</Link>],
    agreement.mostDesignated === undefined
      ? undefined
      : ['Targets government may designate', `At most ${agreement.mostDesignated}`],
  ];
  return (
    <SummaryList
      rows={rows
        .filter((row) => row !== undefined)
        .map(([key, value]) => ({ key, value: { children: value } }))}
    />
  );
}
