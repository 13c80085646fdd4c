import { type Entry, publicEntry } from '#platform/record';
import { type Framework, frameworkPath } from '../domain/framework/framework.ts';

/** What the record keeps of a framework that was published. */
export const frameworkEntry = (
  framework: Framework,
  holds: Readonly<{ outcomes: number; indicators: number; series: number }>,
): Entry =>
  publicEntry({
    act: 'agreements.framework.published',
    subject: frameworkPath(framework),
    summary: `Framework published: ${framework.title}`,
    facts: { frameworkId: framework.id, kind: framework.kind, source: framework.source, ...holds },
    about: { bodies: framework.bodyId === undefined ? [] : [framework.bodyId] },
  });
