import type { Answers, FieldErrors } from '#platform/http';
import { type Actor, formatDate, type IsoDate } from '#platform/kernel';
import {
  Bullets,
  Button,
  DateField,
  Form,
  FormErrorSummary,
  Heading,
  InsetText,
  Link,
  Prose,
  Text,
  TextField,
  WarningText,
} from '#platform/ui';
import { namesAround } from '../../../domain/body.ts';
import type { NameToChange } from '../../../queries/name-to-change.ts';
import { CheckAnswers, officePage } from '#platform/web';
import { laterNames, type NameRead } from './name-form.ts';

const title = 'Record a new name';

/** Asks for a body's new name, and says which names it has already. */
export function namePage(
  actor: Actor,
  found: NameToChange,
  today: IsoDate,
  answers: Answers,
  errors: FieldErrors,
) {
  const field = { answers, errors };
  return officePage(actor, [], {
    title,
    errors,
    main: (
      <Prose>
        <FormErrorSummary errors={errors} />
        <Text>
          For a body that stays the same and is called something else. If it ends and another takes its place,{' '}
          <Link href={`/bodies/${actor.bodyId}/succession`}>record its end</Link> instead.
        </Text>
        <InsetText>
          Today it is called {actor.bodyName}.
          {laterNames(found, today).map(
            ({ name, from }) => ` From ${formatDate(from)} it is called ${name}.`,
          )}
        </InsetText>
        <Form>
          <TextField
            name="name"
            label="New name"
            hint="In full, as it is to stand on papers and pages."
            {...field}
          />
          <DateField
            name="from"
            legend="First day on which it is used"
            hint="For example, 1 4 2027. Before that day the earlier name is shown."
            {...field}
          />
          <TextField
            name="source"
            label="Where is it decided?"
            hint="For example, Full Council, 15 July 2026, minute 12. A district does it under the Local Government Act 1972, section 74."
            {...field}
          />
          <Button>See what follows from it</Button>
        </Form>
      </Prose>
    ),
  });
}

/** Spells out what follows from a new name, and hands on which name the officer saw it replace. */
export function checkNamePage(
  actor: Actor,
  found: NameToChange,
  today: IsoDate,
  read: NameRead,
  answers: Answers,
) {
  const before = namesAround(found.names, actor.bodyId, read.from).current?.name ?? '';
  return officePage(actor, [{ text: title, href: `/bodies/${actor.bodyId}/name` }], {
    title: 'Check what follows from this name',
    main: (
      <Prose>
        <CheckAnswers
          publish="Record this name"
          answers={{ ...answers, seen: before }}
          rows={[
            ['Name until then', before],
            ['New name', read.name],
            ['First day on which it is used', formatDate(read.from)],
            ['Where it is decided', read.source],
          ]}
        >
          <Heading size="m">What follows</Heading>
          <Bullets items={consequences(found, today, read, before)} />
          <WarningText>
            A name cannot be taken back here once it is recorded. Another can follow it from a later day.
          </WarningText>
        </CheckAnswers>
      </Prose>
    ),
  });
}

function consequences(
  found: NameToChange,
  today: IsoDate,
  { name, from }: NameRead,
  before: string,
): readonly string[] {
  const day = formatDate(from);
  const [next] = laterNames(found, from);
  return [
    `From ${day} its pages, lists and seats in other bodies say ${name}.${from <= today ? ' That day has come, so they say it at once.' : ''}`,
    ...(before === ''
      ? []
      : [
          `Pages of days before ${day} go on saying ${before}, and a search for ${before} goes on finding it.`,
        ]),
    'Its address stays. Old pages, links and entries of the record keep leading here, and entries keep the words they were written in.',
    'Its offices, rules, seats and places stay as they are: it is the same body.',
    ...(next === undefined
      ? []
      : [`From ${formatDate(next.from)} it is called ${next.name}, as recorded before.`]),
    'The public record gains an entry in the name of your office.',
  ];
}
