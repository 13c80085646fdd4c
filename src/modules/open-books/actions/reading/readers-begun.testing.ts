import { execFileSync } from 'node:child_process';

/** The processes that read for this one. */
export const readersBegun = (): readonly number[] =>
  execFileSync('ps', ['-eo', 'pid=,ppid=,stat=,args='], { encoding: 'utf8' })
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(([, parent, state = '', ...args]) => {
      const isAlive = !state.startsWith('Z');
      return (
        isAlive && parent === String(process.pid) && args.some((each) => each.includes('reading/reader'))
      );
    })
    .map(([id]) => Number(id));
