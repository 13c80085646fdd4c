import { formatDate, type IsoDate } from '#platform/kernel';
import type { NoticeGap } from '../gap.ts';
import type { GivenVersion } from '../given.ts';
import { citeNotice, type NoticeLaw } from '../ground.ts';
import type { NoticeContent } from '../notice.ts';

/** A notice is of a decision that is still to be taken on the day of its publication. */
export function dueGaps({ dueFrom }: NoticeContent, published: IsoDate): readonly NoticeGap[] {
  if (dueFrom >= published) return [];
  return [
    {
      item: 'due',
      field: 'due',
      regulation: 'A notice is of a decision that is still to be taken',
      says: `The decision cannot be due before the notice of it is published, on ${formatDate(published)}: enter that day or a later one, or publish the record of the decision instead`,
    },
  ];
}

/** A version is published after those before it, and not in the future. */
export function orderGaps(
  { publishedOn }: Pick<GivenVersion, 'publishedOn'>,
  before: GivenVersion | undefined,
  today: IsoDate,
): readonly NoticeGap[] {
  const gap = (says: string): NoticeGap => ({
    item: 'published',
    field: 'publishedOn',
    regulation: 'A notice is public from the day on which it can be read',
    says,
  });
  if (publishedOn > today) return [gap('The day on which it was published must be today or in the past')];
  if (before !== undefined && publishedOn < before.publishedOn)
    return [
      gap(`A change cannot have been published before what it changes, on ${formatDate(before.publishedOn)}`),
    ];
  return [];
}

/** What is said to have happened cannot lie in the future. */
export function futureGaps(
  { exception, urgency, privateMeeting }: NoticeContent,
  today: IsoDate,
  law: NoticeLaw | undefined,
): readonly NoticeGap[] {
  const gaps = (
    on: IsoDate | undefined,
    field: string,
    part: 'exception' | 'urgency',
    says: string,
  ): readonly NoticeGap[] =>
    on === undefined || on <= today || law === undefined
      ? []
      : [{ item: 'route', field, regulation: citeNotice(law, part), says }];
  const notYet = 'The day of the agreement must be today or in the past: publish once it has been given';
  return [
    ...gaps(
      exception?.scrutinyToldOn,
      'toldOn',
      'exception',
      'The day on which scrutiny was told must be today or in the past: publish once it has been told',
    ),
    ...gaps(urgency?.agreedOn, 'agreedOn', 'urgency', notYet),
    ...gaps(privateMeeting?.agreement?.agreedOn, 'privateAgreedOn', 'urgency', notYet),
  ];
}
