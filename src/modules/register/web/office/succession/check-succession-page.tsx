import type { Answers } from '#platform/http';
import { type Actor, formatDate, listInWords, plural } from '#platform/kernel';
import { Bullets, Heading, Link, Prose, SummaryList, Text, WarningText } from '#platform/ui';
import { endings } from '../../../domain/succession.ts';
import type { EndingToRecord, PointingAt } from '../../../queries/ending-to-record.ts';
import { CheckAnswers, officePage } from '#platform/web';
import type { EndingRead } from './succession-form.ts';

/** Spells out what follows from the end of a body before it is recorded. */
export const checkSuccessionPage = (
  actor: Actor,
  { pointing, places }: EndingToRecord,
  read: EndingRead,
  answers: Answers,
) =>
  officePage(actor, [{ text: 'Record the end of your body', href: `/bodies/${actor.bodyId}/succession` }], {
    title: 'Check what follows from this end',
    main: (
      <Prose>
        <CheckAnswers
          publish="Record this end"
          warning
          answers={answers}
          rows={[
            ['How it ends', endings[read.kind]],
            ['Its place is taken by', listInWords(read.named.map(({ name }) => name)) || 'Nobody'],
            ['First day on which it no longer exists', formatDate(read.on)],
            ['Order or decision', read.source],
            ['Why', read.reason],
          ]}
        >
          <Heading size="m">What follows</Heading>
          <Bullets items={consequences(actor, pointing, places, read)} />
          <WarningText>An end cannot be taken back here once it is recorded.</WarningText>
        </CheckAnswers>
      </Prose>
    ),
  });

function consequences(
  { bodyName }: Actor,
  pointing: PointingAt,
  places: EndingToRecord['places'],
  { kind, on, named }: EndingRead,
): readonly string[] {
  const day = formatDate(on);
  const successors = listInWords(named.map(({ name }) => name));
  const founded = named.filter(({ successor }) => 'name' in successor).map(({ name }) => name);
  const staying = `${pointsAt(pointing)} point at ${bodyName}. They stay`;
  const served = listInWords(places.map(({ name }) => name));
  return [
    named.length === 0
      ? `${staying}, with nobody in its place.`
      : `${staying}, and lead on to ${successors} from ${day}.`,
    `From ${day} nobody can act for ${bodyName} here. Until then everything goes on as now.`,
    ...(founded.length === 0
      ? []
      : [
          founded.length === 1
            ? `${founded[0]} enters the register on ${day} with one office, its monitoring officer, who can add the others.`
            : `${listInWords(founded)} enter the register on ${day}, each with one office, its monitoring officer, who can add the others.`,
        ]),
    ...(served === '' || kind === 'split'
      ? []
      : [
          kind === 'merge'
            ? `${successors} serves ${served} from ${day}.`
            : `From ${day} the register names nobody in its place who serves ${served}.`,
        ]),
    'Rules are not passed on: each body that takes its place publishes its own.',
  ];
}

function pointsAt({ offices, rules, heldFor, entries, moreEntries }: PointingAt): string {
  const counts = [
    plural(offices, 'office'),
    plural(rules, 'version of its rules', 'versions of its rules'),
    ...(heldFor === 0 ? [] : [plural(heldFor, 'seat held for it', 'seats held for it')]),
    `${moreEntries ? 'more than ' : ''}${plural(entries, 'record entry', 'record entries')}`,
  ];
  return listInWords(counts);
}

/** What is recorded of the end already, and what is still to be done. */
export const recordedSuccessionPage = (actor: Actor, { recorded, others, body }: EndingToRecord) => {
  const [first] = recorded;
  const names = recorded.flatMap(({ successor }) =>
    successor === undefined ? [] : [others.find(({ id }) => id === successor)?.name ?? successor],
  );
  return officePage(actor, [], {
    title: 'The end of your body is recorded',
    main: (
      <Prose>
        <SummaryList
          rows={[
            {
              key: 'First day on which it no longer exists',
              value: body.ended === undefined ? '' : formatDate(body.ended),
            },
            { key: 'Its place is taken by', value: listInWords(names) || 'Nobody' },
            { key: 'Order or decision', value: first?.source ?? '' },
            { key: 'Why', value: first?.reason ?? '' },
          ]}
        />
        <Heading size="m">What happens next</Heading>
        <Bullets
          items={[
            'Until that day your body acts here as before.',
            'Every other body that ends with it records its own end.',
            'From that day its page stays and leads on to whatever takes its place.',
          ]}
        />
        <Text>
          <Link href={`/bodies/${actor.bodyId}`}>See the page that the public sees</Link>
        </Text>
      </Prose>
    ),
  });
};
