import type { Answers, FieldErrors } from '#platform/http';
import { Fieldset, RadiosField, SelectField, Text, TextareaField, TextField } from '#platform/ui';
import type { Attendance } from '../../../domain/meeting/attendance.ts';
import { choices, majorities } from '../../../domain/meeting/count-votes.ts';
import { motionActs, ways } from '../../../domain/meeting/motion.ts';
import type { Working } from '../../../queries/meetings/voting-rules.ts';
import { optionsOf } from '../committees/words.ts';
import { voteField } from './motion-read.ts';

type MotionFieldsProps = Readonly<{
  /** Those in the room at the item. */
  present: readonly Attendance[];
  /** Those who may be asked how they voted: the ones with a vote, and where proxies are allowed also those away. */
  voters: readonly Attendance[];
  working: Working;
  anew: boolean;
  answers: Answers;
  errors: FieldErrors;
}>;

/** The questions about a motion and its votes. A body that may not vote is not asked for any. */
export function MotionFields({ present, voters, working, anew, ...field }: MotionFieldsProps) {
  const { rules } = working;
  const people = (text: string) => [
    { value: '', text },
    ...present.map(({ officeId, officeTitle }) => ({ value: officeId, text: officeTitle })),
  ];
  const votes = rules.mayVote !== false;
  const acts = votes
    ? motionActs
    : { endorse: motionActs.endorse, recommend: motionActs.recommend, note: motionActs.note };
  const offered = votes ? ways : { consensus: ways.consensus };
  return (
    <>
      <SelectField
        name="act"
        label="What does it ask?"
        options={[{ value: '', text: 'Select' }, ...optionsOf(acts)]}
        {...field}
      />
      <TextareaField name="text" label="Text of the motion" rows={5} {...field} />
      <SelectField name="movedBy" label="Moved by" options={people('Select a member')} {...field} />
      <SelectField name="secondedBy" label="Seconded by (optional)" options={people('Nobody')} {...field} />
      <RadiosField
        name="way"
        legend="How did the meeting come to its answer?"
        options={optionsOf(offered)}
        {...field}
      />
      {votes ? (
        <>
          <SelectField name="needs" label="What did it need?" options={optionsOf(majorities)} {...field} />
          <Fieldset
            legend={{ children: 'Vote recorded member by member', class: 'govuk-fieldset__legend--m' }}
          >
            {voters.map((voter) => (
              <>
                <RadiosField
                  name={voteField('vote', voter)}
                  legend={voter.presence === 'present' ? voter.officeTitle : `${voter.officeTitle} (away)`}
                  inline
                  options={[...optionsOf(choices), { value: 'none', text: 'Did not vote' }]}
                  {...field}
                />
                {voter.presence !== 'present' && (
                  <SelectField
                    name={voteField('proxy', voter)}
                    label={`Who cast the vote of ${voter.officeTitle}?`}
                    options={people('Select a member')}
                    {...field}
                  />
                )}
              </>
            ))}
          </Fieldset>
          {!working.rules.weighted && (
            <Fieldset
              legend={{ children: 'Or a vote counted without names', class: 'govuk-fieldset__legend--m' }}
            >
              <TextField name="countedFor" label="For" width={3} inputmode="numeric" {...field} />
              <TextField name="countedAgainst" label="Against" width={3} inputmode="numeric" {...field} />
              <TextField name="countedAbstain" label="Abstained" width={3} inputmode="numeric" {...field} />
            </Fieldset>
          )}
          <SelectField
            name="casting"
            label="Casting vote of whoever presided"
            hint="Only where the votes are equal and this committee’s rules give one."
            options={[
              { value: 'none', text: 'None' },
              { value: 'for', text: 'For' },
              { value: 'against', text: 'Against' },
            ]}
            {...field}
          />
        </>
      ) : (
        <>
          <input type="hidden" name="needs" value="majority" />
          <input type="hidden" name="casting" value="none" />
          <Text>This body does not vote (source: {rules.mayVoteSource}).</Text>
        </>
      )}
      <Fieldset legend={{ children: 'Dissent from a consensus', class: 'govuk-fieldset__legend--m' }}>
        {present.map((person) => (
          <>
            <SelectField
              name={voteField('dissent', person)}
              label={person.officeTitle}
              options={[
                { value: '', text: 'Does not dissent' },
                { value: 'yes', text: 'Asked for dissent to be recorded' },
              ]}
              {...field}
            />
            <TextField
              name={voteField('says', person)}
              label={`What ${person.officeTitle} asked to be recorded (optional)`}
              {...field}
            />
          </>
        ))}
      </Fieldset>
      {anew && <TextareaField name="reason" label="Why is it entered anew?" rows={2} {...field} />}
    </>
  );
}
