import {
  type Answers,
  askAgain,
  type FieldErrors,
  page,
  type PublicRoute,
  redirect,
  type Reply,
} from '#platform/http';
import type { Services } from '#platform/module';
import { FormErrorSummary, Heading, Prose } from '#platform/ui';
import { type BodyLine, everyBody } from '#modules/register';
import { answerDates, type DatesAnswered } from './answer-dates.ts';
import { DatesAnswered as Answered } from './dates-answered.tsx';
import { DatesForm } from './dates-form.tsx';
import { answersOf, isTypedForm, permalink } from './read-asked.ts';

/** The date calculator: a form, and an address for every answer. */
export const datesRoutes = ({ database }: Pick<Services, 'database'>): readonly PublicRoute[] => [
  {
    method: 'GET',
    path: '/dates',
    may: 'anyone',
    handle: async ({ query, on }) => {
      const shown: Shown = { bodies: await everyBody(database, { on }), answers: answersOf(query, on) };
      if (query['body'] === undefined && !isTypedForm(query)) return page(datesPage(shown));
      const answered = await answerDates(database, query, on);
      if (!answered.ok) return asAsked(shown, answered.error);
      if (isTypedForm(query)) return redirect(`/dates${permalink(answered.value.asked)}`);
      return page(datesPage({ ...shown, answered: answered.value }));
    },
  },
];

type Shown = Readonly<{
  bodies: readonly BodyLine[];
  answers: Answers;
  errors?: FieldErrors;
  answered?: DatesAnswered;
}>;

const asAsked = (shown: Shown, errors: FieldErrors): Reply =>
  askAgain({ ...datesPage({ ...shown, errors }), errors });

const datesPage = ({ bodies, answers, errors, answered }: Shown) => ({
  title: 'Work out a date',
  description:
    'From which day a decision may be taken after its notice, by when it can be called in and when it takes effect, by each body’s own rules.',
  section: 'decisions',
  breadcrumbs: [{ text: 'Home', href: '/' }, { text: 'Dates' }],
  main: (
    <>
      <Prose>
        <FormErrorSummary errors={errors} />
        <p class="govuk-body-l">
          When may a decision be taken after its notice? Until when can it be called in? Each council answers
          by its own rules and by the law of the day; every answer shows how it was counted.
        </p>
        {answered !== undefined && <Answered answered={answered} />}
        {answered !== undefined && <Heading size="m">Work out another</Heading>}
        <DatesForm bodies={bodies} answers={answers} errors={errors} />
      </Prose>
    </>
  ),
});
