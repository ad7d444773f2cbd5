import type { SmEnvelope } from '@gongji/core';
import { sm4 } from 'sm-crypto-v2';

type Cipher = Pick<SmEnvelope, 'appId' | 'appSecret' | 'mode' | 'iv'>;

const KEY_CHARACTERS = 16;
const utf8 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'utf8'));

/** The key is derived: the first 16 characters of the upper-case hex of SM4 over the application's secret, under the first 16 bytes of its id. */
function keyOf({ appId, appSecret }: Cipher): Uint8Array {
  const sealed = sm4.encrypt(utf8(appSecret), utf8(appId).slice(0, KEY_CHARACTERS), { padding: 'pkcs#7', output: 'string' });
  return utf8(sealed.toUpperCase().slice(0, KEY_CHARACTERS));
}

/** ECB is what the specification seen has; one vendor's path is CBC with a fixed vector. */
const optionsOf = ({ mode, iv }: Cipher) =>
  mode === 'cbc'
    ? { mode: 'cbc' as const, iv: iv ?? '', padding: 'pkcs#7' as const }
    : { mode: 'ecb' as const, padding: 'pkcs#7' as const };

/** Upper-case hex; what is not ASCII is written as \uXXXX, as the programs seen do. */
export const encryptJson = (cipher: Cipher, value: unknown): string =>
  sm4.encrypt(utf8(asciiJson(value)), keyOf(cipher), { ...optionsOf(cipher), output: 'string' }).toUpperCase();

/** undefined where it is not what `encryptJson` makes: another key, other bytes, no JSON. */
export function decryptJson(cipher: Cipher, encData: string): unknown {
  if (!/^([0-9A-F]{32})+$/.test(encData)) return undefined;
  try {
    return JSON.parse(sm4.decrypt(encData, keyOf(cipher), { ...optionsOf(cipher), output: 'string' }));
  } catch {
    return undefined;
  }
}

const asciiJson = (value: unknown): string =>
  JSON.stringify(value).replace(/[\u0080-\uffff]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
