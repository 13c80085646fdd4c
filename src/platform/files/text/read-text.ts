import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { projectFolder } from '#platform/config';
import { inTurn } from '#platform/kernel';
import { type FileKind, fileKinds } from '../file-kinds.ts';
import { limits } from './limits.ts';
import { decoded, tidyText } from './tidy-text.ts';

/** The text of a file, or in a sentence why there is none. `pages` where the file has pages. */
export type TextRead = Readonly<{ text: string; pages: number | undefined; note: string | undefined }>;

const own = fileURLToPath(import.meta.url);
const fromSource = own.endsWith('.ts');
const program = own.replace(/read-text\.(ts|js)$/, 'reader.$1');
const loaders = fromSource ? ['--conditions=source', '--import', 'tsx'] : [];

/** A few are read at a time, whoever asks. */
const turn = inTurn(limits.atOnce);

const note = {
  damaged: 'Its text could not be read, so it cannot be found by its words: the file is damaged.',
  tooMuch:
    'Its text could not be read within the time and memory allowed for it, so it cannot be found by its words.',
  none: 'No text was found in it, so it cannot be found by its words: it may be a scan.',
  clipped: 'It is so long that only the beginning of its text can be found.',
};

/**
 * Reads the text of a file that was judged to be of this kind. Nothing in the file is trusted: it is read in a process of
 * its own, without environment, which is ended when it takes too long or too much memory. A few are read at a time.
 */
export async function readText(kind: FileKind, bytes: Buffer, allowed: Allowed = limits): Promise<TextRead> {
  if (!fileKinds[kind].hasText) return { text: '', pages: undefined, note: undefined };
  if (isPlain(kind) && bytes.length <= limits.plainBytes) return plainRead(bytes);
  return turn(() => readApart(kind, bytes, allowed));
}

/** Plain text needs no reading, so a short one is not worth a process. */
const isPlain = (kind: FileKind): boolean => kind === 'text' || kind === 'csv';
function plainRead(bytes: Buffer): TextRead {
  const text = tidyText(decoded(bytes));
  return { text, pages: undefined, note: text === '' ? note.none : undefined };
}

/** What reading may take before it is given up. */
export type Allowed = Pick<typeof limits, 'seconds' | 'residentMegabytes'>;

function readApart(kind: FileKind, bytes: Buffer, allowed: Allowed): Promise<TextRead> {
  return new Promise((resolve) => {
    const reader = spawn(
      process.execPath,
      [
        ...loaders,
        `--max-old-space-size=${limits.heapMegabytes}`,
        program,
        kind,
        String(allowed.residentMegabytes),
      ],
      {
        cwd: projectFolder,
        env: {},
        stdio: ['pipe', 'pipe', 'ignore'],
      },
    );
    const written: Buffer[] = [];
    let length = 0;
    const deadline = setTimeout(() => reader.kill('SIGKILL'), allowed.seconds * 1000);
    reader.stdout.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length > limits.answerBytes) reader.kill('SIGKILL');
      else written.push(chunk);
    });
    // A reader that ends before it has taken everything closes the pipe; how it ended is told by its end.
    reader.stdin.on('error', () => undefined);
    reader.on('error', () => finish(failed(note.tooMuch)));
    reader.on('close', (status) =>
      finish(status === 0 ? answerIn(written) : failed(status === 2 ? note.damaged : note.tooMuch)),
    );
    reader.stdin.end(bytes);

    function finish(read: TextRead): void {
      clearTimeout(deadline);
      resolve(read);
    }
  });
}

const failed = (why: string): TextRead => ({ text: '', pages: undefined, note: why });

function answerIn(written: readonly Buffer[]): TextRead {
  const { text, pages, clipped } = JSON.parse(Buffer.concat(written).toString('utf8')) as Readonly<{
    text: string;
    pages?: number;
    clipped: boolean;
  }>;
  return { text, pages, note: text === '' ? note.none : clipped ? note.clipped : undefined };
}
