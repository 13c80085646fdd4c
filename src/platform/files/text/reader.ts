// The process that reads one file: its bytes come in, its text goes out, and nothing else does. Ends with 2 when the file
// cannot be read.
import { buffer } from 'node:stream/consumers';
import { Worker } from 'node:worker_threads';
import { limits } from './limits.ts';
import { textOf } from './text-of.ts';
import { tidyText } from './tidy-text.ts';

const [, , kind = '', allowed = String(limits.residentMegabytes)] = process.argv;

// Watched from beside, since what fills the memory does not pause for a look at it.
const watch = new Worker(
  `setInterval(() => process.memoryUsage.rss() > ${Number(allowed) * 1_000_000} && process.kill(process.pid, 'SIGKILL'), 50)`,
  { eval: true },
);
watch.unref();

try {
  const read = await textOf(kind, await buffer(process.stdin));
  const text = tidyText(read.text);
  const answer = {
    ...read,
    text: text.slice(0, limits.textCharacters).toWellFormed(),
    clipped: text.length > limits.textCharacters,
  };
  process.stdout.write(JSON.stringify(answer));
} catch {
  process.exitCode = 2;
}
await watch.terminate();
