import type { Answers, FieldErrors } from '#platform/http';
import { type Actor, formatDate } from '#platform/kernel';
import { Button, DateField, Form, FormErrorSummary, Prose, Text, TextareaField } from '#platform/ui';
import { BothVersions, dateAnswers, officePage } from '#platform/web';
import type { Paper } from '../../../domain/papers/paper.ts';

type Asked = Readonly<{
  answers: Answers;
  errors: FieldErrors;
  /** Another officer moved the day meanwhile, and this is what stands. */
  isStale?: boolean;
}>;

/** Decides anew when an exempt paper is released. */
export const reviewPaperPage = (actor: Actor, paper: Paper, { answers, errors, isStale = false }: Asked) => {
  const stands = paper.reviewOn === undefined ? 'No day is set' : formatDate(paper.reviewOn);
  return officePage(actor, trail(paper), {
    title,
    errors,
    main: (
      <Prose>
        <FormErrorSummary errors={errors} />
        {isStale && (
          <BothVersions
            what="Another officer moved the day while you were deciding."
            rows={[{ field: 'Released on', theirs: stands, yours: typed(answers) }]}
          >
            Send the form again to move it to your day, or leave it as it stands now.
          </BothVersions>
        )}
        <Text>
          It stands to be released on {stands}. Enter today to release it at once. What is released cannot be
          taken back.
        </Text>
        <Form>
          <input type="hidden" name="seen" value={paper.reviewOn ?? ''} />
          <DateField
            name="reviewOn"
            legend="When is it released?"
            answers={{ ...dateAnswers('reviewOn', paper.reviewOn), ...answers }}
            errors={errors}
          />
          <TextareaField
            name="reason"
            label="Why?"
            hint="Everybody can read this in the record."
            answers={answers}
            errors={errors}
          />
          <Button variant="warning" preventDoubleClick>
            Set this day
          </Button>
        </Form>
      </Prose>
    ),
  });
};

const typed = (answers: Answers): string =>
  ['day', 'month', 'year'].map((part) => answers[`reviewOn-${part}`] ?? '').join(' ');

const title = 'Release this paper, or move the day';
const trail = ({ bodyId, id, title: text }: Paper) => [
  { text: 'Papers', href: `/office/${bodyId}/papers` },
  { text, href: `/office/${bodyId}/papers/${id}` },
];

/** Stands in its place for a paper that has no day to decide on. */
export const nothingToReviewPage = (actor: Actor, paper: Paper) =>
  officePage(actor, trail(paper), {
    title,
    main: (
      <Prose>
        <Text>
          {paper.access === 'confidential'
            ? 'This paper is confidential, and is never released. Only an exempt paper has a day of release.'
            : 'There is nothing to decide: anyone may read this paper once it is published, and what is released cannot be taken back.'}
        </Text>
      </Prose>
    ),
  });
