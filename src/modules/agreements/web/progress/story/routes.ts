import {
  askAgain,
  notFound,
  type OfficeRoute,
  type OfficeVisit,
  page,
  redirect,
  type Reply,
} from '#platform/http';
import { ok, refuse } from '#platform/kernel';
import { isStale, type Services } from '#platform/module';
import { once, takeStep } from '#platform/web';
import { tellStory } from '../../../actions/tell-story.ts';
import { seriesAreaPath } from '../../../domain/reading/reading-paths.ts';
import { mayEnterReadings } from '../../../permissions.ts';
import { curveOn } from '../../../queries/progress/curve.ts';
import { noSuchCurve } from '../curve/routes.tsx';
import { momentOf } from '../parts/moment-of.ts';
import { checkStoryPage, explainStory, readStory, storyPage, type Telling } from './story-form.tsx';

/** The story behind a reading, told by the body that brings it. */
export function storyRoutes(services: Services): readonly OfficeRoute[] {
  const path = '/office/:body/stories/:series/:area';
  return [
    {
      method: 'GET',
      path,
      may: mayEnterReadings,
      handle: async (visit) => {
        const telling = await toTell(services, visit);
        return telling === undefined ? notFound(noSuchCurve) : page(storyPage(telling, {}, {}));
      },
    },
    { method: 'POST', path, may: mayEnterReadings, handle: (visit) => submitStory(services, visit) },
  ];
}

async function toTell(services: Services, visit: OfficeVisit): Promise<Telling | undefined> {
  const { params, actor } = visit;
  const curve = await curveOn(
    services.database,
    { seriesId: params['series'] ?? '', areaId: params['area'] ?? '' },
    momentOf(services, { on: visit.today, today: visit.today }),
  );
  return curve && { actor, curve };
}

async function submitStory(services: Services, visit: OfficeVisit): Promise<Reply> {
  const telling = await toTell(services, visit);
  if (telling === undefined) return notFound(noSuchCurve);
  const { actor } = visit;
  return takeStep(visit, {
    read: (answers) => readStory(telling, answers),
    ask: (answers, errors) => storyPage(telling, answers, errors),
    check: (read, answers) => page(checkStoryPage(telling, read, answers)),
    async publish({ story, seen }) {
      const outcome = await tellStory(services, actor, actor.bodyId, story, seen, once(visit));
      if (outcome.ok) return ok(redirect(seriesAreaPath(story), 'The story is published.'));
      if (!isStale(outcome.error)) return refuse(explainStory(outcome.error));
      const now = (await toTell(services, visit)) ?? telling;
      return ok(askAgain(storyPage(now, visit.answers, {}, outcome.error.stale)));
    },
  });
}
