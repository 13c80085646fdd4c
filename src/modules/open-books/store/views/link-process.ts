// A process that finds suppliers: it reads the files of names itself, writes what it found beside, says so, and ends.
import { join } from 'node:path';
import { openWorkshop } from '#platform/analytics';
import type { AskedAside } from './link-aside.ts';
import { linkNamings } from './link-namings.ts';

const memoryMegabytes = 400;

process.once('message', (asked) => {
  void link(asked as AskedAside).then(() => process.send?.('linked', () => process.disconnect()));
});

async function link({ folder, bodies, choices }: AskedAside): Promise<void> {
  const reads = bodies.map((body) => join(body.folder, 'namings.parquet'));
  const workshop = await openWorkshop({ folder, reads, memoryMegabytes });
  try {
    await linkNamings(workshop, bodies, choices);
  } finally {
    workshop.close();
  }
}
