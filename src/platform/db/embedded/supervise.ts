import type { ChildProcess } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { endLeftover } from './leftover.ts';

const fastStopMs = 20_000;
const immediateStopMs = 5000;
const firstPauseMs = 50;
const longestPauseMs = 5000;

export type Supervised = Readonly<{ pid(): number | undefined; stop(): Promise<void> }>;

/**
 * Keeps PostgreSQL running: when it dies it is started again, more and more slowly while that fails, for as long as
 * Accord runs. Nothing here ever ends Accord.
 */
export function supervise(
  first: ChildProcess,
  cluster: string,
  restart: () => Promise<ChildProcess>,
  report: (message: string) => void,
): Supervised {
  const state = { child: first, stopping: false };
  const watching = watch();
  // If Accord itself ends without stopping it first, it is at least asked to.
  const endWithAccord = (): void => void state.child.kill('SIGINT');
  process.once('exit', endWithAccord);

  async function watch(): Promise<void> {
    for (;;) {
      await ended(state.child);
      if (state.stopping) return;
      report('PostgreSQL has ended unexpectedly and is started again');
      await startAgain();
    }
  }

  async function startAgain(): Promise<void> {
    for (let pauseMs = firstPauseMs; !state.stopping; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
      try {
        await endLeftover(cluster);
        state.child = await restart();
        // Asked to stop while it was starting: the signal went to the one before.
        if (state.stopping) state.child.kill('SIGINT');
        report('PostgreSQL runs again');
        return;
      } catch (error) {
        report(error instanceof Error ? error.message : String(error));
        await wait(pauseMs);
      }
    }
  }

  return {
    pid: () => state.child.pid,
    async stop() {
      state.stopping = true;
      for (const [signal, patienceMs] of [
        ['SIGINT', fastStopMs],
        ['SIGQUIT', immediateStopMs],
        ['SIGKILL', immediateStopMs],
      ] as const) {
        state.child.kill(signal);
        const stopped = await Promise.race([
          watching.then(() => true),
          wait(patienceMs, false, { ref: false }),
        ]);
        if (stopped) break;
      }
      process.off('exit', endWithAccord);
    },
  };
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  await new Promise((resolve) => child.once('exit', resolve));
}
