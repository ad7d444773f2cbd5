import { createCipheriv, createDecipheriv, createHash, createHmac } from 'node:crypto';
import type { CoreDeps } from '../deps';

// Names, certificate numbers and secrets are stored sealed; a keyed hash finds the row without opening any.

const IV_BYTES = 12;
const TAG_BYTES = 16;

/** AES-256-GCM: nonce, tag, cipher text. */
export function seal({ keys, randomBytes }: Pick<CoreDeps, 'keys' | 'randomBytes'>, text: string): Buffer {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', keys.certificateKey, iv);
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]);
}

/** Throws when the row was changed or the key is another one. */
export function open({ keys }: Pick<CoreDeps, 'keys'>, sealed: Buffer): string {
  const { certificateKey, secondCertificateKey } = keys;
  if (secondCertificateKey === undefined) return openWith(certificateKey, sealed);
  try {
    return openWith(certificateKey, sealed);
  } catch {
    return openWith(secondCertificateKey, sealed);
  }
}

/** The same under the key that seals now; itself where it is already. Throws as `open` does. */
export function resealed(deps: Pick<CoreDeps, 'keys' | 'randomBytes'>, sealed: Buffer): Buffer {
  try {
    openWith(deps.keys.certificateKey, sealed);
    return sealed;
  } catch {
    return seal(deps, open(deps, sealed));
  }
}

function openWith(key: Buffer, sealed: Buffer): string {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, IV_BYTES));
  decipher.setAuthTag(sealed.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  return Buffer.concat([decipher.update(sealed.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]).toString('utf8');
}

/** `purpose` keeps an openid from ever matching a certificate number. */
export const blindIndex = ({ keys }: Pick<CoreDeps, 'keys'>, purpose: 'certificate' | 'openid' | 'tax-file', text: string): Buffer =>
  createHmac('sha256', keys.certificateIndexKey).update(`${purpose}\n${text}`).digest();

/** For random secrets (codes, tokens), which need no key: 128 bits cannot be guessed from their hash. */
export const hashOf = (text: string): Buffer => createHash('sha256').update(text).digest();
