import type { Answers, FieldErrors, Page } from '#platform/http';
import { formatDate, type IsoDate } from '#platform/kernel';
import {
  Button,
  Form,
  FormErrorSummary,
  InsetText,
  Link,
  Panel,
  Prose,
  SummaryList,
  Text,
  TextField,
  TextInput,
  WarningText,
} from '#platform/ui';
import { home, Kept, step } from '#platform/web';
import { choicesOf, type Consultation, consultationPath } from '../../../domain/consultation/consultation.ts';
import { respondentKinds, type Sheet } from '../../../domain/consultation/sheet.ts';
import type { ConsultationAt } from '../../../queries/consultations/consultation-at.ts';
import { sayQuestion } from '../consultation-page.tsx';
import { moment } from '../words.tsx';
import { asked, opened, trap } from './read-sheet.ts';
import { type Place, SheetFields } from './sheet-fields.tsx';

/** The buttons of a sheet beside those of any form in steps. */
export const save = 'save';

type Shown = Readonly<{
  found: ConsultationAt;
  places: readonly Place[];
  answers: Answers;
  errors: FieldErrors;
  /** The sealed moment at which the form was first opened. */
  openedAt: string;
  /** Whether it was saved before, and its link opened again. */
  isReturned: boolean;
}>;

const trail = ({ title, id }: Pick<Consultation, 'title' | 'id'>, last: string) => [
  home,
  { text: 'Consultations', href: '/consultations' },
  { text: title, href: consultationPath({ id }) },
  { text: last },
];

/** The whole form on one page: what is not clear is asked nowhere else. */
export function sheetPage({
  found,
  places,
  answers,
  errors,
  openedAt,
  isReturned,
}: Shown): Page & { errors: FieldErrors } {
  const { consultation, standing } = found;
  return {
    title: isReturned ? 'Your saved answer' : 'Your answer',
    caption: consultation.title,
    section: 'agreements',
    breadcrumbs: trail(consultation, 'Your answer'),
    errors,
    main: (
      <Prose>
        <FormErrorSummary errors={errors} />
        <Text lead>{consultation.asks}</Text>
        {standing.standing === 'open' && (
          <Text>
            It can be answered until {moment(standing.closesAt)}. You need no account, and every question can
            be left out.
          </Text>
        )}
        {consultation.isIllustrative && (
          <InsetText>
            This consultation is made up to show how one works. Nobody reads what is answered.
          </InsetText>
        )}
        <Form>
          <Sealed consultation={consultation} openedAt={openedAt} />
          <div class="govuk-visually-hidden" aria-hidden="true">
            <label>
              Leave this empty
              <input name={trap} type="text" tabIndex={-1} autocomplete="off" />
            </label>
          </div>
          <SheetFields consultation={consultation} places={places} answers={answers} errors={errors} />
          <div class="govuk-button-group">
            <Button>Check your answers</Button>
            <Button name={step.name} value={save} variant="secondary">
              Save and finish later
            </Button>
          </div>
        </Form>
        {consultation.keepUntil !== undefined && (
          <Text>
            Your answers are read by officers of the body that asks, kept until{' '}
            {formatDate(consultation.keepUntil)} and then deleted.{' '}
            <Link href={`${consultationPath(consultation)}#privacy`}>What happens to answers</Link>
          </Text>
        )}
        <Text>
          <Link href={`${consultationPath(consultation)}/respond/return`}>
            Go on with answers you have saved
          </Link>
        </Text>
      </Prose>
    ),
  };
}

const Sealed = ({ consultation, openedAt }: Readonly<{ consultation: Consultation; openedAt: string }>) => (
  <>
    <input type="hidden" name={opened} value={openedAt} />
    <input type="hidden" name={asked} value={consultation.id} />
  </>
);

