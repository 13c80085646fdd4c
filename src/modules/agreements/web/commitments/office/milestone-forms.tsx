import { ok, refuse } from '#platform/kernel';
import { RadiosField, TextField } from '#platform/ui';
import { line, oneOf, readAnswers } from '#platform/web';
import { z } from 'zod';
import type { MilestoneAt } from '../../../domain/commitment/standing.ts';
import { DueFields, dueForm, dueOf } from './due-fields.tsx';
import { EvidenceChosen, evidenceOf } from './evidence-chosen.tsx';
import { type FactForm, told } from './fact-form.ts';

const dates = ['on', 'by'];
const newMilestone = z.object({
  ...told({ optional: true }),
  ...dueForm,
  what: line('what is to be done', { most: 300 }),
});

/** Setting a milestone by which anybody can see whether a promise is on its way. */
export const milestoneForm: FactForm = {
  title: 'Set a milestone',
  publish: 'Publish this milestone',
  saysLabel: 'What is there to say? (optional)',
  saysOptional: true,
  Fields: ({ answers, errors }) => (
    <>
      <TextField name="what" label="What is to be done?" answers={answers} errors={errors} />
      <DueFields answers={answers} errors={errors} />
    </>
  ),
  read(answers) {
    const read = readAnswers(newMilestone, answers, dates);
    if (!read.ok) return read;
    const { on, says, source, what, ...due } = read.value;
    return ok({ kind: 'milestone', on, says, source, what, due: dueOf(due) });
  },
};

const happenings = {
  met: 'It is met',
  moved: 'It is expected on another day',
  missed: 'It was missed',
  unmet: 'It turned out not to be met after all',
} as const;
type Happening = keyof typeof happenings;

const progress = z.object({
  ...told({ optional: true }),
  ...dueForm,
  kind: oneOf(Object.keys(happenings) as [Happening, ...Happening[]], 'Select what happened'),
});

/** What became of one milestone. */
export const progressForm = (milestone: MilestoneAt): FactForm => ({
  title: `What became of a milestone: ${milestone.what}`,
  publish: 'Publish this report',
  saysLabel: 'Say why, in a sentence (needed unless it is met)',
  saysOptional: true,
  Fields: ({ work, answers, errors }) => (
    <>
      <RadiosField
        name="kind"
        legend="What happened?"
        options={possible(milestone).map((kind) => ({ value: kind, text: happenings[kind] }))}
        answers={answers}
        errors={errors}
      />
      {milestone.standing.standing !== 'met' && (
        <>
          <EvidenceChosen legend="What shows that it is met? (where it is)" {...{ work, answers, errors }} />
          <DueFields answers={answers} errors={errors} />
        </>
      )}
    </>
  ),
  read(answers, work) {
    const read = readAnswers(progress, { precision: 'day', ...answers }, dates);
    if (!read.ok) return read;
    const { on, says, source, kind, ...given } = read.value;
    const base = { on, says, source, milestone: milestone.number };
    if (kind === 'met') return ok({ ...base, kind, evidence: evidenceOf(answers, work) });
    if (kind !== 'moved') return ok({ ...base, kind });
    const due = dueOf(given);
    return due === undefined ? refuse({ by: 'Enter the new day' }) : ok({ ...base, kind, due });
  },
});

const possible = ({ standing }: MilestoneAt): readonly Happening[] =>
  standing.standing === 'met' ? ['unmet'] : ['met', 'moved', 'missed'];
