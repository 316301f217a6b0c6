import { createHash, createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { readText } from '../engine/index.ts';
import { Fault } from '../model/index.ts';

/** An Ed25519 key pair from a private key in a PEM file (`openssl genpkey -algorithm ed25519`). */
export function readSigningKey(path: string): { privateKey: KeyObject; publicKey: KeyObject } {
  const privateKey = keyOf(path, createPrivateKey, 'private');
  return { privateKey, publicKey: createPublicKey(privateKey) };
}

/** An Ed25519 public key from a PEM file; one made from the private key counts too. */
export function readPublicKey(path: string): KeyObject {
  return keyOf(path, createPublicKey, 'public');
}

function keyOf(path: string, read: (text: string) => KeyObject, kind: string): KeyObject {
  const text = readText(path);
  try {
    const key = read(text);
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch {
    // Told below, and without the text: a private key does not belong into a message.
  }
  throw new Fault('AS_FILE_FORMAT', `The file is no ${kind} Ed25519 key.`, {
    place: { file: path },
    remedy: 'Make one with: openssl genpkey -algorithm ed25519 -out key.pem',
  });
}

/** By what a person can tell a public key: the first half of the sha256 of its SPKI bytes. */
export function fingerprintOf(publicKey: KeyObject | string): string {
  const bytes =
    typeof publicKey === 'string'
      ? Buffer.from(publicKey, 'base64')
      : publicKey.export({ type: 'spki', format: 'der' });
  return createHash('sha256').update(bytes).digest('hex').slice(0, 32);
}
