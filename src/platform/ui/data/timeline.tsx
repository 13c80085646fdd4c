import { type ComponentChildren, h, type VNode } from 'preact';

export type TimelineEvent = Readonly<{
  /** `2008-07-09`, for machines. */
  on: string;
  /** "9 July 2008", for people. */
  onInWords: string;
  title: ComponentChildren;
  children?: ComponentChildren;
}>;

export type TimelineProps = Readonly<{
  events: readonly TimelineEvent[];
  headingLevel?: 2 | 3 | 4 | undefined;
}>;

/** What happened, in its order. */
export const Timeline = ({ events, headingLevel = 3 }: TimelineProps): VNode => (
  <ol class="accord-timeline">
    {events.map(({ on, onInWords, title, children }) => (
      <li class="accord-timeline__event">
        {h(`h${headingLevel}`, { class: 'accord-timeline__title' }, title)}
        <time class="accord-timeline__date" dateTime={on}>
          {onInWords}
        </time>
        {children !== undefined && <div class="accord-timeline__text">{children}</div>}
      </li>
    ))}
  </ol>
);
