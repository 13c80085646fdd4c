import { createPublicKey, hash, type KeyObject, sign, verify } from 'node:crypto';
import { ok, refuse, type Result } from '#platform/kernel';

/** A key that signs notes, with the name under which others know it. */
export type NoteSigner = Readonly<{ name: string; privateKey: KeyObject }>;

/** What is needed to check a signature: the name and the 32 bytes of the Ed25519 public key. */
export type NoteVerifier = Readonly<{ name: string; publicKey: Buffer }>;

export type NoteRefusal = 'not-a-note' | 'not-signed-by-this-key' | 'wrong-signature';

// C2SP signed-note gives Ed25519 this number, so that a key is never mistaken for one of another kind.
const ed25519 = 0x01;

/** Signs a text that ends in a newline as a C2SP signed note. */
export function signNote(text: string, signer: NoteSigner): string {
  const signature = sign(null, Buffer.from(text), signer.privateKey);
  const keyed = Buffer.concat([keyId(verifierOf(signer)), signature]);
  return `${text}\n— ${signer.name} ${keyed.toString('base64')}\n`;
}

/** The text of a note, when this key signed it. Signatures by others, such as witnesses, are passed over. */
export function openNote(note: string, verifier: NoteVerifier): Result<string, NoteRefusal> {
  const end = note.lastIndexOf('\n\n');
  // eslint-disable-next-line no-control-regex -- the format forbids these very characters
  if (end < 0 || !note.endsWith('\n') || /[\u0000-\u0009\u000b-\u001f]/u.test(note))
    return refuse('not-a-note');
  const text = note.slice(0, end + 1);
  const lines = note.slice(end + 2, -1).split('\n');

  let signed = false;
  for (const line of lines) {
    const signature = /^— (?<name>[^\s+]+) (?<keyed>[A-Za-z0-9+/]+=*)$/u.exec(line)?.groups;
    if (signature === undefined) return refuse('not-a-note');
    const keyed = Buffer.from(signature['keyed'] ?? '', 'base64');
    // Base64 has spare bits at its end; only the one spelling that we would write counts as the signature.
    if (keyed.length < 5 || keyed.toString('base64') !== signature['keyed']) return refuse('not-a-note');
    if (signature['name'] !== verifier.name || !keyed.subarray(0, 4).equals(keyId(verifier))) continue;
    if (!verify(null, Buffer.from(text), publicKeyOf(verifier), keyed.subarray(4)))
      return refuse('wrong-signature');
    signed = true;
  }
  return signed ? ok(text) : refuse('not-signed-by-this-key');
}

/** The public half of a signing key. */
export function verifierOf({ name, privateKey }: NoteSigner): NoteVerifier {
  const { x } = createPublicKey(privateKey).export({ format: 'jwk' });
  return { name, publicKey: Buffer.from(x ?? '', 'base64url') };
}

/** The key as one line to publish, `name+key id+base64`: what verifiers of other makers call a vkey. */
export function writeVerifier(verifier: NoteVerifier): string {
  const key = Buffer.concat([Buffer.of(ed25519), verifier.publicKey]);
  return `${verifier.name}+${keyId(verifier).toString('hex')}+${key.toString('base64')}`;
}

/** Reads such a line, and refuses one whose parts do not belong together. */
export function readVerifier(line: string): Result<NoteVerifier, 'not-a-key'> {
  const parts = /^(?<name>[^\s+]+)\+[0-9a-f]{8}\+(?<key>[A-Za-z0-9+/]+=*)$/u.exec(line)?.groups;
  const key = Buffer.from(parts?.['key'] ?? '', 'base64');
  const verifier = { name: parts?.['name'] ?? '', publicKey: key.subarray(1) };
  return key.length === 33 && key[0] === ed25519 && writeVerifier(verifier) === line
    ? ok(verifier)
    : refuse('not-a-key');
}

function keyId({ name, publicKey }: NoteVerifier): Buffer {
  const named = Buffer.concat([Buffer.from(`${name}\n`), Buffer.of(ed25519), publicKey]);
  return hash('sha256', named, 'buffer').subarray(0, 4);
}

function publicKeyOf({ publicKey }: NoteVerifier): KeyObject {
  const key = { kty: 'OKP', crv: 'Ed25519', x: publicKey.toString('base64url') };
  return createPublicKey({ key, format: 'jwk' });
}
