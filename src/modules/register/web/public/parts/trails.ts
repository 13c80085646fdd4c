import type { Breadcrumb, Visit } from '#platform/http';
import type { BodyLine } from '../../../queries/bodies.ts';
import { home, onDay } from '#platform/web';

/** Home, Councils and bodies, this body; and further steps of pages about it. */
export function bodyTrail(
  body: BodyLine,
  visit: Visit,
  ...steps: readonly Breadcrumb[]
): readonly Breadcrumb[] {
  const trail = [home, { text: 'Councils and bodies', href: onDay('/bodies', visit) }];
  if (steps.length === 0) return [...trail, { text: body.name }];
  return [...trail, { text: body.name, href: onDay(`/bodies/${body.id}`, visit) }, ...steps];
}
