import { sm2 } from 'sm-crypto-v2';

// What the mobile payment interfaces sign: k=v of the parameters sorted by ASCII, joined by &, the application's secret behind; SM3withSM2, r and s in base64.

const HASHED = { hash: true, userId: '1234567812345678' } as const;
const SIGNATURE_BYTES = 64;

type Parameters = Readonly<Record<string, unknown>>;

/** `data` goes in as its JSON with sorted keys, empty values left out, numbers and booleans as text. */
export function signingText(parameters: Parameters, appSecret: string): string {
  const pairs = Object.keys(parameters)
    .filter((name) => !isEmpty(parameters[name]))
    .sort()
    .map((name) => `${name}=${textOf(parameters[name])}`);
  return [...pairs, `key=${appSecret}`].join('&');
}

export const signText = (text: string, privateKey: string): string =>
  Buffer.from(sm2.doSignature(text, privateKey, HASHED), 'hex').toString('base64');

/** false for anything that is no signature at all, too. */
export function isSignedBy(text: string, signature: string, publicKey: string): boolean {
  const bytes = Buffer.from(signature, 'base64');
  if (bytes.length !== SIGNATURE_BYTES || bytes.toString('base64') !== signature) return false;
  try {
    return sm2.doVerifySignature(text, bytes.toString('hex'), publicKey, HASHED);
  } catch {
    return false;
  }
}

const isEmpty = (value: unknown): boolean => value === null || value === undefined || value === '';
const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(plain(value)));

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return String(value);
  const fields = value as Parameters;
  const names = Object.keys(fields).filter((name) => !isEmpty(fields[name]));
  return Object.fromEntries(names.sort().map((name) => [name, plain(fields[name])]));
}
