import {
  askAgain,
  notFound,
  type OfficeRoute,
  type OfficeVisit,
  page,
  redirect,
  type Reply,
} from '#platform/http';
import { isStale, type Services } from '#platform/module';
import { once } from '#platform/web';
import { moderateText } from '../../../actions/consultations/moderate-text.ts';
import { responseName } from '../../../domain/consultation/consultation.ts';
import { itsName } from '../../../domain/consultation/moderation.ts';
import { mayConsult } from '../../../permissions.ts';
import { type ConsultationAt, consultationAt } from '../../../queries/consultations/consultation-at.ts';
import {
  responsesAfter,
  responseSeen,
  type ResponseSeen,
} from '../../../queries/consultations/responses-seen.ts';
import { idOf, missing, namesFor } from '../public-routes.ts';
import { consultationOffice } from './addresses.ts';
import { explainModeration, readModeration, responsePage, withoutPrefix } from './response-page.tsx';
import { responsesPage } from './responses-page.tsx';

/** Reading responses and letting their texts be read: for the officers of the body that asked, and nobody else. */
export function responseRoutes(services: Services): readonly OfficeRoute[] {
  const { database, clock } = services;
  const path = '/office/:body/consultations/:consultation/responses';
  const may = mayConsult;
  const own = async (visit: OfficeVisit) => {
    const found = await consultationAt(database, idOf(visit), clock.now());
    return found?.consultation.bodyId === visit.actor.bodyId ? found : undefined;
  };
  const seen = ({ actor, params, today }: OfficeVisit) =>
    responseSeen(database, actor, params['consultation'] ?? '', {
      number: numberIn(params['response']),
      today,
    });
  return [
    {
      method: 'GET',
      path,
      may,
      handle: async (visit) => {
        const found = await own(visit);
        if (found === undefined) return notFound(missing(visit));
        const { actor, query, today } = visit;
        const after = numberIn(query['after']);
        const { id } = found.consultation;
        const [responses, names] = await Promise.all([
          responsesAfter(database, actor, id, { after, today }),
          namesFor(services, visit),
        ]);
        return page(responsesPage(actor, found, responses, names));
      },
    },
    {
      method: 'GET',
      path: `${path}/:response`,
      may,
      handle: async (visit) => {
        const [found, response] = await Promise.all([own(visit), seen(visit)]);
        if (found === undefined) return notFound(missing(visit));
        if (response === undefined) return notFound(noSuchResponse);
        return page(responsePage(visit.actor, found, response, await namesFor(services, visit)));
      },
    },
    {
      method: 'POST',
      path: `${path}/:response`,
      may,
      handle: async (visit) => {
        const [found, response] = await Promise.all([own(visit), seen(visit)]);
        if (found === undefined) return notFound(missing(visit));
        if (response === undefined) return notFound(noSuchResponse);
        return decide(services, visit, found, response, () => seen(visit));
      },
    },
  ];
}

const noSuchResponse =
  'There is no response of this number, or no longer: the answers are deleted after the day they are kept until.';

/** A number in an address; 0, which no response has, for what is none. */
const numberIn = (text: string | undefined): number => (/^\d{1,9}$/.test(text ?? '') ? Number(text) : 0);

async function decide(
  services: Services,
  visit: OfficeVisit,
  found: ConsultationAt,
  response: ResponseSeen,
  lookAgain: () => Promise<ResponseSeen | undefined>,
): Promise<Reply> {
  const { actor } = visit;
  const answers = withoutPrefix(visit.answers);
  const names = await namesFor(services, visit);
  const read = readModeration(answers);
  const question = read.ok ? read.value.question : numberIn(answers['question']);
  if (!read.ok)
    return askAgain(responsePage(actor, found, response, names, { question, answers, errors: read.error }));
  const { number } = response.response;
  const named = { consultationId: found.consultation.id, response: number, question };
  const decided = await moderateText(services, actor, named, read.value, once(visit));
  if (decided.ok)
    return redirect(
      `${consultationOffice(found.consultation)}/responses/${number}`,
      `The ${question === itsName ? 'name' : 'text'} of ${responseName(number)} is decided on.`,
    );
  if (!isStale(decided.error)) {
    const errors = explainModeration(decided.error);
    return askAgain(responsePage(actor, found, response, names, { question, answers, errors }));
  }
  const now = (await lookAgain()) ?? response;
  return askAgain(responsePage(actor, found, now, names, { question, answers, errors: {}, isStale: true }));
}
