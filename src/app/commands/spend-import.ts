import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { openFolders } from '#platform/analytics';
import { formatMoney, listInWords, plural, type Result } from '#platform/kernel';
import { openRecordHead } from '#platform/record';
import {
  becameInWords,
  becameOf,
  importByCommand,
  importEachByCommand,
  importPath,
  type ImportShown,
  isDataset,
  mayBeAccepted,
  monthsAround,
  readMonth,
  reportInWords,
  sayNotAsked,
  sayNotBrought,
  timeLeft,
} from '#modules/open-books';
import type { Services } from '#platform/module';
import { councilListed, enterBody } from '#modules/register';
import { systemClock } from '../system-clock.ts';
import { explain as explainEntering } from './body-add.ts';
import { type Command, inDoubtStatus, type Terminal, usage } from './command.ts';
import { withDatabase } from './with-database.ts';

export const spendImport: Command = {
  name: 'spend import',
  takes:
    'FILE… --body BODY [--dataset spending|procurement-card] [--each] [--by-month | --from MONTH --to MONTH] [--accept FINDING --reason TEXT] [--json]',
  says: 'puts files of payments, of any size, before a body’s officers as one release, with --each as a release for each file, with --by-month as a release for each month of their payments, which they approve on the site; prints the report of their check; --accept names what was found that is right nevertheless, with the reason; --from and --to, like 2026-07, say of which months they are where their dates do not; status 1 when they do not wait for approval, 3 when an officer must say first which column is which',
  async run(given, terminal) {
    const { values, positionals } = parseArgs({
      args: [...given],
      options: {
        body: { type: 'string' },
        dataset: { type: 'string', default: 'spending' },
        from: { type: 'string' },
        to: { type: 'string' },
        each: { type: 'boolean', default: false },
        'by-month': { type: 'boolean', default: false },
        accept: { type: 'string', multiple: true, default: [] },
        reason: { type: 'string', default: '' },
        json: { type: 'boolean', default: false },
      },
      allowPositionals: true,
    });
    const { body: bodyId, dataset, from, to, each, json, 'by-month': byMonth } = values;
    const reason = values.reason.trim();
    const accepted = mayBeAccepted.filter((kind) => values.accept.includes(kind));
    if (positionals.length === 0) return usage(spendImport, 'Give one or more files of payments.', terminal);
    if (bodyId === undefined) return usage(spendImport, 'Give the body, such as --body maidstone.', terminal);
    if (!isDataset(dataset))
      return usage(spendImport, 'A dataset is spending or procurement-card.', terminal);
    const [since, last] = [readMonth(from ?? ''), readMonth(to ?? '')];
    if ((from ?? to) !== undefined && (since === undefined || last === undefined || last < since))
      return usage(spendImport, 'Give both months, like --from 2026-07 --to 2026-09.', terminal);
    if ((each || byMonth) && from !== undefined)
      return usage(
        spendImport,
        'With --each or --by-month the months of payments are those of their days.',
        terminal,
      );
    if (accepted.length < new Set(values.accept).size)
      return usage(spendImport, `What can be accepted is ${listInWords(mayBeAccepted)}.`, terminal);
    if (accepted.length > 0 && reason === '')
      return usage(
        spendImport,
        'Say with --reason why it is right: it is kept, and read by whoever approves.',
        terminal,
      );
    for (const path of positionals) {
      const found = await stat(path).catch(() => undefined);
      if (found?.isFile() === true) continue;
      terminal.err(
        `${path} cannot be read. Check that it is there, and that it is a file. Nothing was brought.`,
      );
      return 1;
    }
    const months = since === undefined || last === undefined ? undefined : monthsAround(since, last);
    const files = positionals.map((path) => ({ path, filename: basename(path) }));
    return withDatabase(terminal.configuration, async (database, appUrl) => {
      const head = await openRecordHead({ url: appUrl, onError: (error) => terminal.err(String(error)) });
      const { dataFolder, paymentsMegabytes: memoryMegabytes } = terminal.configuration;
      const folders = openFolders(dataFolder, { memoryMegabytes });
      try {
        const onFault = (error: unknown) => terminal.err(String(error));
        const services = { database, clock: systemClock, head, ...folders, onFault };
        const asked = { bodyId, dataset, files, byMonth, accepted, reason };
        const progress = (brought: ImportShown) => terminal.err(howFar(brought));
        const bring = async () =>
          each
            ? importEachByCommand(services, asked, progress)
            : [await importByCommand(services, { ...asked, months }, progress)];
        const first = await bring();
        const isUnknown = first.some((done) => !done.ok && done.error === 'no-such-body');
        const all = isUnknown && (await enterCouncil(services, bodyId, terminal)) ? await bring() : first;
        const [only] = all;
        return each || only === undefined
          ? tellEach(all, { bodyId, files, json }, terminal)
          : tellOne(only, { bodyId, json }, terminal);
      } finally {
        folders.published.close();
        await head.close();
      }
    });
  },
};

