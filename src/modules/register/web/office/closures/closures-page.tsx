import type { Actor, IsoDate } from '#platform/kernel';
import { formatDate } from '#platform/kernel';
import { Button, Table } from '#platform/ui';
import type { Closure } from '../../../domain/closure.ts';
import { officePage } from '../parts/office-page.ts';
import { Heading, Prose, Text, Unseen } from '../parts/prose.tsx';

const weekday = { weekday: 'short' } as const;

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
        <Heading>To come</Heading>
        {toCome.length === 0 ? (
          <Text>None is entered. Most councils close for some days between Christmas and New Year.</Text>
        ) : (
          <Table
            head={[
              { children: 'Day' },
              { children: 'Why' },
              { children: 'Source' },
              { children: unseenHead },
            ]}
            firstCellIsHeader
            rows={toCome.map(({ day, reason, source }) => [
              { children: formatDate(day, weekday) },
              { children: reason },
              { children: source },
              {
                children: (
                  <a class="govuk-link" href={`${path}/${day}/withdraw`}>
                    Withdraw<Unseen>{formatDate(day)}</Unseen>
                  </a>
                ),
              },
            ])}
          />
        )}
        {past.length > 0 && (
          <>
            <Heading>Past</Heading>
            <Table
              head={[{ children: 'Day' }, { children: 'Why' }, { children: 'Source' }]}
              firstCellIsHeader
              rows={past.map(({ day, reason, source }) => [
                { children: formatDate(day, weekday) },
                { children: reason },
                { children: source },
              ])}
            />
          </>
        )}
      </Prose>
    ),
  });
};

const unseenHead = <span class="govuk-visually-hidden">What you can do</span>;
