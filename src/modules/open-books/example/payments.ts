import { mkdir, rm, writeFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { dirname } from 'node:path';
import { date, ok } from '#platform/kernel';
import type { ServicesWithFiles } from '#platform/module';
import { act } from '#platform/record';
import { bodiesOn, type BodyKind } from '#modules/register';
import { publishedEntry, publishing, putRelease } from '../actions/publishing/put-release.ts';
import { readFiles } from '../actions/reading/read-files.ts';
import { cleanFile } from '../domain/generating/clean.ts';
import { monthsAround } from '../domain/release/months-covered.ts';
import { standingReleases } from '../domain/release/release.ts';
import { filePlace, importFolder, readingFolder } from '../store/folders.ts';
import { listReleases } from '../store/releases.ts';
import { buildViews } from '../store/views/ensure-views.ts';

/** A made-up release of the example: so many payments of a quarter by a body, the `seed` telling which. */
type Illustration = Readonly<{
  bodyId: string;
  bodyName: string;
  rows: number;
  seed: number;
  supersedes: readonly string[];
}>;

const quarter = monthsAround(date('2026-01-01'), date('2026-03-31'));
const kinds: ReadonlySet<BodyKind> = new Set(['county-council', 'district-council', 'unitary-council']);
const mark = 'illustrative';

/**
 * A small set of payments for each council, generated and marked as such: they show the pages and were paid by nobody. Maidstone’s
 * was brought twice, so that a release is there that another took the place of.
 */
export async function loadPaymentsExample(services: ServicesWithFiles): Promise<void> {
  const { database, clock } = services;
  const releases = await listReleases(database);
  const councils = (await bodiesOn(database, { on: clock.today() })).filter(({ kind }) => kinds.has(kind));
  for (const [seed, { id: bodyId, name: bodyName, kind }] of councils.entries()) {
    const own = releases.filter((release) => release.bodyId === bodyId);
    // What a council published itself is not replaced by what is made up.
    if (own.some(({ isIllustrative }) => !isIllustrative)) continue;
    const times = bodyId === 'maidstone' ? 2 : 1;
    const rows = kind === 'district-council' ? 60 : 240;
    const asked = { bodyId, bodyName, seed };
    let supersedes = own.map(({ id }) => id);
    for (let time = own.length; time < times; time += 1)
      supersedes = [await publishMadeUp(services, { ...asked, rows: rows + time * 12, supersedes })];
  }
  await buildViews(services, standingReleases(await listReleases(database)));
}

async function publishMadeUp(services: ServicesWithFiles, illustration: Illustration): Promise<string> {
  const { privateFolder, clock } = services;
  const { bodyId, bodyName, rows, seed, supersedes } = illustration;
  const named = { bodyId, importId: `${mark}-${rows}` };
  const path = filePlace(privateFolder, named, 0);
  const folder = readingFolder(privateFolder, named, 1);
  const written = [...cleanFile({ rows, seed, body: bodyName, ...quarter }).pieces].join('');
  const file = {
    filename: `illustrative-payments-${bodyId}.csv`,
    sha256: createHash('sha256').update(written).digest('hex'),
    bytes: Buffer.byteLength(written),
  };
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, written);
    const report = await readFiles({
      files: [{ filename: file.filename, path }],
      folder,
      decided: () => undefined,
      thresholdPence: null,
      progress: () => undefined,
    });
    const done = await publishing(services, { from: folder, report }, ([place]) =>
      act<string, never>(services, { officeTitle: 'The example', bodyId }, {}, async (sql) => {
        const { release } = await putRelease(sql, services, place, {
          bodyId,
          dataset: 'spending',
          files: [file],
          report,
          period: quarter,
          supersedes,
          preparedBy: `The example, for ${bodyName}`,
          approvedBy: `The example, for ${bodyName}`,
          publishedAt: clock.now(),
          source: 'Made up by Accord’s own generator to show these pages; nobody paid these amounts',
          isIllustrative: true,
          mark,
        });
        return ok({ value: release.id, entry: publishedEntry(release) });
      }),
    );
    if (!done.ok) throw new Error(`The payments made up for ${bodyId} could not be published`);
    return done.value;
  } finally {
    await rm(importFolder(privateFolder, named), { recursive: true, force: true });
  }
}
