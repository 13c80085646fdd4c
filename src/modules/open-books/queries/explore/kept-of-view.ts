import type { AllView } from '../../store/views/view-paths.ts';

/** So many answers are kept; whichever was asked for longest ago goes first. */
const mostKept = 1000;

const kept = new Map<string, Promise<unknown>>();

/**
 * A small answer that many pages of one view ask for, read once: a view never changes, so neither does it. `question` says what is asked
 * with everything it depends on besides the view.
 */
export function keptOfView<Answer>(
  { folder }: Pick<AllView, 'folder'>,
  question: string,
  read: () => Promise<Answer>,
): Promise<Answer> {
  const name = `${folder} ${question}`;
  const answer = (kept.get(name) as Promise<Answer> | undefined) ?? read();
  kept.delete(name);
  kept.set(name, answer);
  for (const oldest of kept.keys()) {
    if (kept.size <= mostKept) break;
    kept.delete(oldest);
  }
  // Whoever asks after a failure has another try.
  answer.catch(() => kept.delete(name));
  return answer;
}
