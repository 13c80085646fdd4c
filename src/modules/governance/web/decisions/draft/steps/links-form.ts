import type { Answers, FieldErrors } from '#platform/http';
import { ok, refuse, type Result } from '#platform/kernel';
import { line, readAnswers } from '#platform/web';
import { z } from 'zod';
import type { NewDecision } from '../../../../domain/decision/new-decision.ts';
import { adoptionAnswers, adoptionLink } from '../../../../domain/proposal/adoption-link.ts';
import { topicIds } from '../../../../domain/topics.ts';

const id = (name: string) => line(name, { most: 200, optional: true });

const form = z.object({
  meeting: id('the meeting'),
  item: id('the item of its agenda'),
  reconsiders: id('the decision it reconsiders'),
  [adoptionAnswers.proposal]: id('the joint proposal'),
  [adoptionAnswers.version]: line('the version', { most: 6, optional: true }),
  [adoptionAnswers.outcome]: id('what it does with the proposal'),
  [adoptionAnswers.executive]: line('the clause', { most: 20, optional: true }),
  [adoptionAnswers.council]: line('the clause', { most: 20, optional: true }),
  [adoptionAnswers.committee]: line('the clause', { most: 20, optional: true }),
});

/** Boxes that are ticked, one to each place and topic. */
const placeName = 'place.';
const topicName = 'topic.';
export const placeBox = (place: string): string => `${placeName}${place}`;
export const topicBox = (topic: string): string => `${topicName}${topic}`;

const names: ReadonlySet<string> = new Set(Object.keys(form.shape));
export const isLinkName = (name: string): boolean =>
  names.has(name) || name.startsWith(placeName) || name.startsWith(topicName);

export type Links = Pick<
  NewDecision,
  'meetingId' | 'itemId' | 'reconsiders' | 'adopts' | 'places' | 'topics'
>;

export function readLinks(answers: Answers): Result<Links, FieldErrors> {
  const read = readAnswers(form, answers);
  if (!read.ok) return read;
  const { meeting, item, reconsiders } = read.value;
  const adopts = adoptionLink(answers);
  if (adopts !== undefined && !Number.isSafeInteger(adopts.version))
    return refuse({ [adoptionAnswers.version]: 'The version must be a whole number, like 1' });
  return ok({
    meetingId: orNone(meeting),
    itemId: orNone(item),
    reconsiders: orNone(reconsiders),
    adopts,
    places: ticked(answers, placeName),
    topics: ticked(answers, topicName).filter((topic) => topicIds.some((each) => each === topic)),
  });
}

const orNone = (text: string | undefined) => (text === undefined || text === '' ? undefined : text);

/** The boxes of one kind that are ticked. */
const ticked = (answers: Answers, prefix: string): readonly string[] =>
  Object.entries(answers)
    .filter(([name, answer]) => name.startsWith(prefix) && answer === 'yes' && name.length <= 100)
    .map(([name]) => name.slice(prefix.length))
    .toSorted();
