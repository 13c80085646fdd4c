import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Turns the name of an asset into the address a page asks for it by. */
export type AssetUrl = (logicalName: string) => string;

/**
 * Reads the manifest that `buildAssets` wrote into `folder`. The server calls this once, at its start, and serves
 * that folder under `prefix` with a cache life of a year, since a changed file has another name.
 */
export function loadAssets(folder: string, prefix = '/assets/'): AssetUrl {
  const path = join(folder, 'manifest.json');
  const manifest: Readonly<Record<string, string>> = JSON.parse(readFileSync(path, 'utf8'));
  return (logicalName) => {
    const name = manifest[logicalName];
    if (name === undefined) throw new Error(`There is no asset "${logicalName}" in ${path}.`);
    return `${prefix}${name}`;
  };
}
