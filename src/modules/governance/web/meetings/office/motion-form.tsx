import type { FieldErrors, OfficeVisit } from '#platform/http';
import { never, ok, plural, refuse } from '#platform/kernel';
import type { Services } from '#platform/module';
import { InsetText, Text } from '#platform/ui';
import {
  motionsSeen,
  recordMotion,
  type RecordMotionRefusal,
} from '../../../actions/meetings/record-motion.ts';
import { presentAt } from '../../../domain/meeting/attendance.ts';
import { choices } from '../../../domain/meeting/count-votes.ts';
import { judgeMotion, type MotionRefusal } from '../../../domain/meeting/judge-motion.ts';
import { motionActs, ways } from '../../../domain/meeting/motion.ts';
import { mayRunMeetings } from '../../../permissions.ts';
import { sayQuorum } from '../public/attendance-view.tsx';
import { officeForm } from '../forms/office-form.tsx';
import { sayOutcome } from '../words.ts';
import { explainShared, isShared } from './explain.ts';
import { itemDesk, type ItemFound, itemFound, itemSteps, noSuchItem, numbered } from './found.ts';
import { MotionFields } from './motion-fields.tsx';
import { motionAnswers, type MotionRead, motionSchema } from './motion-read.ts';
import { changedMeanwhile, isStaleForm, Seen } from './seen.tsx';

const at = '/office/:body/meetings/:meeting/items/:item/motions';

/** Recording a motion and its votes, and entering one anew. */
export const motionForms = (services: Services) => [
  ...motionForm(services, `${at}/add`, (visit) => itemFound(services, visit)),
  ...motionForm(services, `${at}/:motion`, async (visit) => {
    const found = await itemFound(services, visit);
    return ownMotion(found, visit.params['motion']) === undefined ? undefined : found;
  }),
];

function motionForm(
  services: Services,
  path: string,
  find: (visit: OfficeVisit) => Promise<ItemFound | undefined>,
) {
  return officeForm(services, {
    path,
    may: mayRunMeetings,
    find: async (visit) => {
      const found = await find(visit);
      if (found === undefined) return undefined;
      const { shown, line } = found;
      const people = shown.attendance?.people ?? [];
      const left = new Set(
        line.declarations.filter(({ leftRoom }) => leftRoom).map(({ officeId }) => officeId),
      );
      const present = presentAt(people, line.item.number, left);
      const away = shown.working.rules.proxies
        ? people.filter(
            ({ presence, officeId }) =>
              presence !== 'present' &&
              !left.has(officeId) &&
              // Whoever stands in for a member has the member’s vote.
              !present.some(({ substituteFor }) => substituteFor === officeId),
          )
        : [];
      return {
        ...found,
        people,
        present,
        room: { present, members: people, leftWithInterest: left },
        voters: [...present, ...away].filter(({ votes }) => votes),
        seen: motionsSeen(line.motions.map(({ motion }) => motion)),
        motion: ownMotion(found, visit.params['motion']),
      };
    },
    missing: noSuchItem,
    title: ({ motion }) => (motion === undefined ? 'Record a motion' : 'Enter this motion anew'),
    caption: ({ line }) => numbered(line),
    steps: itemSteps,
    first: ({ motion }) =>
      motion === undefined ? { needs: 'majority', casting: 'none' } : motionAnswers(motion),
    read: ({ people }) => ({ schema: motionSchema(people) }),
    foresee: ({ seen, room, shown }, read) => {
      if (isStaleForm({ seen: String(read.seen) }, seen)) return { form: changedMeanwhile };
      const judged = judgeMotion(read.put, room, shown.working.rules);
      return judged.ok ? undefined : explainMotion(judged.error, shown.working.rules.mayVoteSource);
    },
    before: ({ present, line, seen }, { answers }) => (
      <>
        <Text>{sayQuorum(line.quorum)}</Text>
        {present.length === 0 && <Text>Record first who was there.</Text>}
        {isStaleForm(answers, seen) && (
          <InsetText>
            {changedMeanwhile}.{' '}
            {line.motions.map(({ motion, outcome }) => `${motion.text} ${sayOutcome(outcome)}`).join(' ')}
          </InsetText>
        )}
      </>
    ),
    fields: ({ present, voters, shown, seen, motion }, field) => (
      <>
        <Seen current={seen} />
        <MotionFields
          present={present}
          voters={voters}
          working={shown.working}
          anew={motion !== undefined}
          {...field}
        />
      </>
    ),
    rows: ({ people, room, shown }, read) => {
      const judged = judgeMotion(read.put, room, shown.working.rules);
      const titleOf = (id: string | undefined) =>
        people.find(({ officeId }) => officeId === id)?.officeTitle ?? id ?? '';
      return [
        ['It', motionActs[read.put.act].toLowerCase()],
        ['Text', read.put.text],
        ['Moved by', titleOf(read.put.movedBy)],
        ['Seconded by', titleOf(read.put.secondedBy)],
        ['How', ways[read.put.way]],
        [
          read.put.way === 'consensus' ? 'Dissent' : 'Votes',
          read.put.votes
            .map(
              ({ officeTitle, choice, castBy, says }) =>
                `${officeTitle}: ${choice === 'dissents' ? 'dissents' : choices[choice]}${castBy === undefined ? '' : `, cast by ${titleOf(castBy)}`}${says === '' ? '' : ` (“${says}”)`}`,
            )
            .join('; '),
        ],
        ['Outcome, as the votes have it', judged.ok ? sayOutcome(judged.value.outcome) : ''],
        ...(read.reason === '' ? [] : [['Why anew', read.reason] as const]),
      ];
    },
    publish: 'Publish this',
    act: async ({ shown, line, motion }, { put, reason, seen }: MotionRead, { actor }, options) => {
      const asked = { itemId: line.item.id, put, motionId: motion?.id, reason, seen };
      const done = await recordMotion(services, actor, shown.meeting.id, asked, options);
      if (!done.ok) return refuse(explain(done.error, shown.working.rules.mayVoteSource));
      return ok({ to: itemDesk(shown, line), notice: 'The motion and its votes are recorded.' });
    },
  });
}

