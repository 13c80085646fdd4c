import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openCheckpoint, signCheckpoint } from './checkpoint.ts';
import { emptyRoot } from './merkle/hash.ts';
import { openNote, readVerifier, signNote, verifierOf, writeVerifier } from './signed-note.ts';

const name = 'accord.example.gov.uk/record';
const signer = { name, privateKey: generateKeyPairSync('ed25519').privateKey };
const verifier = verifierOf(signer);
const note = signCheckpoint({ size: 1042, root: emptyRoot }, signer);

describe('signed notes', () => {
  // The worked example in the documentation of golang.org/x/mod/sumdb/note, from which the C2SP format comes.
  const key = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
  const seed = Buffer.from('AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz', 'base64').subarray(1);
  const text =
    "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
  const signed = `${text}\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n`;
  const pkcs8 = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]);
  const known = {
    name: 'PeterNeumann',
    privateKey: createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' }),
  };

  test('are signed byte for byte as other makers sign them', () => {
    expect(writeVerifier(verifierOf(known))).toBe(key);
    expect(signNote(text, known)).toBe(signed);
  });

  test('by others are read with their published key', () => {
    const read = readVerifier(key);
    expect(read.ok && openNote(signed, read.value)).toEqual({ ok: true, value: text });
  });

  test('co-signed by a witness are still ours', () => {
    const witness = { name: 'witness.example', privateKey: generateKeyPairSync('ed25519').privateKey };
    const line = signNote(note.slice(0, note.indexOf('\n\n') + 1), witness).split('\n\n')[1] ?? '';
    expect(openCheckpoint(note + line, verifier).ok).toBe(true);
    expect(openCheckpoint(note + line, verifierOf(witness))).toEqual({
      ok: false,
      error: 'not-a-checkpoint',
    });
  });

  test('a key line with any character changed is not a key', () => {
    const line = writeVerifier(verifier);
    fc.assert(
      fc.property(
        fc.nat(line.length - 1),
        fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 1 }),
        (at, c) => {
          fc.pre(line.charAt(at) !== c);
          expect(readVerifier(line.slice(0, at) + c + line.slice(at + 1)).ok).toBe(false);
        },
      ),
    );
  });
});

describe('checkpoints', () => {
  test('say the name of the log, its size and its root in base64', () => {
    expect(note.split('\n').slice(0, 4)).toEqual([
      name,
      '1042',
      '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=',
      '',
    ]);
    expect(openCheckpoint(note, verifier)).toEqual({
      ok: true,
      value: { origin: name, size: 1042, root: emptyRoot },
    });
  });

  test('with any byte changed are refused', () => {
    const bytes = Buffer.from(note);
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 0, max: 7 }), (at, bit) => {
        const changed = Buffer.from(bytes);
        changed[at] = (bytes[at] ?? 0) ^ (1 << bit);
        expect(openCheckpoint(changed.toString(), verifier).ok).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    ['a size with a leading zero', `${name}\n01\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n`],
    ['a root that is not 32 bytes', `${name}\n1\n47DEQpj8HBSa\n`],
    ['no root', `${name}\n1\n`],
    ['the name of another log', `other.example\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n`],
  ])('signed by the right key but with %s are refused', (_, text) => {
    expect(openCheckpoint(signNote(text, signer), verifier)).toEqual({
      ok: false,
      error: 'not-a-checkpoint',
    });
  });

  test('of another key under the same name are refused', () => {
    const impostor = { name, privateKey: generateKeyPairSync('ed25519').privateKey };
    const forged = signCheckpoint({ size: 1042, root: emptyRoot }, impostor);
    expect(openCheckpoint(forged, verifier)).toEqual({ ok: false, error: 'not-signed-by-this-key' });
  });
});
