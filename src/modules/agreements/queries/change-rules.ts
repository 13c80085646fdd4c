import { readData } from '#platform/config';
import { isoDate } from '#platform/kernel';
import { z } from 'zod';
import type { ChangeRule } from '../domain/target/may-change.ts';

const day = z
  .string()
  .optional()
  .transform((text, context) => {
    if (text === undefined) return undefined;
    const read = isoDate(text);
    if (!read.ok) context.addIssue({ code: 'custom', message: `${text} is not a day` });
    return read.ok ? read.value : z.NEVER;
  });

const file = z.object({
  changes: z.array(
    z.object({
      from: day,
      until: day,
      months: z.int().positive(),
      law: z.string().min(1),
      source: z.string().min(1),
      certainty: z.string().min(1),
    }),
  ),
});

let read: readonly ChangeRule[] | undefined;

/** How long targets stay as they are after approval, by the law of each time. Read once. */
export const changeRules = (): readonly ChangeRule[] =>
  (read ??= file.parse(readData('reference/local-area-agreements.json')).changes.map((rule) => ({
    ...rule,
    from: rule.from,
    until: rule.until,
  })));
