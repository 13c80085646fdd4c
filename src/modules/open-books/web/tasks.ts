import type { Actor } from '#platform/kernel';
import type { ServicesWithFiles, Task } from '#platform/module';
import { spendingTasks } from './publishing/tasks.ts';

/** One part of this module says what needs an office now. */
export type TasksOf = (services: ServicesWithFiles, actor: Actor) => Promise<readonly Task[]>;

/** Each part’s tasks: a part that has any adds its function here. */
const parts: readonly TasksOf[] = [spendingTasks];

/** What needs this office now, the soonest first; what has no last day comes after. */
export async function tasks(services: ServicesWithFiles, actor: Actor): Promise<readonly Task[]> {
  const found = await Promise.all(parts.map((part) => part(services, actor)));
  return found.flat().toSorted((a, b) => (a.by ?? '9999').localeCompare(b.by ?? '9999'));
}
