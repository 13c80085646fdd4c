import {
  askAgain,
  type FieldErrors,
  notFound,
  type OpenFormRoute,
  page,
  redirect,
  type Reply,
  type Visit,
} from '#platform/http';
import type { Services } from '#platform/module';
import { step } from '#platform/web';
import { placesOn } from '#modules/register';
import { sealedFor, sealMoment } from '../../../actions/consultations/form-seal.ts';
import { keepAnswer } from '../../../actions/consultations/keep-answer.ts';
import { sendAnswer } from '../../../actions/consultations/send-answer.ts';
import { closingAt, consultationPath, responseName } from '../../../domain/consultation/consultation.ts';
import { type Answering, answering, behindLink } from '../../../queries/consultations/answering.ts';
import { idOf, missing } from '../public-routes.ts';
import { moment } from '../words.tsx';
import { explainSheet, opened, readSheet, sheetAnswers, type SheetWrong, trap } from './read-sheet.ts';
import {
  checkSheetPage,
  noFormPage,
  returnPage,
  save,
  savedPage,
  sentPage,
  sheetPage,
} from './respond-pages.tsx';
import { visitorLimit, type VisitorLimit } from './visitor-limit.ts';

/** Nobody reads the first question in less; a program sends the form at once. */
const leastFillMs = 3000;
/** Room for a library or an office behind one address, none for a flood. */
const perVisitor = { most: 120, withinMs: 60 * 60_000 };

type Answer = Readonly<{
  services: Services;
  limit: VisitorLimit;
  found: Answering;
  visit: Visit;
  link: string | undefined;
}>;

/** Answering a consultation, in one sitting or several, without an account. */
export function respondRoutes(services: Services): readonly OpenFormRoute[] {
  const { database, clock } = services;
  const limit = visitorLimit(services, perVisitor);
  const path = '/consultations/:consultation/respond';
  const of = (handle: (answer: Answer) => Promise<Reply>) => async (visit: Visit) => {
    const found = await answering(database, idOf(visit), clock.now());
    if (found === undefined) return notFound(missing(visit));
    const link = visit.params['answerLink'];
    return handle({ services, limit, found, visit, link });
  };
  const may = 'anyone-uncached';
  return [
    { method: 'GET', path, may, handle: of(showSheet) },
    { method: 'POST', path, may, handle: of(takeSheet) },
    {
      method: 'GET',
      path: `${path}/sent`,
      may,
      handle: of(async ({ found }) => page(sentPage(found.consultation))),
    },
    {
      method: 'GET',
      path: `${path}/return`,
      may,
      handle: of(async ({ found }) => page(returnPage(found.consultation, {}, {}))),
    },
    { method: 'POST', path: `${path}/return`, may, handle: of(goOn) },
    { method: 'GET', path: `${path}/return/:answerLink`, may, handle: of(showSheet) },
    { method: 'POST', path: `${path}/return/:answerLink`, may, handle: of(takeSheet) },
  ];
}

/** Why there is no form just now; undefined where there is one. */
function notNow({ consultation, notices, standing }: Answering, at: Date): Reply | undefined {
  if (standing.standing === 'open') return undefined;
  if (standing.standing === 'announced')
    return page(noFormPage(consultation, 'Not open yet', `It opens at ${moment(standing.opensAt)}.`));
  const closed = moment(closingAt(consultation, notices, at));
  return page(noFormPage(consultation, 'Closed', `It closed at ${closed}, so no more answers are taken.`));
}

async function showSheet({ services, found, visit, link }: Answer): Promise<Reply> {
  const now = services.clock.now();
  const { consultation, secret } = found;
  const behind = link === undefined ? undefined : await behindLink(services.database, found, link, now);
  if (behind?.behind === 'nothing') return linkEnded(found);
  if (behind?.behind === 'sent')
    return page(
      noFormPage(
        consultation,
        'Sent already',
        `The answers behind this link were sent at ${moment(behind.at)} as ${responseName(behind.number)}. They cannot be changed any more.`,
      ),
    );
  const closed = notNow(found, now);
  if (closed !== undefined) return closed;
  const answers = behind?.unsent.answers ?? {};
  const openedAt = sealMoment(secret, consultation.id, now);
  const places = await placesFor(services, visit);
  return page(sheetPage({ found, places, answers, errors: {}, openedAt, isReturned: link !== undefined }));
}

