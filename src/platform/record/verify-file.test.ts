import { createHash, generateKeyPairSync } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { signCheckpoint } from './checkpoint.ts';
import { explainFault, explainReport } from './explain-file.ts';
import { correction } from './kent.testing.ts';
import { writeLeaf } from './leaf.ts';
import { leafHash } from './merkle/hash.ts';
import { append, emptyTree, rootOf } from './merkle/tree.ts';
import { firstLine, lastLine } from './record-file.ts';
import { verifierOf, writeVerifier } from './signed-note.ts';
import { verifyFile } from './verify-file.ts';

/** How many tamperings to try; a longer run is asked for as TAMPERINGS=100000. */
const tamperings = Number(process.env['TAMPERINGS'] ?? 2000);

const name = 'accord.example.gov.uk/record';
const signer = { name, privateKey: generateKeyPairSync('ed25519').privateKey };
const key = verifierOf(signer);
const author = { bodyId: 'swale', officeTitle: 'Monitoring Officer, Swale Borough Council' };

const leaves = Array.from({ length: 40 }, (_, n) => {
  const entry = correction(n, n % 5 === 3 ? 'private' : 'public');
  return writeLeaf(entry, author, new Date(Date.UTC(2008, 6, 15, 9, n))).leaf;
});

function noteAt(size: number, by = signer): string {
  const tree = leaves.slice(0, size).reduce((grown, leaf) => append(grown, leafHash(leaf)), emptyTree);
  return signCheckpoint({ size, root: rootOf(tree) }, by);
}
const linesAt = (size: number, by = signer) => [
  firstLine(name, writeVerifier(verifierOf(by))),
  ...leaves.slice(0, size).map((leaf) => `${leaf}\n`),
  lastLine(noteAt(size, by)),
];
const bytesOf = (lines: readonly string[]) => Buffer.from(lines.join(''));

/** As a file arrives: in pieces that end anywhere. */
async function* inPieces(bytes: Buffer, piece = 97): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece);
}
const verify = (lines: readonly string[], earlier?: string) =>
  verifyFile(inPieces(bytesOf(lines)), earlier === undefined ? { key } : { key, earlier });

describe('a downloaded record', () => {
  test('is in order at every length, however it arrives, and continues every checkpoint kept from earlier', async () => {
    for (const size of [0, 1, 2, 3, 7, 8, 33, 40])
      for (const kept of [0, 1, 2, 8, 33, 40].filter((earlier) => earlier <= size))
        for (const piece of [1, 64, 1_000_000]) {
          const outcome = await verifyFile(inPieces(bytesOf(linesAt(size)), piece), {
            key,
            earlier: noteAt(kept),
          });
          expect(outcome).toMatchObject({
            ok: true,
            value: { checkpoint: { size }, earlier: { size: kept } },
          });
        }
  });

  test('says what it holds, and whose key it goes by', async () => {
    const outcome = await verify(linesAt(40), noteAt(8));
    const said = outcome.ok ? explainReport(outcome.value, false) : '';
    expect(said).toContain('The record is whole');
    expect(said).toContain('Holds: 40 entries, 8 of them private');
    expect(said).toContain('Continues the checkpoint of 8 that you kept');
    expect(said).toContain('Compare it with the key the council publishes');
  });

  test('signed by somebody else is refused when the key is known, and a file of their own is only their own', async () => {
    const impostor = { name, privateKey: generateKeyPairSync('ed25519').privateKey };
    const theirs = linesAt(5, impostor);
    expect(await verify(theirs)).toEqual({ ok: false, error: { line: 1, why: 'another-key' } });
    expect(await verifyFile(inPieces(bytesOf(theirs)), { earlier: noteAt(3) })).toEqual({
      ok: false,
      error: { line: undefined, why: 'earlier-not-signed' },
    });
    expect((await verifyFile(inPieces(bytesOf(theirs)))).ok).toBe(true);
  });
});

describe('the fault and the line are named when', () => {
  const cases: [string, string[], string | undefined, ReturnType<typeof faultOf>][] = [
    ['the file is empty', [], undefined, faultOf(1, 'not-a-record')],
    ['it is another kind of file', ['id,amount\n', '1,2\n'], undefined, faultOf(1, 'not-a-record')],
    ['an entry was made unreadable', linesAt(9).with(4, '{"act":\n'), undefined, faultOf(5, 'not-an-entry')],
    [
      'an entry was written another way',
      linesAt(9).with(4, `${leaves[3]} \n`),
      undefined,
      faultOf(5, 'not-an-entry'),
    ],
    [
      'it was saved with Windows line ends',
      linesAt(9).map((line) => line.replace('\n', '\r\n')),
      undefined,
      faultOf(1, 'not-a-record'),
    ],
    ['the last line is missing', linesAt(9).slice(0, -1), undefined, faultOf(10, 'cut-short')],
    ['the last newline is missing', [linesAt(9).join('').trimEnd()], undefined, faultOf(11, 'cut-short')],
    [
      'the checkpoint is of another log',
      linesAt(9).with(10, lastLine(noteAt(9, { ...signer, name: 'other.example' }))),
      undefined,
      faultOf(11, 'not-signed'),
    ],
    ['an entry was removed', linesAt(9).toSpliced(3, 1), undefined, faultOf(undefined, 'wrong-size')],
    ['two entries changed places', swapped(linesAt(9), 2, 3), undefined, faultOf(undefined, 'wrong-root')],
    ['an old file is passed off as new', linesAt(9), noteAt(12), faultOf(undefined, 'older-than-earlier')],
    [
      'the past was rewritten and signed again',
      rewritten(9, 2),
      noteAt(6),
      faultOf(undefined, 'not-a-continuation'),
    ],
  ];
  test.each(cases)('%s', async (_, lines, earlier, expected) => {
    const outcome = await verify(lines, earlier);
    expect(outcome).toEqual(expected);
    expect(outcome.ok ? '' : explainFault(outcome.error)).toMatch(/^The record cannot be trusted\. .{30}/u);
  });

  test('a line has no end', async () => {
    async function* endless() {
      yield Buffer.from(linesAt(1).join(''));
      for (;;) yield Buffer.alloc(1024 * 1024, 'x');
    }
    expect(await verifyFile(endless())).toEqual(faultOf(undefined, 'line-too-long'));
  });
});

