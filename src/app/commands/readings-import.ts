import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import type { Database } from '#platform/db';
import { formatCount } from '#platform/kernel';
import { type ActServices, openRecordHead } from '#platform/record';
import { importReadings, sayFault, sayFileFault } from '#modules/agreements';
import { systemClock } from '../system-clock.ts';
import { type Command, type Terminal, usage } from './command.ts';
import { withDatabase } from './with-database.ts';

export const readingsImport: Command = {
  name: 'readings import',
  takes: 'FILE… --body BODY [--check] [--json] [--good-rows] [--sure] [--comparison]',
  says: 'puts the readings of CSV files or workbooks before a body’s officers, who approve them on the site; --check puts nothing, --json says what was found for programs, --good-rows leaves out what is wrong, --sure says that figures far from those before are right, --comparison brings figures of others; status 1 when something is wrong',
  async run(given, terminal) {
    const flag = { type: 'boolean', default: false } as const;
    const { values, positionals } = parseArgs({
      args: [...given],
      options: {
        body: { type: 'string' },
        check: flag,
        json: flag,
        'good-rows': flag,
        sure: flag,
        comparison: flag,
      },
      allowPositionals: true,
    });
    const { body: bodyId } = values;
    if (positionals.length === 0) return usage(readingsImport, 'Give the file to bring in.', terminal);
    if (bodyId === undefined)
      return usage(readingsImport, 'Give the body, such as --body maidstone.', terminal);
    const asked: Asked = {
      bodyId,
      isCheck: values.check,
      isJson: values.json,
      mode: values['good-rows'] ? 'good' : 'all',
      isSure: values.sure,
      isComparison: values.comparison,
    };
    return withDatabase(terminal.configuration, async (database, appUrl) => {
      const head = await openRecordHead({ url: appUrl, onError: (error) => terminal.err(String(error)) });
      try {
        let status = 0;
        for (const path of positionals)
          status = Math.max(
            status,
            await bringIn({ database, clock: systemClock, head }, path, asked, terminal),
          );
        return status;
      } finally {
        await head.close();
      }
    });
  },
};

type Asked = Readonly<{
  bodyId: string;
  isCheck: boolean;
  isJson: boolean;
  mode: 'all' | 'good';
  isSure: boolean;
  isComparison: boolean;
}>;

const whyNotPut = {
  'only-checked': undefined,
  'rows-are-wrong': 'Nothing was put. Mend the file, or add --good-rows.',
  'nothing-to-put': 'There is nothing in it to put for approval.',
  'not-sure': 'Nothing was put. Look again at what is far from the periods before, and add --sure.',
} as const;

async function bringIn(
  services: ActServices & Readonly<{ database: Database }>,
  path: string,
  { isJson, ...asked }: Asked,
  { out, err }: Terminal,
): Promise<number> {
  const bytes = await readFile(path).catch(() => undefined);
  if (bytes === undefined) {
    err(`${path}: there is no such file, or it cannot be read.`);
    return 1;
  }
  const done = await importReadings(services, { ...asked, filename: basename(path), bytes });
  if (!done.ok) {
    const why = done.error === 'no-such-body' ? 'There is no such body' : sayFileFault(done.error);
    if (isJson) out(JSON.stringify({ file: path, refused: why }));
    else err(`${path}: ${why}.`);
    return 1;
  }
  const { findings, batchId, notPut } = done.value;
  const found = [...findings.faults, ...findings.doubts].map(({ line, column, value, found: fault }) => ({
    line,
    column,
    value,
    ...sayFault(fault),
  }));
  if (isJson) {
    const { faults: _, doubts: __, ...counts } = findings;
    out(JSON.stringify({ file: path, ...counts, batch: batchId ?? null, found }));
  } else {
    out(
      `${path}: ${formatCount(findings.rows)} rows; ${formatCount(findings.fresh)} readings right and new, ${formatCount(findings.revisions)} revisions, ${formatCount(findings.known)} there already, ${formatCount(findings.empty)} left empty, ${formatCount(findings.faultsInAll)} things wrong, ${formatCount(findings.doubtsInAll)} to look at again.`,
    );
    for (const { line, column, value, wrong, mend } of found)
      err(`line ${line}, ${column}: ${wrong}. ${mend}. There stands: ${JSON.stringify(value)}`);
    if (batchId !== undefined)
      out(`They wait for approval: /office/${asked.bodyId}/readings/batches/${batchId}`);
    const why = notPut === undefined ? undefined : whyNotPut[notPut];
    if (why !== undefined) err(why);
  }
  return findings.faultsInAll > 0 || notPut === 'not-sure' ? 1 : 0;
}
