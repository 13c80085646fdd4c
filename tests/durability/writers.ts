import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { actingIn, type Answered } from '../support/visitor.ts';
import { draftForm, type EndlessForm, seatForm, seatTitle } from './endless-forms.ts';

/** An act that an officer was told is done: the id it goes by, and the key its form was sent with. */
export type Acknowledged = Readonly<{ id: string; key: string; isPrivate: boolean }>;

/** All that the officers of one body were told. */
export type Ledger = Readonly<{
  bodyId: string;
  acts: readonly Acknowledged[];
  /** Acts whose form was sent again, because nobody knew what had become of it. */
  retried: readonly string[];
  /** The titles of the offices that were published last. */
  newest(): readonly string[];
}>;

/** When the writers may rest. */
export type Rest = Readonly<{
  /** Once an act is acknowledged that was begun after this moment, where it is known yet. */
  since: number | undefined;
  /** At once, whatever became of the form in hand. */
  now: boolean;
}>;

/** An officer who sends one form after another. */
export type Writer = Readonly<{
  /**
   * Acts until it may rest. A form of which nobody knows what became is sent again, with the same key, until it is
   * answered. Throws for an answer that no officer should get.
   */
  act(rest: () => Rest): Promise<void>;
}>;

export type Officers = Readonly<{ ledger: Ledger; writers: readonly Writer[] }>;

const series = ['one', 'two'] as const;

/** The officers of one body, signed in: two publish offices side by side, one keeps drafts. */
export async function officersOf(address: string, bodyId: string): Promise<Officers> {
  const acts: Acknowledged[] = [];
  const retried: string[] = [];
  const published = { one: 0, two: 0 };
  const signIn = async (office: string, form: EndlessForm, done?: (number: number) => void) =>
    writerOf(await signedIn(address, `${bodyId}.${office}`, form), form, { acts, retried, done });
  const writers = await Promise.all([
    signIn('monitoring-officer', seatForm(bodyId, 'one'), (number) => (published.one = number)),
    signIn('democratic-services-officer', seatForm(bodyId, 'two'), (number) => (published.two = number)),
    signIn('scrutiny-officer', draftForm(bodyId)),
  ]);
  const newest = () =>
    series.filter((name) => published[name] > 0).map((name) => seatTitle(name, published[name]));
  return { ledger: { bodyId, acts, retried, newest }, writers };
}

type Send = (fields: Readonly<Record<string, string>>) => Promise<Answered | undefined>;

/** Posts the form in the name of an office; answers nothing where nobody did. */
async function signedIn(address: string, officeId: string, { path }: EndlessForm): Promise<Send> {
  const visitor = await actingIn(address, officeId);
  const { csrf = '' } = await visitor.hiddenFields(path);
  return (fields) =>
    visitor.post(path, { ...fields, csrf }).catch((error: unknown) => {
      // What `fetch` throws when a connection is refused or cut. Anything else is a fault of the proof itself.
      if (error instanceof TypeError) return undefined;
      throw error;
    });
}

type Notes = Readonly<{
  acts: Acknowledged[];
  retried: string[];
  done: ((number: number) => void) | undefined;
}>;

function writerOf(send: Send, form: EndlessForm, { acts, retried, done }: Notes): Writer {
  let number = 0;

  /** Sends the form of an act once; whether the act is known to be done now. */
  async function isDone(id: string, key: string): Promise<boolean> {
    const answer = await send({ ...form.answers(number), submission: key });
    if (answer === undefined || answer.status === 503) return false;
    if (answer.status === 303 && answer.to === form.done) return true;
    throw new Error(`${id} was answered ${answer.status} ${answer.to ?? whatItSays(answer)}`);
  }

  return {
    async act(rest) {
      for (let begun = performance.now(); ; begun = performance.now()) {
        number += 1;
        const [id, key] = [form.id(number), randomUUID()];
        for (let sent = 1; !(await isDone(id, key)); sent += 1) {
          if (sent === 1) retried.push(id);
          if (rest().now) return;
          await wait(50);
        }
        acts.push({ id, key, isPrivate: form.isPrivate });
        done?.(number);
        const { since, now } = rest();
        if (now || (since !== undefined && begun > since)) return;
      }
    },
  };
}

/** The heading of a page and the errors it tells. */
const whatItSays = ({ body }: Answered): string =>
  [...body.matchAll(/<h1[^>]*>([^<]+)<|<a href="#[^"]*">([^<]+)<\/a>/g)]
    .map(([, heading, error]) => (heading ?? error ?? '').trim())
    .join('; ');
