import { createHash } from 'node:crypto';
import { afterEach, describe, expect, it, vi } from 'vitest';

/** Where a server, or the laptop of an officer, may think it is. */
const zones = [
  'UTC',
  'Europe/London',
  'America/Los_Angeles',
  'Asia/Kolkata',
  'Pacific/Kiritimati',
  'Pacific/Niue',
];

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('under any time zone of the machine', () => {
  it('every date comes out the same, through the days when the clocks change, leap day and year end', async () => {
    const digests = new Set<string>();
    for (const zone of zones) digests.add(await under(zone, everything));
    expect(digests.size).toBe(1);
  });

  it('the naive reckoning does not, so the zones are truly in force', async () => {
    const digests = new Set<string>();
    for (const zone of zones) digests.add(await under(zone, naively));
    expect(digests.size).toBeGreaterThan(1);
  });
});

/** The work done with modules loaded afresh in the zone, as one digest. */
async function under(zone: string, work: () => Promise<readonly string[]>): Promise<string> {
  vi.stubEnv('TZ', zone);
  vi.resetModules();
  return createHash('sha256')
    .update((await work()).join('\n'))
    .digest('hex');
}

async function everything(): Promise<readonly string[]> {
  const kernel = await import('../index.ts');
  const { england } = await import('../../../../tests/support/england-calendar.ts');
  const dates = [
    ...kernel.dayRange(kernel.date('2008-02-27'), kernel.date('2008-04-02')),
    ...kernel.dayRange(kernel.date('2026-03-25'), kernel.date('2026-04-07')),
    ...kernel.dayRange(kernel.date('2026-10-20'), kernel.date('2026-11-02')),
    ...kernel.dayRange(kernel.date('2026-12-18'), kernel.date('2027-01-04')),
  ];
  const window = {
    windowWorkingDays: 5,
    closeTime: kernel.time('17:00'),
    effective: 'startOfNextCalendarDay',
  } as const;
  return dates.flatMap((on) => {
    const deadline = kernel.callInDeadline(england, { ...window, publication: on });
    return [
      kernel.formatDate(on, { weekday: 'long' }),
      kernel.financialYear(on),
      kernel.addMonths(on, 1),
      kernel.explain(kernel.earliestEvent(england, on, 5, 'working').explanation),
      kernel.explain(kernel.latestNotice(england, on, 28, 'calendar').explanation),
      kernel.formatLondonTime(deadline),
      String(kernel.instantInLondon(deadline).getTime()),
      ...[0, 1, 2, 23].map((hour) =>
        JSON.stringify(kernel.londonTime(new Date(`${on}T0${hour % 10}:30:00Z`))),
      ),
    ];
  });
}

async function naively(): Promise<readonly string[]> {
  return [new Date(2026, 2, 29).toISOString().slice(0, 10)];
}
