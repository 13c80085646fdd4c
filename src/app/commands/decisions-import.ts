import { parseArgs } from 'node:util';
import { formatCount } from '#platform/kernel';
import { checkFile, explainFile, type ImportKind, writeFile } from '#modules/governance';
import { bringFiles, type FileOfBody, type ImportServices } from './bring-files.ts';
import type { Command, Terminal } from './command.ts';

export const decisionsImport: Command = {
  name: 'decisions import',
  takes: 'FILE… --body BODY [--meetings] [--check] [--good-rows] [--corrections]',
  says: 'brings in decisions, or meetings, from another system’s CSV files; --check writes nothing, --good-rows leaves out what is wrong, --corrections adds what differs to records that stand; status 1 when something is wrong',
  async run(given, terminal) {
    const flag = { type: 'boolean', default: false } as const;
    const { values, positionals } = parseArgs({
      args: [...given],
      options: {
        body: { type: 'string' },
        meetings: flag,
        check: flag,
        'good-rows': flag,
        corrections: flag,
      },
      allowPositionals: true,
    });
    const asked: Asked = {
      kind: values.meetings ? 'meetings' : 'decisions',
      isCheck: values.check,
      goodRows: values['good-rows'],
      corrections: values.corrections,
    };
    return bringFiles(
      decisionsImport,
      { paths: positionals, bodyId: values.body },
      terminal,
      (services, file) => bringIn(services, file, asked, terminal),
    );
  },
};

type Asked = Readonly<{
  kind: ImportKind;
  isCheck: boolean;
  goodRows: boolean;
  corrections: boolean;
}>;

async function bringIn(
  services: ImportServices,
  { path, filename, bytes, bodyId }: FileOfBody,
  { kind, isCheck, goodRows, corrections }: Asked,
  { out, err }: Terminal,
): Promise<number> {
  const { database, clock } = services;
  const today = clock.today();
  const checked = await database.as({ bodyId }, (sql) => checkFile(sql, { bodyId, kind, bytes, today }));
  if (!checked.ok) {
    err(`${path}: ${Object.values(explainFile(checked.error)).join('. ')}.`);
    return 1;
  }
  const { findings } = checked.value;
  out(
    `${path}: ${formatCount(findings.rows)} rows; ${formatCount(findings.fresh)} ${kind} right and new, ${formatCount(findings.known)} there already, ${formatCount(findings.differences.length)} differences, ${formatCount(findings.faultsInAll)} things wrong.`,
  );
  if (findings.ignored.length > 0) out(`Columns left out: ${findings.ignored.join(', ')}.`);
  for (const { line, column, value, wrong, mend } of findings.faults)
    err(`line ${line}, ${column}: ${wrong}. ${mend}. There stands: ${JSON.stringify(value)}`);
  for (const { line, reference, what, stands, file } of findings.differences)
    out(
      `line ${line}: ${reference} differs. ${what}: ${JSON.stringify(stands)}; the file says ${JSON.stringify(file)}`,
    );
  const isWrong = findings.faultsInAll > 0;
  if (isCheck || (isWrong && !goodRows)) {
    if (isWrong && !isCheck) err('Nothing was written. Mend the file, or add --good-rows.');
    return isWrong ? 1 : 0;
  }

  const written = await writeFile(services, { officeTitle: 'Accord’s command line', bodyId }, checked.value, {
    bodyId,
    filename,
    together: !goodRows,
    corrections,
    progress: async (done) => err(`${formatCount(done)} of ${formatCount(findings.fresh)}`),
  });
  out(
    `${formatCount(written.entered)} ${kind} written, ${formatCount(written.corrected)} corrections added.`,
  );
  return isWrong ? 1 : 0;
}