/** The answers once more before they are sent. */
export function checkSheetPage(
  { found: { consultation }, places, answers, errors }: Omit<Shown, 'openedAt'>,
  sheet: Sheet,
): Page & { errors: FieldErrors } {
  const answered = new Map(sheet.answers.map((answer) => [answer.question, answer]));
  const row = (key: string, children: string) => ({ key, value: { children } });
  return {
    title: 'Check your answers',
    caption: consultation.title,
    section: 'agreements',
    breadcrumbs: trail(consultation, 'Check your answers'),
    errors,
    main: (
      <Prose>
        <FormErrorSummary errors={errors} />
        <SummaryList
          rows={[
            row(
              'Answered',
              sheet.organisation === undefined
                ? respondentKinds[sheet.kind]
                : `${respondentKinds[sheet.kind]}: ${sheet.organisation}`,
            ),
            row('Place', places.find(({ id }) => id === sheet.placeId)?.name ?? 'Not given'),
            ...consultation.questions.map((question) => {
              const given = answered.get(question.number);
              const choice = new Map(choicesOf(question)).get(given?.choice ?? '');
              const said = [choice, given?.says]
                .filter((part) => part !== undefined && part !== '')
                .join('. ');
              return row(sayQuestion(question, consultation.passages), said === '' ? 'Left out' : said);
            }),
          ]}
        />
        <Text>Once it is sent, an answer cannot be changed.</Text>
        <Form>
          <Kept answers={answers} />
          <div class="govuk-button-group">
            <Button name={step.name} value={step.publish} preventDoubleClick>
              Send your answer
            </Button>
            <Button name={step.name} value={step.change} variant="secondary">
              Change answers
            </Button>
            <Button name={step.name} value={save} variant="secondary">
              Save and finish later
            </Button>
          </div>
        </Form>
      </Prose>
    ),
  };
}

/** The one time the private link is shown: only whoever saved the answers has it. */
export const savedPage = (
  consultation: Consultation,
  { link, endsOn, isNew }: Readonly<{ link: string; endsOn: IsoDate; isNew: boolean }>,
): Page => ({
  title: 'Your answers are saved',
  caption: consultation.title,
  section: 'agreements',
  breadcrumbs: trail(consultation, 'Saved'),
  main: (
    <Prose>
      <Text lead>Nothing is sent yet. Nobody reads your answers before you send them.</Text>
      {isNew && (
        <WarningText>This link is shown only now. Keep it: nobody can find it again for you.</WarningText>
      )}
      <Text>
        <Link href={`${consultationPath(consultation)}/respond/return/${link}`}>Your private link</Link>: save
        it as a bookmark, or copy this code and enter it on the page for going on.
      </Text>
      <TextInput
        id="code"
        name="code"
        label="The code"
        value={link}
        attributes={{ readonly: true }}
        spellcheck={false}
      />
      <Text>
        It is good before {formatDate(endsOn)}, and no longer than the consultation is open. Saving again
        makes it last longer.
      </Text>
    </Prose>
  ),
});

/** What follows from an answer. Its number is told beside it, once. */
export const sentPage = (consultation: Consultation): Page => ({
  title: 'Your answer was sent',
  caption: consultation.title,
  section: 'agreements',
  breadcrumbs: trail(consultation, 'Sent'),
  main: (
    <Prose>
      <Panel title="Your answer was sent" headingLevel={2} />
      <Text>
        Thank you. By{' '}
        {consultation.resultsBy === undefined
          ? 'a day that was not promised'
          : formatDate(consultation.resultsBy)}{' '}
        the results are published, with what changed because of each response or why nothing did.
      </Text>
      <Text>
        <Link href={consultationPath(consultation)}>Back to the consultation</Link>
      </Text>
    </Prose>
  ),
});

/** Where a code that was kept is entered. */
export const returnPage = (
  consultation: Consultation,
  answers: Answers,
  errors: FieldErrors,
): Page & { errors: FieldErrors } => ({
  title: 'Go on with answers you have saved',
  caption: consultation.title,
  section: 'agreements',
  breadcrumbs: trail(consultation, 'Go on'),
  errors,
  main: (
    <Prose>
      <FormErrorSummary errors={errors} />
      <Form>
        <TextField
          name="code"
          label="The code you were shown when you saved"
          hint="43 letters, figures, lines and dashes, or the whole link."
          spellcheck={false}
          autocapitalize="none"
          answers={answers}
          errors={errors}
        />
        <Button>Go on</Button>
      </Form>
    </Prose>
  ),
});

/** A page in place of the form, which says why there is none. */
export const noFormPage = (consultation: Consultation, title: string, why: string): Page => ({
  title,
  caption: consultation.title,
  section: 'agreements',
  breadcrumbs: trail(consultation, title),
  main: (
    <Prose>
      <Text lead>{why}</Text>
      <Text>
        <Link href={consultationPath(consultation)}>Back to the consultation</Link>
      </Text>
    </Prose>
  ),
});
