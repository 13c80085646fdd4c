// A process that finds suppliers: it reads the files of names itself, writes what it found beside, says so, and ends.
import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { openWorkshop } from '#platform/analytics';
import type { AskedAside } from './link-aside.ts';
import { whereToBegin } from './kept-linking.ts';
import { found, linkNamings } from './link-namings.ts';

const memoryMegabytes = 400;

process.once('message', (asked) => {
  void link(asked as AskedAside).then(() => process.send?.('linked', () => process.disconnect()));
});

async function link({ folder, bodies, choices, keep }: AskedAside): Promise<void> {
  const begun = whereToBegin(dirname(keep), bodies);
  const reads = [
    ...bodies.map((body) => join(body.folder, 'namings.parquet')),
    ...(begun === undefined ? [] : Object.values(found).map((file) => join(begun.folder, `${file}.parquet`))),
  ];
  const workshop = await openWorkshop({ folder, reads, memoryMegabytes });
  try {
    if (begun !== undefined)
      try {
        return await linkNamings(workshop, bodies, choices, { begun, keep });
      } catch {
        // What was kept is of no use, as after a disk that lost some of it: no publication hangs on it.
        rmSync(begun.folder, { recursive: true, force: true });
      }
    await linkNamings(workshop, bodies, choices, { keep });
  } finally {
    workshop.close();
  }
}
