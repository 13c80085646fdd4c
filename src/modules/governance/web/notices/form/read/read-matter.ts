import type { Answers } from '#platform/http';
import { isSlug, ok } from '#platform/kernel';
import { line, readAnswers } from '#platform/web';
import { z } from 'zod';
import { topicIds } from '../../../../domain/topics.ts';
import { longest, optional, optionalLine } from './typed.ts';

const matter = z.object({
  title: line('the title', { most: longest.title }),
  matter: optional('the matter'),
  leadOffice: optionalLine('the lead office'),
});

/** What is to be decided and what it concerns. */
export function readMatter(answers: Answers) {
  const read = readAnswers(matter, answers);
  if (!read.ok) return read;
  const places = Object.keys(answers)
    .filter((name) => name.startsWith('place-') && answers[name] === 'yes')
    .map((name) => name.slice('place-'.length))
    .filter(isSlug);
  const topics = topicIds.filter((topic) => answers[`topic-${topic}`] === 'yes');
  return ok({ ...read.value, places, topics });
}