const ownMotion = (found: ItemFound | undefined, key: string | undefined) =>
  found?.line.motions.find(({ motion }) => motion.id.slice(motion.itemId.length + 1) === key)?.motion;

function explain(refusal: RecordMotionRefusal, source: string): FieldErrors {
  if (typeof refusal === 'object' && 'stale' in refusal) return { form: changedMeanwhile };
  if (isShared(refusal)) return explainShared(refusal);
  if (refusal === 'item-withdrawn') return { form: 'The item is withdrawn, so nothing can be put to it' };
  if (refusal === 'no-such-motion')
    return { form: 'This motion is not there any more, so nothing was changed' };
  if (refusal === 'reason-missing') return { reason: 'Enter why it is entered anew' };
  return explainMotion(refusal, source);
}

const wrongs = {
  'not-there': 'was not in the room for this item, so no vote of that member is taken',
  'has-no-vote': 'has no vote here',
  'voted-twice': 'is entered twice',
  'no-proxies': 'was away, and this committee’s rules allow no votes by proxy',
  'left-with-interest':
    'left the room with an interest in this item, so nobody votes in that member’s place. Leave out the vote',
  'proxy-not-there': 'is voted for by somebody who was not in the room. Select who cast the vote',
} as const;

function explainMotion(refusal: MotionRefusal, source: string): FieldErrors {
  if (typeof refusal === 'object') {
    if ('person' in refusal) return { form: `${refusal.person} ${wrongs[refusal.wrong]}` };
    const { present, needed } = refusal.quorum;
    return {
      form: `The quorum is ${needed} and ${plural(present, 'member')} who may vote ${present === 1 ? 'was' : 'were'} in the room, so nothing could be decided. Correct the attendance if it is wrong`,
    };
  }
  switch (refusal) {
    case 'text-missing':
      return { text: 'Enter the text of the motion' };
    case 'nobody-recorded-present':
      return { form: 'Nobody is recorded as present at this item. Record first who was there' };
    case 'mover-not-there':
      return { movedBy: 'Whoever moved it must have been in the room. Select somebody who was' };
    case 'seconder-not-there':
      return { secondedBy: 'Whoever seconded it must have been in the room. Select somebody who was' };
    case 'seconder-is-mover':
      return { secondedBy: 'A motion is seconded by somebody else. Select another member, or nobody' };
    case 'no-votes':
      return { way: 'Enter how the members voted, or how many did' };
    case 'counts-wrong':
      return { countedFor: 'Enter how many voted as whole numbers' };
    case 'more-votes-than-members':
      return { countedFor: 'More votes are entered than members who may vote were in the room' };
    case 'weights-need-names':
      return {
        way: 'Votes of this committee count differently by seat, so the vote is recorded member by member',
      };
    case 'casting-without-tie':
      return { casting: 'A casting vote breaks a tie and nothing else. Select none' };
    case 'nobody-presided':
      return { casting: 'Record first who presided' };
    case 'casting-not-allowed':
      return {
        casting: 'This committee’s rules give no casting vote. The motion is lost where votes are equal',
      };
    case 'casting-not-known':
      return {
        casting:
          'It is not recorded whether whoever presides here has a casting vote. Record that among the committee’s rules first',
      };
    case 'may-not-vote':
      return { way: `This body may not vote (${source}). It agrees by consensus, with dissent recorded` };
    case 'may-not-resolve':
      return {
        act: `This body may not decide (${source}). It can endorse, recommend or note, and nothing else`,
      };
    default:
      return never(refusal);
  }
}
