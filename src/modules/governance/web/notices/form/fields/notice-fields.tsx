import { DateField, Details, RadiosField, SelectField, TextareaField, TextField } from '#platform/ui';
import { AgreementFields } from './agreement-fields.tsx';
import type { SectionProps } from './section-props.ts';

/** Which notice is given, and what each of the shorter ones needs. */
export function NoticeGivenFields(field: SectionProps) {
  const { answers, errors } = field;
  const has = (...names: readonly string[]) =>
    names.some((name) => (answers[name] ?? '') !== '' || errors[name] !== undefined);
  return (
    <>
      <RadiosField
        name="route"
        legend="Which notice is given of a key decision?"
        hint="The check page works out the dates of all of them. Leave empty where it is not a key decision."
        options={[
          { value: 'full-notice', text: 'Full notice', hint: 'SI 2012/2089, regulation 9.' },
          {
            value: 'general-exception',
            text: 'General exception',
            hint: 'Full notice is impracticable; scrutiny is told and five clear days pass (regulation 10).',
          },
          {
            value: 'special-urgency',
            text: 'Special urgency',
            hint: 'Even that is impracticable, and it is agreed that the decision cannot wait (regulation 11).',
          },
          {
            value: 'forward-plan',
            text: 'In the monthly forward plan',
            hint: 'For decisions before 10 September 2012 (SI 2000/3272).',
          },
        ]}
        {...field}
      />
      <Details
        summary="General exception: scrutiny told, and why"
        open={has('toldOn', 'toldOn-day', 'exceptionReasons')}
      >
        <SelectField
          name="toldWhom"
          label="Who was told in writing?"
          options={[
            { value: 'chairman', text: 'The chairman of the relevant scrutiny committee' },
            { value: 'each-member', text: 'Each of its members, as there is no chairman' },
          ]}
          {...field}
        />
        <DateField name="toldOn" legend="On which day?" {...field} />
        <TextareaField
          name="exceptionReasons"
          label="Why was full notice impracticable?"
          rows={3}
          {...field}
        />
      </Details>
      <AgreementFields
        summary="Special urgency: who agreed, and why"
        names={{ by: 'agreedBy', on: 'agreedOn', instead: 'insteadBecause', reasons: 'urgencyReasons' }}
        answers={answers}
        errors={errors}
      />
      <Details
        summary="Forward plan: from which day it covers"
        open={has('forwardPlanFrom', 'forwardPlanFrom-day')}
      >
        <DateField name="forwardPlanFrom" legend="First day the plan covers" {...field} />
      </Details>
      <Details
        summary="The rule of your body is not known here: state it with its source"
        open={has('localCount', 'localSource')}
      >
        <TextField name="localCount" label="Number of clear days" inputmode="numeric" width={3} {...field} />
        <SelectField
          name="localBasis"
          label="Which days are counted"
          options={[
            { value: 'calendar', text: 'Calendar days' },
            { value: 'working', text: 'Working days' },
          ]}
          {...field}
        />
        <TextField
          name="localSource"
          label="Where is it written?"
          hint="For example, Constitution, Part 4, rule 13."
          {...field}
        />
      </Details>
      <Details
        summary="It was published elsewhere already"
        open={has('publishedOn', 'publishedOn-day', 'publishedElsewhere', 'externalReference')}
      >
        <DateField name="publishedOn" legend="On which day?" {...field} />
        <TextField
          name="publishedElsewhere"
          label="Where?"
          hint="For example, the council’s website, forward plan of March."
          {...field}
        />
        <TextField name="externalReference" label="Its reference there (optional)" width={20} {...field} />
      </Details>
    </>
  );
}
