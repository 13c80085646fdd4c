import { type Actor, ok, plural, refuse, type Result } from '#platform/kernel';
import type { Stale } from '#platform/module';
import type { ActOptions, ActServices } from '#platform/record';
import { closingAt } from '../../domain/consultation/consultation.ts';
import {
  acceptPoint,
  type NewPoint,
  type Point,
  pointOutcomes,
  type PointRefusal,
} from '../../domain/consultation/point.ts';
import { insertPoint, listPoints, listRespondents } from '../../store/consultation-results.ts';
import { listNotices } from '../../store/consultations.ts';
import { countedResponses } from '../../store/responses.ts';
import { consultationEntry } from './entries.ts';
import { onConsultation, type OnConsultationRefusal } from './on-consultation.ts';

export type AnswerPointRefusal = OnConsultationRefusal | PointRefusal | 'still-open' | Stale<Point>;

/**
 * Says what became of what some responses said: what changed because of it, or why nothing did. It is never edited; another
 * point can be added. `seen`: how many points the officer saw.
 */
export async function answerPoint(
  services: ActServices,
  actor: Actor | undefined,
  consultationId: string,
  { seen, ...given }: NewPoint & Readonly<{ seen: number }>,
  options: ActOptions = {},
): Promise<Result<void, AnswerPointRefusal>> {
  return onConsultation<void, AnswerPointRefusal>(
    services,
    actor,
    consultationId,
    options,
    async ({ sql, consultation, actor: officer, now }) => {
      const notices = (await listNotices(sql, [consultationId])).get(consultationId) ?? [];
      if (now < closingAt(consultation, notices, now)) return refuse('still-open');
      const points = (await listPoints(sql, [consultationId])).get(consultationId) ?? [];
      if (points.length !== seen) return refuse({ stale: points.at(-1) });
      const published = await listRespondents(sql, consultationId);
      const known = published.length > 0 ? published : await countedResponses(sql, consultationId);
      const accepted = acceptPoint(new Set(known.map(({ number }) => number)), given);
      if (!accepted.ok) return accepted;
      const point: Point = { ...given, number: seen + 1, byOffice: officer.officeTitle, at: now };
      await insertPoint(sql, consultationId, point);
      const answered = plural(given.responses.length, 'response');
      const summary = `You said, we did on ${consultation.title}, for ${answered}: ${pointOutcomes[given.outcome].toLowerCase()}`;
      const { said, outcome, did, link } = given;
      return ok({
        value: undefined,
        entry: consultationEntry(
          consultation,
          'point-answered',
          summary,
          { number: point.number, said, outcome, did, link: link ?? null, responses: given.responses.length },
          link === undefined ? [] : [link.path],
        ),
      });
    },
  );
}
