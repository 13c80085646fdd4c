import type { Encoding } from '#platform/tabular';
import type { WrittenAs } from '../../domain/generating/shape.ts';

/** The bytes that stand before the text, and the encoding of the text, of each way of writing a file. */
export const waysOfWriting: Readonly<
  Record<WrittenAs, Readonly<{ mark: readonly number[]; encoding: Encoding }>>
> = {
  'utf-8': { mark: [], encoding: 'utf-8' },
  'utf-8 with a mark': { mark: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  'utf-8 with two marks': { mark: [0xef, 0xbb, 0xbf, 0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  'windows-1252': { mark: [], encoding: 'windows-1252' },
  cp850: { mark: [], encoding: 'cp850' },
  'utf-16le': { mark: [], encoding: 'utf-16le' },
  'utf-16le with a mark': { mark: [0xff, 0xfe], encoding: 'utf-16le' },
  'utf-16be': { mark: [], encoding: 'utf-16be' },
};
