import { existsSync } from 'node:fs';
import { isReadingShort } from './staged/whole-reading.ts';

/**
 * Reads what lies in a place that somebody else may clear away meanwhile, as whoever drops an import does; undefined where it is gone,
 * before or while it is read, or lies there damaged, and is read again before anything comes of it. Any other fault is thrown.
 */
export async function whileItLies<Value>(
  place: string,
  read: () => Promise<Value>,
): Promise<Value | undefined> {
  if (!existsSync(place)) return undefined;
  try {
    return await read();
  } catch (error) {
    if (!existsSync(place) || isReadingShort(place)) return undefined;
    throw error;
  }
}