const linkEnded = ({ consultation }: Answering): Reply =>
  page(
    noFormPage(
      consultation,
      'This link has ended',
      'There is nothing saved under this link: it is older than it may be, or was not copied whole. Nothing was changed.',
    ),
    404,
  );

const placesFor = ({ database }: Services, { today }: Visit) => placesOn(database, { on: today });

/** Saves, checks or sends what was answered, by the button it was sent with. */
async function takeSheet(answer: Answer): Promise<Reply> {
  const { services, limit, found, visit, link } = answer;
  const { [step.name]: taken, ...answers } = visit.answers;
  const now = services.clock.now();
  const places = await placesFor(services, visit);
  const sealed = answers[opened] ?? '';
  const filledFor = sealedFor(found.secret, found.consultation.id, sealed, now);
  const openedAt = filledFor === undefined ? sealMoment(found.secret, found.consultation.id, now) : sealed;
  const shown = {
    found,
    places,
    answers: { ...answers, [opened]: openedAt },
    openedAt,
    isReturned: link !== undefined,
  };
  const again = (errors: FieldErrors) => askAgain(sheetPage({ ...shown, errors }));
  if (taken === step.change) return page(sheetPage({ ...shown, errors: {} }));

  const suspicious = whyNot(answers[trap] ?? '', filledFor);
  if (suspicious !== undefined) return again({ form: suspicious });
  const refused = (refusal: SheetWrong) =>
    again(explainSheet(refusal, moment(closingAt(found.consultation, found.notices, now))));

  if (taken === save) {
    if (!limit.allows(visit.client.address)) return again({ form: tooMany });
    const kept = await keepAnswer(services, found.consultation.id, { answers: sheetAnswers(answers), link });
    if (kept.ok) return page(savedPage(found.consultation, { ...kept.value, isNew: link === undefined }));
    return kept.error === 'no-such-consultation' ? notFound(missing(visit)) : refused(kept.error);
  }
  const read = readSheet(answers, found.consultation);
  if (!read.ok) return again(read.error);
  if (taken !== step.publish) return page(checkSheetPage({ ...shown, errors: {} }, read.value));

  if (!limit.allows(visit.client.address)) return again({ form: tooMany });
  const sent = await sendAnswer(services, found.consultation.id, {
    sheet: read.value,
    submission: visit.submission,
    link,
  });
  if (!sent.ok) return sent.error === 'no-such-consultation' ? notFound(missing(visit)) : refused(sent.error);
  const notice = `Your answer counts as ${responseName(sent.value.number)}. Note it: what became of each response is told by its number.`;
  return redirect(`${consultationPath(found.consultation)}/respond/sent`, notice);
}

const tooMany =
  'Too many answers came from your connection in the last hour. Yours is still in this form: wait an hour and send it again, or send it on paper';

/** What gives a program away. Nobody is turned away for good: a person sends the form once more. */
function whyNot(trapped: string, filledFor: number | undefined): string | undefined {
  if (trapped !== '')
    return 'A box that people do not see was filled in, as programs do. It is empty again: look over your answers and send them once more';
  if (filledFor === undefined)
    return 'This form was not opened here, or is of another consultation. It is yours now: look over your answers and send them once more';
  if (filledFor < leastFillMs)
    return 'The form came back within a moment of being opened, as from a program. Look over your answers and send them once more';
  return undefined;
}

/** From the code that was typed to the form behind it. A whole link may be pasted as well. */
async function goOn({ services, found, visit }: Answer): Promise<Reply> {
  const typed = (visit.answers['code'] ?? '').trim();
  const code = /([\w-]{43})\/?$/.exec(typed)?.[1];
  const again = (code: string) => askAgain(returnPage(found.consultation, visit.answers, { code }));
  if (code === undefined) return again('Enter the code of 43 letters and figures that you were shown');
  const behind = await behindLink(services.database, found, code, services.clock.now());
  if (behind.behind === 'nothing')
    return again('Nothing is saved under this code. Check that it was copied whole; codes end after 30 days');
  return redirect(`${consultationPath(found.consultation)}/respond/return/${code}`);
}
