import type { Visit } from '#platform/http';
import { Pagination } from '#platform/ui';
import { onDay } from '#platform/web';
import type { PlanAsked } from '../../../queries/forward-plan.ts';
import type { NoticeLine } from '../../../queries/notices-open.ts';
import { filtersOf, planPath } from './read-asked.ts';

const linesOnAPage = 100;

/** One page of a long plan: the soonest are on the first. */
export function pageOf(lines: readonly NoticeLine[], asked = '1') {
  const of = Math.max(1, Math.ceil(lines.length / linesOnAPage));
  const number = /^\d{1,4}$/u.test(asked) ? Number(asked) : 1;
  const at = Math.min(Math.max(1, number), of);
  return { shown: lines.slice((at - 1) * linesOnAPage, at * linesOnAPage), at, of };
}

/** The way from page to page of a long plan. */
export function PlanPages({
  asked,
  visit,
  at,
  of,
}: Readonly<{ asked: PlanAsked; visit: Visit; at: number; of: number }>) {
  const href = (number: number) => {
    const query = new URLSearchParams(filtersOf(asked));
    query.set('page', String(number));
    return onDay(`${planPath(asked.bodyId)}?${query.toString()}`, visit);
  };
  return (
    <Pagination
      label="The pages of the plan"
      previous={at > 1 ? { href: href(at - 1) } : undefined}
      next={at < of ? { href: href(at + 1) } : undefined}
      items={Array.from({ length: of }, (_, index) => ({
        number: index + 1,
        href: href(index + 1),
        current: index + 1 === at,
      }))}
    />
  );
}
