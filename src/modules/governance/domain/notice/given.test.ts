import fc from 'fast-check';
import { addDays, date } from '#platform/kernel';
import { describe, expect, test } from 'vitest';
import { england } from '../../../../../tests/support/england-calendar.ts';
import { type GivenVersion, noNotices, noticesFrom, privateNoticesFrom } from './given.ts';
import { aContent } from './notice.testing.ts';

const counting = { calendar: england, cutOff: undefined };
const meeting = { reasons: 'Bids', representations: undefined, response: undefined, agreement: undefined };

const versions = fc
  .array(
    fc.record({
      isKey: fc.boolean(),
      isPrivate: fc.boolean(),
      countsAnew: fc.boolean(),
      change: fc.constantFrom('changed', 'postponed', 'private-again', 'withdrawn'),
      gap: fc.nat(20),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((drawn) => {
    let on = date('2025-01-06');
    return drawn.map(({ isKey, isPrivate, countsAnew, change, gap }, index): GivenVersion => {
      on = addDays(on, gap);
      return {
        publishedOn: on,
        publishedTime: undefined,
        change: index === 0 ? 'first' : change,
        countsAnew: index === 0 || countsAnew,
        content: { ...aContent, isKey, privateMeeting: isPrivate ? meeting : undefined },
      };
    });
  });

/** Walked forwards, where the code walks backwards: when did what counts now begin? */
function began(all: readonly GivenVersion[], isTrue: (version: GivenVersion) => boolean) {
  let since: string | undefined;
  for (const version of all) {
    if (!isTrue(version)) since = undefined;
    else if (since === undefined || version.countsAnew) since = version.publishedOn;
  }
  return since;
}

describe('what notice the versions of a notice gave', () => {
  test('is counted from where its last unbroken run of the same matter began', () => {
    fc.assert(
      fc.property(versions, (all) => {
        const found = noticesFrom(all, counting);
        const expected =
          all.at(-1)?.change === 'withdrawn' ? undefined : began(all, ({ content }) => content.isKey);
        expect(found.noticePublishedOn).toBe(expected);
        expect(privateNoticesFrom(all, counting).first).toBe(
          began(all, ({ content }) => content.privateMeeting !== undefined),
        );
      }),
      { numRuns: 500 },
    );
  });

  test('is none where there is none', () => {
    expect(noticesFrom([], counting)).toEqual(noNotices);
  });
});
