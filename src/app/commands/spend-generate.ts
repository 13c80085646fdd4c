import { stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { formatCount, formatMoney, isoDate, pence, plural } from '#platform/kernel';
import { makeFile, type Mess, messes, messIds } from '#modules/open-books';
import { type Command, usage } from './command.ts';

export const spendGenerate: Command = {
  name: 'spend generate',
  takes:
    '--rows N --seed S [--messy all|MESS,…] [--files N] [--body NAME] [--from DATE] [--to DATE] [--out FOLDER]',
  says: 'makes files of invented payments, clean or messy, with what is true of each row beside them',
  async run(given, terminal) {
    const { values } = parseArgs({
      args: [...given],
      options: {
        rows: { type: 'string' },
        seed: { type: 'string' },
        messy: { type: 'string' },
        files: { type: 'string', default: '1' },
        body: { type: 'string', default: 'Example Borough Council (illustrative)' },
        from: { type: 'string', default: '2024-04-01' },
        to: { type: 'string', default: '2024-06-30' },
        out: { type: 'string', default: '.' },
      },
    });
    const [rows, seed, files] = [values.rows, values.seed, values.files].map(wholeNumber);
    if (rows === undefined || seed === undefined || files === undefined || files > 100_000)
      return usage(
        spendGenerate,
        'Give the rows of a file, a seed and the number of files as whole numbers.',
        terminal,
      );
    const [from, to] = [isoDate(values.from), isoDate(values.to)];
    if (!from.ok || !to.ok || from.value > to.value)
      return usage(spendGenerate, 'Give the first and the last day as 2024-04-01.', terminal);
    const asked = messesOf(values.messy);
    if (asked === undefined) {
      for (const [mess, says] of Object.entries(messes)) terminal.err(`${mess}: ${says}`);
      return usage(spendGenerate, `There is no mess "${values.messy ?? ''}".`, terminal);
    }
    const out = await folderFault(values.out);
    if (out !== undefined) {
      terminal.err(out);
      return 1;
    }
    for (let file = 0; file < files; file += 1) {
      const period = { from: from.value, to: to.value };
      const made = await makeFile(
        { rows, seed: seed + file, body: values.body, ...period },
        asked,
        values.out,
      );
      const { payments, setAside } = made.truth;
      terminal.out(
        `${made.path}: ${plural(payments, 'payment')} of ${formatMoney(pence(made.truth.pence))}, ${plural(setAside, 'other row')}, ${formatCount(made.bytes)} bytes`,
      );
    }
    return 0;
  },
};

/** Why files cannot be put into a folder. It may be new, where the folder that it is to stand in is there. */
async function folderFault(folder: string): Promise<string | undefined> {
  const [own, around] = [await kindOf(folder), await kindOf(dirname(resolve(folder)))];
  if (own === 'other') return `${folder} is a file. Give a folder for the files after --out.`;
  return own === 'folder' || around === 'folder'
    ? undefined
    : `There is no folder ${dirname(resolve(folder))}, so ${folder} was not made. Make it first, or give another folder after --out.`;
}

async function kindOf(path: string): Promise<'folder' | 'other' | undefined> {
  const found = await stat(path).catch(() => undefined);
  return found && (found.isDirectory() ? 'folder' : 'other');
}

const wholeNumber = (written: string | undefined): number | undefined =>
  written !== undefined && /^\d{1,9}$/.test(written) ? Number(written) : undefined;

function messesOf(written: string | undefined): ReadonlySet<Mess> | undefined {
  if (written === undefined) return new Set();
  if (written === 'all') return new Set(messIds);
  const named = written.split(',').map((each) => messIds.find((id) => id === each.trim()));
  return named.includes(undefined) ? undefined : new Set(named.flatMap((each) => each ?? []));
}
