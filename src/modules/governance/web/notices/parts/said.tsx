import { SummaryList } from '#platform/ui';
import type { PlaceLine } from '#modules/register';
import type { NoticeRow } from '../../../domain/notice/in-words.ts';

/** What a notice says of one thing, each line of it on its own. */
export const Lines = ({ text }: Readonly<{ text: string }>) => {
  const lines = text.split('\n').filter((each) => each !== '');
  if (lines.length < 2) return <>{text}</>;
  return (
    <ul class="govuk-list accord-typed">
      {lines.map((each) => (
        <li>{each}</li>
      ))}
    </ul>
  );
};

/** Everything a version says; what it says nothing of is left out. */
export const Said = ({ rows }: Readonly<{ rows: readonly NoticeRow[] }>) => (
  <SummaryList
    class="accord-typed"
    rows={rows
      .filter(({ value }) => value !== '')
      .map(({ name, value }) => ({ key: name, value: { children: <Lines text={value} /> } }))}
  />
);

/** Names a place of the register by its id; the id itself where it has none. */
export function placeNames(places: readonly PlaceLine[]): (id: string) => string {
  const names = new Map(places.map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? id;
}
