import { createCipheriv, createDecipheriv } from 'node:crypto';
import { fsiAnswer, smBody } from '@gongji/contract';
import { sm2 } from 'sm-crypto-v2';
import { operate } from '../../apps/bff/src/operate/commands';
import type { Edge } from './edge';
import { type Reply, send } from './edge-client';
import { type FsiAsk, fsiMessage } from './institution';

// A hospital's program that speaks the SM envelope, written from the specification: OpenSSL's SM4, and sorted text of its own.

const CODE = 'H44030000009';
const hospital = sm2.generateKeyPairHex();
/** By mode: the vector, where it has one. */
export const SM_MODES = { ecb: [], cbc: ['00112233445566778899aabbccddeeff'] } as const;
export type SmMode = keyof typeof SM_MODES;

const OPTIONS = { hash: true, userId: '1234567812345678' } as const;

/** What an operator has handed over. */
export interface SmHospital {
  readonly accessKey: string;
  readonly secretKey: string;
  readonly appId: string;
  readonly appSecret: string;
  readonly serviceKey: string;
  readonly mode: SmMode;
}

/** Registered as an operator does it, with a key of its own. */
export async function registerSmHospital(edge: Edge, mode: SmMode): Promise<SmHospital> {
  const registered = await typed(edge, 'add-institution', CODE, '国密演示医院');
  const agreed = await typed(edge, 'add-sm', CODE, hospital.publicKey, ...SM_MODES[mode]);
  return {
    accessKey: valueIn(registered, '访问密钥'),
    secretKey: valueIn(registered, '签名密钥'),
    appId: valueIn(agreed, '应用编号'),
    appSecret: valueIn(agreed, '应用密钥'),
    serviceKey: valueIn(agreed, '本方公钥'),
    mode,
  };
}

const typed = async (edge: Edge, ...argv: string[]): Promise<string> => (await operate(edge.deps.core, argv)).text;

function valueIn(text: string, name: string): string {
  const value = new RegExp(`${name} (\\S+)`).exec(text)?.[1];
  if (value === undefined) throw new Error(`the operator was told no ${name}: ${text}`);
  return value;
}

/** A message under this hospital's name and keys. */
export const bySmHospital = (
  { accessKey, secretKey }: SmHospital,
  ask: Pick<FsiAsk, 'infno' | 'input' | 'msgid' | 'envelope'>,
): FsiAsk => ({ ...ask, accessKey, secretKey, institution: CODE });

type Body = Readonly<Record<string, unknown>>;

/** Sends a message in the envelope, changed as a test wants it; the answer as it came. */
export function sendSm(
  edge: Edge,
  program: SmHospital,
  { ask, change = {} }: { readonly ask: FsiAsk; readonly change?: Body },
): Promise<Reply> {
  const { headers, body } = fsiMessage(ask, edge.deps.core.now());
  const sealed = sealedFor(program, body, edge.deps.core.now());
  return send(edge, { method: 'POST', path: `/fsi/${ask.infno}`, headers, body: { ...sealed, ...change } });
}

export function sealedFor(program: SmHospital, data: unknown, now: Date) {
  const timestamp = String(Math.floor(now.getTime() / 1000));
  const told = { appId: program.appId, version: '1.0.0', encType: 'SM4', signType: 'SM2', timestamp };
  const signature = sm2.doSignature(textOf(program, told, data), hospital.privateKey, OPTIONS);
  return { ...told, signData: Buffer.from(signature, 'hex').toString('base64'), encData: cipher(program, JSON.stringify(data)) };
}

/** The answer inside; throws where the service did not sign it. */
export function openSm(program: SmHospital, raw: unknown) {
  const { signData, encData, ...told } = smBody.parse(raw);
  const data: unknown = JSON.parse(decipher(program, encData));
  const signature = Buffer.from(signData, 'base64').toString('hex');
  if (!sm2.doVerifySignature(textOf(program, told, data), signature, program.serviceKey, OPTIONS))
    throw new Error('the service did not sign this');
  return fsiAnswer.parse(data);
}

type Told = Readonly<Record<'appId' | 'encType' | 'signType' | 'timestamp' | 'version', string>>;

const textOf = ({ appSecret }: SmHospital, { appId, encType, signType, timestamp, version }: Told, data: unknown): string =>
  `appId=${appId}&data=${sorted(data)}&encType=${encType}&signType=${signType}&timestamp=${timestamp}&version=${version}&key=${appSecret}`;

function sorted(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(sorted).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(String(value));
  const pairs = Object.entries(value).filter(([, inner]) => inner !== '' && inner !== null && inner !== undefined);
  const parts = pairs.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, inner]) => `${JSON.stringify(name)}:${sorted(inner)}`);
  return `{${parts.join(',')}}`;
}

function keyOf({ appId, appSecret }: SmHospital): string {
  const derive = createCipheriv('sm4-ecb', appId.slice(0, 16), null);
  const sealed = Buffer.concat([derive.update(appSecret), derive.final()]);
  return sealed.toString('hex').toUpperCase().slice(0, 16);
}

const ivOf = (mode: SmMode): Buffer | null => (mode === 'ecb' ? null : Buffer.from(SM_MODES.cbc[0], 'hex'));

function cipher(program: SmHospital, text: string): string {
  const using = createCipheriv(`sm4-${program.mode}`, keyOf(program), ivOf(program.mode));
  return Buffer.concat([using.update(text, 'utf8'), using.final()])
    .toString('hex')
    .toUpperCase();
}
function decipher(program: SmHospital, hex: string): string {
  const using = createDecipheriv(`sm4-${program.mode}`, keyOf(program), ivOf(program.mode));
  return Buffer.concat([using.update(Buffer.from(hex, 'hex')), using.final()]).toString('utf8');
}
