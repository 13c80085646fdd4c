import { type Clock, londonDate } from '#platform/kernel';
import { dateBoxes, draftNotice, fullNotice, publishDraft } from './notices.ts';
import { useSite } from './open-site.ts';
import { actingIn, type Answered, type Visitor, visitorOf } from './visitor.ts';

/** A site of the file's own for officers of several councils on several days: each test says when it is. */
export function useNoticesSite() {
  let now = new Date('2026-10-15T10:00:00Z');
  const clock: Clock = { now: () => now, today: () => londonDate(now) };
  const site = useSite({}, clock);
  const acting = (office: string) => actingIn(site().address, office);
  const draftFor = async (officer: Visitor, bodyId: string, answers: Readonly<Record<string, string>>) =>
    draftNotice(officer, bodyId, { ...fullNotice, ...answers });
  return {
    site,
    on: (day: string) => {
      now = new Date(`${day}T10:00:00Z`);
    },
    acting,
    officerOf: (bodyId: string) => acting(`${bodyId}.democratic-services-officer`),
    read: async (path: string) => visitorOf(site().address).get(path),
    draftFor,
    publishedBy: async (officer: Visitor, bodyId: string, answers: Readonly<Record<string, string>>) =>
      publishDraft(officer, await draftFor(officer, bodyId, answers)),
  };
}

export const due = (day: string) => dateBoxes('due', day);

/** Sends the publish form of a draft although its page does not offer it. */
export async function publishAnyway(officer: Visitor, draft: string, version: number): Promise<Answered> {
  const { csrf = '' } = await officer.hiddenFields('/account');
  return officer.post(`${draft}/check`, { csrf, draftSeen: String(version) });
}
