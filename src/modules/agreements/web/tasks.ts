import type { Actor } from '#platform/kernel';
import type { Services, Task } from '#platform/module';
import { agreementTasks } from './agreements/tasks.ts';
import { commitmentTasks } from './commitments/tasks.ts';
import { consultationTasks } from './consultations/tasks.ts';
import { readingTasks } from './readings/tasks.ts';
import { targetTasks } from './targets/tasks.ts';

/** One part of this module says what needs an office now. */
export type TasksOf = (services: Services, actor: Actor) => Promise<readonly Task[]>;

/** Each part’s tasks: a part that has any adds its function here. */
const parts: readonly TasksOf[] = [
  agreementTasks,
  targetTasks,
  readingTasks,
  commitmentTasks,
  consultationTasks,
];

/** What needs this office now, the soonest first; what has no last day comes after. */
export async function tasks(services: Services, actor: Actor): Promise<readonly Task[]> {
  const found = await Promise.all(parts.map((part) => part(services, actor)));
  return found.flat().toSorted((a, b) => (a.by ?? '9999').localeCompare(b.by ?? '9999'));
}
