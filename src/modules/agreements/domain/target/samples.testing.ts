import { date } from '#platform/kernel';
import type { NewVersion } from './version-faults.ts';

/** Three years of affordable homes that four councils set out to build, unless it says otherwise. */
export const newVersion = (given: Partial<NewVersion> = {}): NewVersion => ({
  leadBody: 'kent-county-council',
  baseline: {
    value: '800',
    period: { from: date('2024-04-01'), to: date('2025-03-31') },
    status: 'final',
    by: undefined,
  },
  without: undefined,
  values: [2026, 2027, 2028].map((year, index) => ({
    period: { from: date(`${year}-04-01`), to: date(`${year + 1}-03-31`) },
    value: String(900 + index * 100),
    floor: undefined,
    stretch: undefined,
  })),
  partners: ['kent-county-council', 'ashford', 'dover', 'swale'],
  reason: '',
  source: 'Paper of the four councils',
  certainty: 'confirmed',
  ...given,
});
