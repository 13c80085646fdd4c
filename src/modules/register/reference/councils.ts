import type { Body } from '../domain/body.ts';
import { cited, readFile } from './cited-file.ts';
import { councilsFile } from './files.ts';

/** A council as the list of England’s councils has it: what the register needs to enter it. */
export type ListedCouncil = Pick<Body, 'id' | 'kind' | 'tier' | 'gss' | 'source' | 'certainty'> &
  Readonly<{ name: string }>;

let councils: ReadonlyMap<string, ListedCouncil> | undefined;

/** The council of England that is listed by this id, such as `oxford`; undefined where none is. Read once. */
export function councilListed(id: string): ListedCouncil | undefined {
  if (councils === undefined) {
    const read = readFile('reference/councils-england.json', councilsFile);
    const { source, certainty } = cited(read, read.content);
    councils = new Map(read.content.councils.map((each) => [each.id, { ...each, source, certainty }]));
  }
  return councils.get(id);
}
