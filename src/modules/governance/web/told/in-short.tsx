import { formatDate, formatLondonTime } from '#platform/kernel';
import { Bullets, Heading, Link, Text } from '#platform/ui';
import { type DayAsked, onDay } from '#platform/web';
import type { ComponentChildren } from 'preact';
import { meetingPath } from '../../domain/meeting/meeting.ts';
import { noticePath } from '../../domain/notice/notice.ts';
import { proposalPath } from '../../domain/proposal/put-proposal.ts';
import type { InShort as Short } from '../../queries/in-short.ts';
import { DecisionsTable } from '../decisions/list/decisions-table.tsx';

type InShortProps = Readonly<{
  short: Short;
  /** Of whom it is told, as the caption of the table says it. */
  of: string;
  /** The ways on to whole lists. */
  more: readonly Readonly<{ href: string; text: string }>[];
  visit: DayAsked;
}>;

/** The latest decisions, and what is coming up, of one body or about one place. */
export const InShort = ({ short, of, more, visit }: InShortProps) => (
  <>
    <DecisionsTable
      caption={`Decided lately: ${of}`}
      captionHidden
      decisions={short.decisions}
      names={short.names}
      visit={visit}
      empty="No decision is recorded here by this day."
    />
    <Some title="Coming up" items={short.coming}>
      {(notice) => (
        <>
          <Link href={onDay(noticePath(notice), visit)}>{notice.title}</Link>, {notice.decisionMaker}, not
          before {formatDate(notice.dueFrom)}
          {notice.isKey && ', a key decision'}
        </>
      )}
    </Some>
    <Some title="Next meetings" items={short.meetings}>
      {({ meeting, committee, sitting }) => (
        <>
          <Link href={onDay(meetingPath(meeting), visit)}>{committee}</Link>,{' '}
          {sitting.at === undefined
            ? formatDate(sitting.on, { weekday: 'long' })
            : formatLondonTime({ date: sitting.on, time: sitting.at })}
        </>
      )}
    </Some>
    <Some title="Joint proposals" items={short.proposals}>
      {({ proposal, version }) => <Link href={onDay(proposalPath(proposal), visit)}>{version.title}</Link>}
    </Some>
    <Text>
      {more.map(({ href, text }, position) => (
        <>
          {position > 0 && ' · '}
          <Link href={onDay(href, visit)}>{text}</Link>
        </>
      ))}
    </Text>
  </>
);

type SomeProps<Item> = Readonly<{
  title: string;
  items: readonly Item[];
  children(item: Item): ComponentChildren;
}>;

/** A short list under its heading; nothing at all where there is none. */
const Some = <Item,>({ title, items, children }: SomeProps<Item>) =>
  items.length === 0 ? null : (
    <>
      <Heading size="s">{title}</Heading>
      <Bullets items={items.map(children)} />
    </>
  );