describe('tampering', () => {
  const honest = linesAt(20);
  const good = async (file: Buffer) =>
    (await verifyFile(inPieces(file, 4096), { key, earlier: noteAt(7) })).ok;

  test(`of any kind is found, ${tamperings} times of ${tamperings}`, { timeout: 600_000 }, async () => {
    let missed = 0;
    await fc.assert(
      fc.asyncProperty(tampering(honest), async (file) => {
        fc.pre(!file.equals(bytesOf(honest)));
        if (await good(file)) missed += 1;
      }),
      { numRuns: tamperings },
    );
    expect(missed).toBe(0);
    expect(await good(bytesOf(honest))).toBe(true);
  });

  test('gets past a verifier that only counts lines and checks the signature, so the harness can tell', async () => {
    const weak = (file: Buffer) => {
      const text = file.toString();
      return text.split('\n').length === honest.length + 1 && text.endsWith(lastLine(noteAt(20)));
    };
    expect(await slipsPast(weak)).toBe(true);
  });

  test('gets past a verifier that hashes the decoded text in any order', async () => {
    const digest = (file: Buffer) =>
      file
        .toString()
        .split('\n')
        .toSorted()
        .reduce((hash, line) => hash.update(line), createHash('sha256'))
        .digest('hex');
    expect(await slipsPast((file) => digest(file) === digest(bytesOf(honest)))).toBe(true);
  });

  async function slipsPast(verifier: (file: Buffer) => boolean): Promise<boolean> {
    const files = fc.sample(tampering(honest), 2000).filter((file) => !file.equals(bytesOf(honest)));
    return files.some(verifier);
  }
});

function faultOf(line: number | undefined, why: string) {
  return { ok: false, error: { line, why } };
}

/** Everything somebody with the file in hand might do to it. */
function tampering(lines: readonly string[]): fc.Arbitrary<Buffer> {
  const place = fc.nat(lines.length - 1);
  const file = bytesOf(lines);
  return fc.oneof(
    fc.tuple(fc.nat(file.length - 1), fc.integer({ min: 0, max: 7 })).map(([at, bit]) => {
      const flipped = Buffer.from(file);
      flipped[at] = (file[at] ?? 0) ^ (1 << bit);
      return flipped;
    }),
    fc.nat(file.length - 1).map((end) => file.subarray(0, end)),
    fc
      .tuple(
        place,
        fc.constantFrom('Swale', '2008', 'corrected'),
        fc.constantFrom('Thanet', '2009', 'removed'),
      )
      .map(([at, from, to]) => bytesOf(lines.with(at, lines[at]?.replace(from, to) ?? ''))),
    place.map((at) => bytesOf(lines.toSpliced(at, 1))),
    fc.tuple(place, place).map(([at, from]) => bytesOf(lines.toSpliced(at, 0, lines[from] ?? ''))),
    fc.tuple(place, place).map(([a, b]) => bytesOf(swapped(lines, a, b))),
    // Replays: an older file of the same log, or its checkpoint under the newer entries.
    fc.nat(6).map((size) => bytesOf(linesAt(size))),
    fc.nat(19).map((size) => bytesOf([...lines.slice(0, -1), lastLine(noteAt(size))])),
    fc.integer({ min: 0, max: 6 }).map((at) => bytesOf(rewritten(20, at))),
    fc.tuple(place, fc.string({ maxLength: 3 })).map(([at, junk]) => bytesOf(lines.toSpliced(at, 0, junk))),
    fc.uint8Array({ minLength: 1, maxLength: 5 }).map((junk) => Buffer.concat([file, junk])),
  );
}

function swapped(lines: readonly string[], a: number, b: number): string[] {
  return lines.with(a, lines[b] ?? '').with(b, lines[a] ?? '');
}

/** A whole new history by whoever holds the key: an early entry changed, everything after it signed again. */
function rewritten(size: number, at: number): string[] {
  const changed = leaves.slice(0, size).with(at, leaves[30] ?? '');
  const tree = changed.reduce((grown, leaf) => append(grown, leafHash(leaf)), emptyTree);
  const note = signCheckpoint({ size, root: rootOf(tree) }, signer);
  return [firstLine(name, writeVerifier(key)), ...changed.map((leaf) => `${leaf}\n`), lastLine(note)];
}
