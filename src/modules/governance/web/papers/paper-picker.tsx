import type { Answers, FieldErrors } from '#platform/http';
import { CheckboxesField, Link } from '#platform/ui';
import { paperAccesses } from '../../domain/papers/paper.ts';
import type { OwnPaper } from '../../queries/papers/own-papers.ts';
import { fileInWords } from './paper-words.tsx';

const prefix = 'paper-';

/** The ids of the papers that were ticked in a form with a `PaperPicker`. */
export const pickedPapers = (answers: Answers): readonly string[] =>
  Object.entries(answers)
    .filter(([name, value]) => name.startsWith(prefix) && value === 'yes')
    .map(([name]) => name.slice(prefix.length));

/** The answers of a form in which these papers are ticked. */
export const pickedAnswers = (ids: readonly string[]): Answers =>
  Object.fromEntries(ids.map((id) => [`${prefix}${id}`, 'yes']));

/** The page on which a paper is added, which leads back to `next` with the new paper in its query: `?paper=…`. */
export const addPaperHref = (bodyId: string, next: string): string =>
  `/office/${bodyId}/papers/add?next=${encodeURIComponent(next)}`;

type PaperPickerProps = Readonly<{
  papers: readonly OwnPaper[];
  bodyId: string;
  /** The page of the form, to come back to. What is typed and not kept there is lost, so keep a draft first. */
  next: string;
  answers: Answers;
  errors: FieldErrors;
  legend?: string;
}>;

/** The body’s papers as boxes to tick, drafts first, and the way to add another. */
export const PaperPicker = ({
  papers,
  bodyId,
  next,
  answers,
  errors,
  legend = 'Which papers belong to it?',
}: PaperPickerProps) => (
  <>
    {papers.length === 0 ? (
      <p class="govuk-body">Your body has no papers here yet.</p>
    ) : (
      <CheckboxesField
        name="papers"
        legend={legend}
        hint="Papers not published yet are published with it. A paper published before can be named again."
        answers={answers}
        errors={errors}
        options={papers.map(({ paper, file }) => ({
          name: `${prefix}${paper.id}`,
          text: paper.title,
          hint: [
            file === undefined ? '' : fileInWords(file),
            paper.access === 'open' ? '' : (paperAccesses[paper.access].split(':')[0] ?? ''),
            paper.publishedAt === undefined ? 'not published yet' : '',
          ]
            .filter((part) => part !== '')
            .join('; '),
        }))}
      />
    )}
    <p class="govuk-body">
      <Link href={addPaperHref(bodyId, next)}>Add a paper</Link>
    </p>
  </>
);
