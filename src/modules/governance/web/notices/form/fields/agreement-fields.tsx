import type { Answers, FieldErrors } from '#platform/http';
import { DateField, Details, RadiosField, TextareaField } from '#platform/ui';
import { agreedBy } from '../../../../domain/notice/in-words.ts';

type AgreementProps = Readonly<{
  summary: string;
  names: Readonly<{ by: string; on: string; instead: string; reasons: string }>;
  answers: Answers;
  errors: FieldErrors;
}>;

/** Who agreed that a thing is urgent, when and why: asked alike of a decision and of a meeting in private. */
export function AgreementFields({ summary, names, answers, errors }: AgreementProps) {
  const every = [names.by, `${names.on}-day`, names.on, names.instead, names.reasons];
  const isOpen = every.some((name) => (answers[name] ?? '') !== '' || errors[name] !== undefined);
  const field = { answers, errors };
  return (
    <Details summary={summary} open={isOpen}>
      <RadiosField
        name={names.by}
        legend="Who agreed?"
        hint="The law asks them in this order."
        options={Object.entries(agreedBy).map(([value, text]) => ({ value, text }))}
        {...field}
      />
      <DateField name={names.on} legend="On which day?" {...field} />
      <TextareaField
        name={names.instead}
        label="Why could the one who comes first not agree?"
        hint="Needed for anyone but the chairman of scrutiny: there is none, or they cannot act."
        rows={2}
        {...field}
      />
      <TextareaField
        name={names.reasons}
        label="Why is it urgent, and why can it not reasonably be deferred?"
        rows={3}
        {...field}
      />
    </Details>
  );
}
