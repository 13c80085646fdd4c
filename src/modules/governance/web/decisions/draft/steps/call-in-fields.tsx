import { explain, formatDate, formatLondonTime, listInWords } from '#platform/kernel';
import {
  CheckboxesField,
  DateField,
  InsetText,
  RadiosField,
  Text,
  TextareaField,
  TextField,
} from '#platform/ui';
import type { Judged } from '../../../../actions/judge-decision.ts';
import { assumedInWords, ruleInWords } from '../../../call-in/words.ts';
import type { StepFieldsProps } from './fields.ts';

/** What the record tells its readers of call-in, as the rules of the day have it, and a waiver where there was one. */
export function CallInFields({ answers, errors, judged }: StepFieldsProps) {
  const field = { answers, errors };
  const { told } = judged;
  return (
    <>
      <Told judged={judged} />
      {told.told !== 'nothing-executive' && (
        <TextField
          name="sentTo"
          label="To whom a call-in is sent"
          hint={
            judged.decision.callInSentTo === ''
              ? 'The office that receives call-in forms.'
              : `Left empty, the record says: ${judged.decision.callInSentTo}.`
          }
          {...field}
        />
      )}
      {(told.told === 'not-known' || judged.decision.isHistoric) && (
        <>
          <DateField
            name="callInBy"
            legend="Last day for a call-in, as the record says it"
            hint="Only where the record itself tells it and your rule is not known here, or for an old record."
            {...field}
          />
          <TextField name="notOpenBecause" label="Or why it is not open to call-in" {...field} />
        </>
      )}
      <RadiosField
        name="waived"
        legend="Was call-in waived because the decision is urgent?"
        options={[
          { value: 'no', text: 'No' },
          {
            value: 'yes',
            text: 'Yes',
            hint: 'It is reported to the next meeting of the Council.',
            conditional: <Waiver {...field} />,
          },
        ]}
        {...field}
      />
    </>
  );
}

const Waiver = (field: Pick<StepFieldsProps, 'answers' | 'errors'>) => (
  <>
    <TextField
      name="waivedBy"
      label="Office that agreed"
      hint="Such as Chairman of the Council."
      {...field}
    />
    <DateField
      name="waivedOn"
      legend="Day it was agreed"
      hint="On or before the day of the decision."
      {...field}
    />
    <TextField name="waivedAt" label="Time, if it is known (optional)" width={5} {...field} />
    <CheckboxesField
      name="waiverReasonable"
      legend="What was agreed"
      hint="Both are needed."
      options={[
        { name: 'waiverReasonable', text: 'That the decision is reasonable in all the circumstances' },
        { name: 'waiverUrgent', text: 'That it be treated as a matter of urgency' },
      ]}
      {...field}
    />
    <TextareaField
      name="waiverReasons"
      label="How waiting would harm the council’s or the public’s interest"
      rows={3}
      {...field}
    />
  </>
);

/** What is worked out of the call-in, and from which rules. */
export function Told({ judged: { told, decision } }: Readonly<{ judged: Judged }>) {
  switch (told.told) {
    case 'open':
      return (
        <InsetText>
          <Text>
            Published {decision.isHistoric ? `on ${formatDate(decision.publishedOn)}` : 'now'}, it can be
            called in until <strong>{formatLondonTime(told.deadline)}</strong>.
          </Text>
          <Text>{explain(told.deadline.explanation)}</Text>
          {told.assumed.map((rule) => (
            <Text>{assumedInWords(rule)}</Text>
          ))}
        </InsetText>
      );
    case 'not-open':
      return <InsetText>It is not open to call-in. {told.because}.</InsetText>;
    case 'nothing-executive':
      return <InsetText>No clause of it is executive so far, so there is nothing to call in.</InsetText>;
    case 'not-known':
      return (
        <InsetText>
          By when it can be called in cannot be worked out:{' '}
          {told.missing.length === 0 ? 'its rules' : listInWords(told.missing.map(ruleInWords))} on the day of
          the decision is not known here. Your monitoring officer can enter it among{' '}
          <a class="govuk-link" href={`/bodies/${decision.bodyId}/rules`}>
            the rules of your body
          </a>
          .
        </InsetText>
      );
    default:
      return told satisfies never;
  }
}
