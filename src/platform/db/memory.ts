import type { Database, Sql } from './database.ts';

/** So many answers are kept; whichever was asked for longest ago goes first. */
const answersKept = 400;

type Memory = Readonly<{ version: () => string | undefined }> & {
  keptUnder?: string;
  answers: Map<string, Promise<unknown>>;
};

const memories = new WeakMap<Sql, Memory>();

/**
 * From now on `remembered` keeps what this database answers for as long as the version stands: the head of the record,
 * which moves with every act. Undefined means that another’s acts may be missed, and then nothing is kept or taken.
 */
export function rememberBy(database: Database, version: () => string | undefined): void {
  memories.set(database, { version, answers: new Map() });
}

/**
 * The answer to a question that many pages ask, read once for each state of the record however many ask at the same time.
 * `question` names it with everything it depends on, the day too. Only what anybody may see is asked so: in a transaction,
 * or on a body’s behalf, it is always read anew. Whoever takes the answer leaves it as it is.
 */
export function remembered<Answer>(sql: Sql, question: string, read: () => Promise<Answer>): Promise<Answer> {
  const memory = memories.get(sql);
  // Taken before anything is read: what was read while the record moved on is kept under the old version, and never taken.
  const version = memory?.version();
  if (memory === undefined || version === undefined) return read();
  if (memory.keptUnder !== version) {
    memory.keptUnder = version;
    memory.answers = new Map();
  }
  const { answers } = memory;
  const answer = (answers.get(question) as Promise<Answer> | undefined) ?? read();
  answers.delete(question);
  answers.set(question, answer);
  for (const oldest of answers.keys()) {
    if (answers.size <= answersKept) break;
    answers.delete(oldest);
  }
  // Whoever asks after a failure has another try.
  answer.catch(() => answers.delete(question));
  return answer;
}
