import { parseArgs } from 'node:util';
import { formatCount } from '#platform/kernel';
import { importReadings, sayFault, sayFileFault } from '#modules/agreements';
import { bringFiles, type FileOfBody, type ImportServices } from './bring-files.ts';
import type { Command, Terminal } from './command.ts';

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
    const asked: Asked = {
      isCheck: values.check,
      isJson: values.json,
      mode: values['good-rows'] ? 'good' : 'all',
      isSure: values.sure,
      isComparison: values.comparison,
    };
    return bringFiles(
      readingsImport,
      { paths: positionals, bodyId: values.body },
      terminal,
      (services, file) => bringIn(services, file, asked, terminal),
    );
  },
};

type Asked = Readonly<{
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
  services: ImportServices,
  { path, filename, bytes, bodyId }: FileOfBody,
  { isJson, ...asked }: Asked,
  { out, err }: Terminal,
): Promise<number> {
  const done = await importReadings(services, { ...asked, bodyId, filename, bytes });
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
    if (batchId !== undefined) out(`They wait for approval: /office/${bodyId}/readings/batches/${batchId}`);
    const why = notPut === undefined ? undefined : whyNotPut[notPut];
    if (why !== undefined) err(why);
  }
  return findings.faultsInAll > 0 || notPut === 'not-sure' ? 1 : 0;
}
