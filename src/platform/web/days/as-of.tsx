import type { Visit } from '#platform/http';
import { Button, Details, InsetText } from '#platform/ui';
import { Day } from './dates.tsx';
import { DayField } from './day-field.tsx';

export type DayAsked = Pick<Visit, 'on' | 'today' | 'path'>;

/** A path that keeps the reader on the day being looked at: nothing is added when that is today. */
export function onDay(path: string, { on, today }: Pick<Visit, 'on' | 'today'>): string {
  if (on === today) return path;
  const [before, query] = path.split('?');
  const others = new URLSearchParams(query);
  others.set('on', on);
  return `${before}?${others.toString()}`;
}

/** Says first that the page shows another day than today, and how to get back. */
export function AsOf({ visit }: Readonly<{ visit: DayAsked }>) {
  const { on, today, path } = visit;
  if (on === today) return null;
  return (
    <InsetText class="accord-as-of">
      {on < today ? 'As it stood on ' : 'As it will stand, from what is recorded now, on '}
      <strong>
        <Day on={on} />
      </strong>
      .{' '}
      <a class="govuk-link" href={withoutDay(path)}>
        See today
      </a>
    </InsetText>
  );
}

/** Lets a reader ask for any day. Works as a plain form; `on` is checked by the server. */
export function AnotherDay({ visit }: Readonly<{ visit: DayAsked }>) {
  const { on, path } = visit;
  const [action = '', query] = path.split('?');
  const others = [...new URLSearchParams(query)].filter(([name]) => name !== 'on');
  return (
    <Details summary="See this page on another day" class="accord-another-day">
      <form method="get" action={action}>
        {others.map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <DayField
          id="another-day"
          on={on}
          hint="For example 9 July 2008. Where your browser has no calendar, write it 2008-07-09."
        />
        <Button variant="secondary">Show that day</Button>
      </form>
    </Details>
  );
}

function withoutDay(path: string): string {
  const [before = '/', query] = path.split('?');
  const others = new URLSearchParams(query);
  others.delete('on');
  return others.size === 0 ? before : `${before}?${others.toString()}`;
}
