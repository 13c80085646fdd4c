import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { openFolders } from '#platform/analytics';
import { formatMoney, plural } from '#platform/kernel';
import { openRecordHead } from '#platform/record';
import {
  importByCommand,
  importPath,
  type ImportShown,
  isDataset,
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
  takes: 'FILE… --body BODY [--dataset spending|procurement-card] [--from MONTH --to MONTH] [--json]',
  says: 'puts files of payments, of any size, before a body’s officers as one release, which they approve on the site; prints the report of their check; --from and --to, like 2026-07, say of which months they are where their dates do not; status 1 when they do not wait for approval, 3 when an officer must say first which column is which',
  async run(given, terminal) {
    const { values, positionals } = parseArgs({
      args: [...given],
      options: {
        body: { type: 'string' },
        dataset: { type: 'string', default: 'spending' },
        from: { type: 'string' },
        to: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
      allowPositionals: true,
    });
    const { body: bodyId, dataset, from, to, json } = values;
    if (positionals.length === 0) return usage(spendImport, 'Give one or more files of payments.', terminal);
    if (bodyId === undefined) return usage(spendImport, 'Give the body, such as --body maidstone.', terminal);
    if (!isDataset(dataset))
      return usage(spendImport, 'A dataset is spending or procurement-card.', terminal);
    const [since, last] = [readMonth(from ?? ''), readMonth(to ?? '')];
    if ((from ?? to) !== undefined && (since === undefined || last === undefined || last < since))
      return usage(spendImport, 'Give both months, like --from 2026-07 --to 2026-09.', terminal);
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
      const folders = openFolders(terminal.configuration.dataFolder);
      try {
        const onFault = (error: unknown) => terminal.err(String(error));
        const services = { database, clock: systemClock, head, ...folders, onFault };
        const bring = () =>
          importByCommand(services, { bodyId, dataset, files, months }, (brought) =>
            terminal.err(howFar(brought)),
          );
        const first = await bring();
        const isUnknown = !first.ok && first.error === 'no-such-body';
        const done = isUnknown && (await enterCouncil(services, bodyId, terminal)) ? await bring() : first;
        if (!done.ok) {
          const why = sayNotBrought(done.error, bodyId);
          if (json) terminal.out(JSON.stringify({ import: null, refused: why }));
          else terminal.err(`${why}.`);
          return 1;
        }
        return tell(done.value, json, terminal);
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

function tell(
  { brought, notAsked }: Extract<Awaited<ReturnType<typeof importByCommand>>, { ok: true }>['value'],
  json: boolean,
  { out, err }: Terminal,
): number {
  const { id, bodyId, standing, reading } = brought;
  const page = importPath(bodyId, id);
  const why = notAsked === undefined ? null : sayNotAsked(notAsked);
  if (json) {
    out(
      JSON.stringify(
        { import: id, page, standing: standing.is, why, report: reading.report ?? null },
        null,
        2,
      ),
    );
  } else {
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
