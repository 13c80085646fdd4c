import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type NoteSigner, type NoteVerifier, verifierOf, writeVerifier } from './signed-note.ts';

/** The key that signs the log, and what it last signed, remembered outside the database. */
export type LogKey = Readonly<{
  signer: NoteSigner;
  verifier: NoteVerifier;
  /** The line to publish, with which anybody can check the log. */
  publicKey: string;
  /** The last checkpoint signed on this machine. */
  lastSigned(): string | undefined;
  /** Remembers a checkpoint before anybody is shown it. */
  remember(note: string): void;
}>;

/**
 * Opens the log's key, or makes one on the first start: `record.key` in Accord's data folder, which only its owner may
 * read. Beside it, `record.key.signed` holds the last checkpoint signed: a database that is put back or rewritten cannot make the log
 * forget what it has already said.
 *
 * Throws an `Error` that says what to do when the file can be read by others or holds no Ed25519 key.
 */
export function openLogKey({ folder, name }: Readonly<{ folder: string; name: string }>): LogKey {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, 'record.key');
  const pem = read(file) ?? create(file);
  if ((statSync(file).mode & 0o077) !== 0)
    throw new Error(`Others can read the key of the record. Run: chmod 600 ${file}`);
  const privateKey = parse(pem, file);
  const signer = { name, privateKey };
  const verifier = verifierOf(signer);
  const memory = `${file}.signed`;
  return {
    signer,
    verifier,
    publicKey: writeVerifier(verifier),
    lastSigned: () => read(memory),
    remember: (note) => replace(memory, note),
  };
}

function create(file: string): string {
  const pem = generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, pem, { mode: 0o600, flush: true });
  try {
    // A link appears whole or not at all, and only once: of two first starts, one makes the key and both use it.
    linkSync(draft, file);
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error;
  } finally {
    rmSync(draft);
  }
  return readFileSync(file, 'utf8');
}

function parse(pem: string, file: string) {
  try {
    const key = createPrivateKey(pem);
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch {
    // Said below, with what to do.
  }
  throw new Error(
    `${file} does not hold the Ed25519 key of the record. Put the right file back from a backup; a new key cannot carry on the old log.`,
  );
}

function replace(file: string, text: string): void {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, text, { mode: 0o600, flush: true });
  renameSync(draft, file);
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

const isCode = (error: unknown, code: string) =>
  error instanceof Error && 'code' in error && error.code === code;
