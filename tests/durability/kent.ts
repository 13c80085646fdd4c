import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The districts of the example, whose officers write. */
export const districts = [
  'ashford',
  'canterbury',
  'dartford',
  'dover',
  'folkestone-and-hythe',
  'gravesham',
  'maidstone',
  'sevenoaks',
  'swale',
  'thanet',
  'tonbridge-and-malling',
  'tunbridge-wells',
] as const;

/** A data folder of its own, which PostgreSQL's user can reach. */
export function freshDataFolder(): Readonly<{ dataFolder: string; remove(): void }> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'accord-kills-'));
  chmodSync(dataFolder, 0o711);
  return { dataFolder, remove: () => rmSync(dataFolder, { recursive: true, force: true }) };
}