/** A council of England that the register has not yet is entered as it is listed, and whoever runs the site is told. */
async function enterCouncil(services: Services, bodyId: string, { err }: Terminal): Promise<boolean> {
  const listed = councilListed(bodyId);
  if (listed === undefined) {
    err(
      `${bodyId} is not in the list of England’s councils either. Enter it first with: accord body add ${bodyId}`,
    );
    return false;
  }
  const entered = await enterBody(services, listed);
  if (!entered.ok) {
    err(explainEntering(entered.error, listed));
    return false;
  }
  err(`${listed.name} was not in the register. It is entered now, as it stands in: ${listed.source}.`);
  return true;
}

type Done = Result<Brought, Parameters<typeof sayNotBrought>[0]>;
type Brought = Extract<Awaited<ReturnType<typeof importByCommand>>, { ok: true }>['value'];
type How = Readonly<{ bodyId: string; files: readonly FileAsked[]; json: boolean }>;
type FileAsked = Readonly<{ filename: string }>;

/** Tells what became of files that were brought together. */
function tellOne(done: Done, { bodyId, json }: Omit<How, 'files'>, terminal: Terminal): number {
  if (json) terminal.out(inJson(done.ok ? asJson(done.value) : notBrought(done.error, bodyId)));
  if (done.ok) return tell(done.value, json, terminal);
  if (!json) terminal.err(`${sayNotBrought(done.error, bodyId)}.`);
  return 1;
}

/** Tells what became of each file that was brought by itself; the status is that of the worst. */
function tellEach(all: readonly Done[], { bodyId, files, json }: How, { out }: Terminal): number {
  const became = all.map((done, at) => becameOf(files[at]?.filename ?? '', done, bodyId));
  if (json)
    out(
      inJson(
        all.map((done, at) => ({
          ...(done.ok ? asJson(done.value) : notBrought(done.error, bodyId)),
          ...became[at],
        })),
      ),
    );
  else for (const line of becameInWords(became)) out(line);
  if (became.every((each) => each.became === 'waits')) return 0;
  return became.every((each) => each.became === 'waits' || each.became === 'in-doubt') ? inDoubtStatus : 1;
}

const inJson = (told: unknown): string => JSON.stringify(told, null, 2);
const notBrought = (refusal: Parameters<typeof sayNotBrought>[0], bodyId: string) => ({
  import: null,
  refused: sayNotBrought(refusal, bodyId),
});

const asJson = ({ brought: { id, bodyId, standing, reading }, notAsked }: Brought) => ({
  import: id,
  page: importPath(bodyId, id),
  standing: standing.is,
  why: notAsked === undefined ? null : sayNotAsked(notAsked),
  report: reading.report ?? null,
});

function tell({ brought, notAsked }: Brought, json: boolean, { out, err }: Terminal): number {
  const { id, bodyId, standing, reading } = brought;
  const page = importPath(bodyId, id);
  const why = notAsked === undefined ? null : sayNotAsked(notAsked);
  if (!json) {
    for (const line of reading.report === undefined ? [] : reportInWords(reading.report)) out(line);
    out('');
    out(why === null ? `They wait for approval: ${page}` : `They do not wait for approval yet: ${page}`);
    if (reading.failed !== undefined) err(reading.failed);
    else if (why !== null) err(`${why}.`);
  }
  if (why === null) return 0;
  return standing.is === 'in-doubt' ? inDoubtStatus : 1;
}

const howFar = ({ reading, bytes }: ImportShown): string =>
  `${plural(reading.rowsDone, 'payment')} read, ${formatMoney(reading.penceDone)}. ${timeLeft({ ...reading, bytes }, new Date())}`;
