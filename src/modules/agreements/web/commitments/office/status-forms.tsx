import { ok } from '#platform/kernel';
import { RadiosField, SelectField, TextField } from '#platform/ui';
import { line, oneOf, readAnswers } from '#platform/web';
import { z } from 'zod';
import { type EvidenceKind, evidenceKinds, type Status, statuses } from '../../../domain/commitment/fact.ts';
import { EvidenceChosen, evidenceOf } from './evidence-chosen.tsx';
import { type FactForm, told } from './fact-form.ts';

const evidence = z.object({
  ...told({ optional: false }),
  evidence: oneOf(Object.keys(evidenceKinds) as [EvidenceKind, ...EvidenceKind[]], 'Select what kind it is'),
  at: line('where it is to be found', { most: 500 }),
});

/** Adding something that shows how a promise goes. */
export const evidenceForm: FactForm = {
  title: 'Add evidence',
  publish: 'Publish this evidence',
  saysLabel: 'What does it show?',
  Fields: ({ answers, errors }) => (
    <>
      <RadiosField
        name="evidence"
        legend="What kind of evidence is it?"
        options={Object.entries(evidenceKinds).map(([value, text]) => ({ value, text }))}
        answers={answers}
        errors={errors}
      />
      <TextField
        name="at"
        label="Where is it to be found?"
        hint="A web address; the address of a decision or of readings here, like /decisions/maidstone/2008-001; or the title and page of a paper."
        answers={answers}
        errors={errors}
      />
    </>
  ),
  read(answers) {
    const read = readAnswers(evidence, answers, ['on']);
    return read.ok ? ok({ kind: 'evidence', ...read.value }) : read;
  },
};

const status = z.object({
  ...told({ optional: false }),
  status: oneOf(Object.keys(statuses) as [Status, ...Status[]], 'Select where it stands'),
});

/** Saying where a promise stands, with what shows it. */
export const statusForm: FactForm = {
  title: 'Say where it stands',
  publish: 'Publish this status',
  saysLabel: 'Why does it stand so?',
  Fields: ({ work, answers, errors }) => (
    <>
      <SelectField
        name="status"
        label="Where does it stand?"
        options={[
          { value: '', text: 'Select' },
          ...Object.entries(statuses).map(([value, text]) => ({ value, text })),
        ]}
        answers={answers}
        errors={errors}
      />
      <EvidenceChosen legend="What shows it?" {...{ work, answers, errors }} />
    </>
  ),
  read(answers, work) {
    const read = readAnswers(status, answers, ['on']);
    return read.ok ? ok({ kind: 'status', ...read.value, evidence: evidenceOf(answers, work) }) : read;
  },
};

const reopened = z.object(told({ optional: false }));

/** Opening a promise again that was said to be kept, not kept or given up. */
export const reopenForm: FactForm = {
  title: 'Open it again',
  publish: 'Open this commitment again',
  saysLabel: 'What shows that it is not as it was said?',
  Fields: () => null,
  read(answers) {
    const read = readAnswers(reopened, answers, ['on']);
    return read.ok ? ok({ kind: 'reopened', ...read.value }) : read;
  },
};
