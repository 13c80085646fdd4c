import type { Answers } from '#platform/http';
import { clip } from '#platform/kernel';
import { CheckboxesField, InsetText, Link } from '#platform/ui';
import { commitmentOffice } from '../../../domain/commitment/commitment.ts';
import type { CommitmentWork, FormFields } from './fact-form.ts';

const held = ({ found }: CommitmentWork) => found.facts.filter(({ kind }) => kind === 'evidence');

/** Asks which of the evidence held shows it. Where none is held, it says where to add some. */
export const EvidenceChosen = ({
  legend,
  work,
  answers,
  errors,
}: FormFields & Readonly<{ legend: string }>) =>
  held(work).length === 0 ? (
    <InsetText>
      No evidence is held yet, and nothing can be said to be done without it.{' '}
      <Link href={`${commitmentOffice(work.actor.bodyId, work.found.commitment)}/evidence`}>
        Add evidence first
      </Link>
      .
    </InsetText>
  ) : (
    <CheckboxesField
      name="evidence"
      legend={legend}
      options={held(work).map(({ number, says }) => ({ name: `evidence-${number}`, text: clip(says, 120) }))}
      answers={answers}
      errors={errors}
    />
  );

/** The numbers of the evidence that was ticked. */
export const evidenceOf = (answers: Answers, work: CommitmentWork): readonly number[] =>
  held(work).flatMap(({ number }) => (answers[`evidence-${number}`] === 'yes' ? [number] : []));
