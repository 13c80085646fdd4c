import { lockThing } from '#platform/db';
import { may } from '#platform/identity';
import { type Actor, clip, ok, refuse, type Result } from '#platform/kernel';
import type { CommonRefusal, Stale } from '#platform/module';
import { act, type ActOptions, type ActServices, publicEntry } from '#platform/record';
import type { Story } from '../domain/reading/story.ts';
import { ownerOn } from '../domain/series/series-owner.ts';
import { indicatorPath } from '../domain/framework/framework.ts';
import { seriesAreaPath } from '../domain/reading/reading-paths.ts';
import { seriesPath } from '../domain/series/series.ts';
import { mayEnterReadings } from '../permissions.ts';
import { knownReadings, type SeriesInArea } from '../store/readings.ts';
import { findSeries } from '../store/series.ts';
import { listSeriesOwners } from '../store/series-owners.ts';
import { insertStory, listStories } from '../store/stories.ts';

export type NewStory = SeriesInArea & Readonly<{ periodTo: Story['periodTo']; says: string }>;

export type TellStoryRefusal =
  | CommonRefusal
  | 'no-such-series'
  | 'owner-not-named'
  | 'not-the-owner'
  | 'no-such-reading'
  | 'nothing-told'
  | Stale<Story>;

/**
 * Tells the story behind a published reading: public at once, dated, and never edited. The body that owns the series in the
 * area tells it. `seen`: how many stories the officer saw; who writes while another publishes is shown what stands.
 */
export async function tellStory(
  services: ActServices,
  actor: Actor | undefined,
  bodyId: string,
  given: NewStory,
  seen: number,
  options: ActOptions = {},
): Promise<Result<void, TellStoryRefusal>> {
  const allowed = may(actor, mayEnterReadings, bodyId);
  if (!allowed.ok) return allowed;
  const { clock } = services;
  return act<void, TellStoryRefusal>(services, allowed.value, options, async (sql) => {
    const path = seriesAreaPath(given);
    await lockThing(sql, path);
    const series = await findSeries(sql, given.seriesId);
    if (series === undefined) return refuse('no-such-series');
    const owners = await listSeriesOwners(sql, { seriesIds: [series.id] });
    const owner = ownerOn(owners, given.areaId, clock.today());
    if (owner === undefined) return refuse('owner-not-named');
    if (owner.bodyId !== bodyId) return refuse('not-the-owner');
    if (given.says === '') return refuse('nothing-told');
    const readings = await knownReadings(sql, {
      seriesIds: [series.id],
      areaIds: [given.areaId],
      since: given.periodTo,
    });
    if (!readings.some(({ period }) => period.to === given.periodTo)) return refuse('no-such-reading');
    const told = await listStories(sql, given);
    if (told.length !== seen) return refuse({ stale: told[0] });
    const story: Story = {
      ...given,
      number: told.length + 1,
      bodyId,
      byOffice: allowed.value.officeTitle,
      publishedAt: clock.now(),
    };
    await insertStory(sql, story);
    return ok({
      value: undefined,
      entry: publicEntry({
        act: 'agreements.story.told',
        subject: path,
        summary: `The story behind ${clip(series.title, 100)}: ${clip(story.says, 160)}`,
        facts: { series: series.id, area: given.areaId, periodTo: given.periodTo, says: story.says },
        about: {
          bodies: [bodyId],
          places: [given.areaId],
          things: [seriesPath(series.id), indicatorPath({ id: series.indicatorId })],
        },
      }),
    });
  });
}
