import { type Actor, formatDate, type IsoDate } from '#platform/kernel';
import { Button, type Column, DataTable, Link, Prose, Text, Unseen } from '#platform/ui';
import type { Closure } from '../../../domain/closure.ts';
import { officePage } from '#platform/web';

/** The days a body's own clocks skip besides weekends and bank holidays. */
export const closuresPage = (actor: Actor, closures: readonly Closure[], today: IsoDate) => {
  const path = `/bodies/${actor.bodyId}/closures`;
  const toCome = closures.filter(({ day }) => day >= today).toReversed();
  const past = closures.filter(({ day }) => day < today);
  return officePage(actor, [], {
    title: 'Days your offices are closed',
    main: (
      <Prose>
        <Text>
          A day on this list is not counted as a working day in your body’s own notice and call-in periods,
          just as weekends and bank holidays are not. Readers see it named wherever a date is worked out.
        </Text>
        <Button href={`${path}/add`}>Add a day</Button>
        <DataTable
          caption="To come"
          rows={toCome}
          columns={[...columns, { title: 'What you can do', cell: ({ day }) => withdrawal(path, day) }]}
          empty="None is entered. Most councils close for some days between Christmas and New Year."
          narrow="stack"
        />
        {past.length > 0 && (
          <DataTable caption="Past" rows={past} columns={columns} empty="" narrow="stack" />
        )}
      </Prose>
    ),
  });
};

const columns: readonly Column<Closure>[] = [
  { title: 'Day', cell: ({ day }) => formatDate(day, { weekday: 'short' }) },
  { title: 'Why', cell: ({ reason }) => reason },
  { title: 'Source', cell: ({ source }) => source },
];

const withdrawal = (path: string, day: IsoDate) => (
  <Link href={`${path}/${day}/withdraw`}>
    Withdraw<Unseen> {formatDate(day)}</Unseen>
  </Link>
);
