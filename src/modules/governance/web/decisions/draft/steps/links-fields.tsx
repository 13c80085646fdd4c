import { CheckboxesField, Heading, RadiosField, SelectField, Text, TextField } from '#platform/ui';
import { adoptionAnswers, adoptionOutcomes } from '../../../../domain/proposal/adoption-link.ts';
import { approvalKinds, approvals } from '../../../../domain/proposal/proposal.ts';
import { topics } from '../../../../domain/topics.ts';
import type { StepFieldsProps } from './fields.ts';
import { placeBox, topicBox } from './links-form.ts';

/** The meeting, the decision before it, the joint proposal; the places and topics it is found by. */
export function LinksFields({ answers, errors, choices }: StepFieldsProps) {
  const field = { answers, errors };
  const some = (options: readonly Readonly<{ id: string; text: string }>[], none: string) => [
    { value: '', text: none },
    ...options.map(({ id, text }) => ({ value: id, text })),
  ];
  return (
    <>
      <SelectField
        name="meeting"
        label="Meeting that took it (optional)"
        options={some(choices.meetings, 'None, or not recorded here')}
        {...field}
      />
      <TextField
        name="reconsiders"
        label="Decision it reconsiders (optional)"
        hint="Where it decides anew what came back after a call-in: body and number, like maidstone/2026-014."
        {...field}
      />
      <Heading size="m">Joint proposal</Heading>
      <Text>Only where it is your body’s answer to a proposal put to several bodies.</Text>
      <SelectField
        name={adoptionAnswers.proposal}
        label="Joint proposal (optional)"
        options={some(choices.proposals, 'None')}
        {...field}
      />
      <TextField name={adoptionAnswers.version} label="Version decided on" width={3} {...field} />
      <RadiosField
        name={adoptionAnswers.outcome}
        legend="What the decision does"
        options={Object.entries(adoptionOutcomes).map(([value, text]) => ({ value, text }))}
        {...field}
      />
      {approvalKinds.map((approval) => (
        <TextField
          name={adoptionAnswers[approval]}
          label={`Clause that gives the approval of the ${approvals[approval]} (optional)`}
          hint="Its number, as the record has it."
          width={5}
          {...field}
        />
      ))}
      <CheckboxesField
        name="places"
        legend="Places it concerns"
        options={choices.places.map(({ id, name }) => ({ name: placeBox(id), text: name }))}
        {...field}
      />
      <CheckboxesField
        name="topics"
        legend="Topics"
        options={Object.entries(topics).map(([id, text]) => ({ name: topicBox(id), text }))}
        {...field}
      />
    </>
  );
}
