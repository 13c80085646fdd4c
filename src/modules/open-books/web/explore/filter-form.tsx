import { Button, TextInput } from '#platform/ui';
import { Choice, namedOptions } from '#platform/web';
import type { BodyLine } from '#modules/register';
import { daysText, monthInWords, monthText, undated } from '../../domain/explore/month.ts';
import { datasets } from '../../domain/release/release.ts';
import { unnamed } from '../../domain/explore/unnamed.ts';
import { paymentsPath, type ViewAsked } from './asked-in.ts';

type Props = Readonly<{
  view: ViewAsked;
  /** The bodies that have published. */
  bodies: readonly Pick<BodyLine, 'id' | 'name'>[];
  /** What can be chosen among, most money first. */
  departments: readonly string[];
  categories: readonly string[];
}>;

/** The questions by which payments are narrowed down: a plain form, each answer part of the address. */
export function FilterForm({ view: { asked, by, unread = {} }, bodies, departments, categories }: Props) {
  const named = (names: readonly string[], chosen: string | undefined) => {
    const all = chosen === undefined || names.includes(chosen) ? names : [chosen, ...names];
    return all.map((name) =>
      name === '' ? { value: '~', text: 'Not stated' } : { value: name, text: name },
    );
  };
  const days = daysText(asked);
  const chosen = (text: string | undefined) => (text === '' ? '~' : text);
  return (
    <form method="get" action={paymentsPath} class="accord-section">
      <div class="accord-filter">
        <Choice
          name="dataset"
          label="Kind of payments"
          every={datasets.spending}
          chosen={asked.dataset === 'spending' ? undefined : asked.dataset}
          options={[{ value: 'procurement-card', text: datasets['procurement-card'] }]}
        />
        <Choice
          name="body"
          label="Council"
          every="Every council"
          chosen={asked.bodyId}
          options={namedOptions(bodies)}
        />
        {days !== undefined ? (
          <Choice
            name="days"
            label="Days"
            every="Every payment"
            chosen={days}
            options={[
              {
                value: days,
                text: days === 'none' ? 'Payments without a day' : monthInWords(asked.to ?? undated),
              },
            ]}
          />
        ) : (
          <>
            <Month
              name="from"
              label="From month"
              value={unread.from ?? (asked.from === undefined ? '' : monthText(asked.from))}
              wrong={unread.from}
            />
            <Month
              name="to"
              label="To month"
              value={unread.to ?? (asked.to === undefined ? '' : monthText(asked.to))}
              wrong={unread.to}
            />
          </>
        )}
        <Choice
          name="department"
          label="Department"
          every="Every department"
          chosen={chosen(asked.department)}
          options={named(departments, asked.department)}
        />
        <Choice
          name="purpose"
          label="Purpose"
          every="Every purpose"
          chosen={chosen(asked.category)}
          options={named(categories, asked.category)}
        />
        <TextInput
          id="words"
          name="words"
          label="Words in the purpose"
          value={asked.words ?? ''}
          class="govuk-input--width-10"
        />
        {asked.supplier === undefined || unnamed(asked.supplier) === undefined ? (
          <TextInput
            id="supplier"
            name="supplier"
            label="Paid to"
            value={asked.supplier ?? ''}
            class="govuk-input--width-20"
          />
        ) : (
          <Choice
            name="supplier"
            label="Paid to"
            every="Anybody"
            chosen={asked.supplier}
            options={[{ value: asked.supplier, text: unnamed(asked.supplier) ?? '' }]}
          />
        )}
        {asked.on !== undefined && <input type="hidden" name="on" value={asked.on} />}
        {by !== 'body' && <input type="hidden" name="by" value={by} />}
      </div>
      <Button variant="secondary">Show</Button>
    </form>
  );
}

/** A month in one box: browsers with a calendar of months show it. The server checks what comes. */
const Month = ({
  name,
  label,
  value,
  wrong,
}: Readonly<{ name: string; label: string; value: string; wrong: string | undefined }>) => (
  <TextInput
    id={name}
    {...(wrong !== undefined && { error: `“${wrong}” is no month. Write it like 2026-04` })}
    name={name}
    label={label}
    value={value}
    class="govuk-input--width-10"
    attributes={{ type: 'month', placeholder: '2026-04' }}
  />
);
