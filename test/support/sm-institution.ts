import { createCipheriv, createDecipheriv } from 'node:crypto';
import { fsiAnswer, smBody } from '@gongji/contract';
import { one, registerInstitutions, type SmEnvelope } from '@gongji/core';
import { sm2 } from 'sm-crypto-v2';
import type { Edge } from './edge';
import { type Reply, send } from './edge-client';
import { type FsiAsk, fsiMessage } from './institution';

// A hospital's program that speaks the SM envelope, written from the specification: OpenSSL's SM4, and sorted text of its own.

const SM_HOSPITAL = { code: 'H44030000009', name: '国密演示医院', regionCode: '440300', kind: 'hospital' } as const;
const hospital = sm2.generateKeyPairHex();
const service = sm2.generateKeyPairHex();

const APP = { appId: '43AF047BBA47FC8A1AE8EFB232BDBBCB', appSecret: 'sandbox-app-secret-0009' } as const;
export const SM_MODES = {
  ecb: { ...APP, mode: 'ecb', iv: null, theirPublicKey: hospital.publicKey, ownPrivateKey: service.privateKey },
  cbc: {
    ...APP,
    mode: 'cbc',
    iv: '00112233445566778899aabbccddeeff',
    theirPublicKey: hospital.publicKey,
    ownPrivateKey: service.privateKey,
  },
} as const satisfies Readonly<Record<string, SmEnvelope>>;
export type SmMode = keyof typeof SM_MODES;

const KEYS = { accessKey: 'sm-access', secretKey: 'sm-secret' } as const;
const OPTIONS = { hash: true, userId: '1234567812345678' } as const;

export const registerSmHospital = (edge: Edge, mode: SmMode): Promise<unknown> =>
  one(registerInstitutions)(edge.deps.core, { ...SM_HOSPITAL, ...KEYS, sm: SM_MODES[mode] });

/** What a message of the SM hospital is asked with. */
export const bySmHospital = (ask: Pick<FsiAsk, 'infno' | 'input' | 'msgid' | 'envelope'>): FsiAsk => ({
  ...ask,
  ...KEYS,
  institution: SM_HOSPITAL.code,
});

type Body = Readonly<Record<string, unknown>>;

/** Sends a message in the envelope, changed as a test wants it; the answer as it came. */
export function sendSm(edge: Edge, mode: SmMode, { ask, change = {} }: { readonly ask: FsiAsk; readonly change?: Body }): Promise<Reply> {
  const { headers, body } = fsiMessage(ask, edge.deps.core.now());
  const sealed = sealedFor(mode, body, edge.deps.core.now());
  return send(edge, { method: 'POST', path: `/fsi/${ask.infno}`, headers, body: { ...sealed, ...change } });
}

export function sealedFor(mode: SmMode, data: unknown, now: Date) {
  const told = { appId: APP.appId, version: '1.0.0', encType: 'SM4', signType: 'SM2', timestamp: String(Math.floor(now.getTime() / 1000)) };
  const signature = sm2.doSignature(textOf(told, data), hospital.privateKey, OPTIONS);
  return { ...told, signData: Buffer.from(signature, 'hex').toString('base64'), encData: cipher(mode, JSON.stringify(data)) };
}

/** The answer inside; throws where the service did not sign it. */
export function openSm(mode: SmMode, raw: unknown) {
  const { signData, encData, ...told } = smBody.parse(raw);
  const data: unknown = JSON.parse(decipher(mode, encData));
  if (!sm2.doVerifySignature(textOf(told, data), Buffer.from(signData, 'base64').toString('hex'), service.publicKey, OPTIONS))
    throw new Error('the service did not sign this');
  return fsiAnswer.parse(data);
}

const textOf = ({ appId, encType, signType, timestamp, version }: Readonly<Record<string, string>>, data: unknown): string =>
  `appId=${appId}&data=${sorted(data)}&encType=${encType}&signType=${signType}&timestamp=${timestamp}&version=${version}&key=${APP.appSecret}`;

function sorted(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(sorted).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(String(value));
  const pairs = Object.entries(value).filter(([, inner]) => inner !== '' && inner !== null && inner !== undefined);
  const parts = pairs.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, inner]) => `${JSON.stringify(name)}:${sorted(inner)}`);
  return `{${parts.join(',')}}`;
}

const derive = createCipheriv('sm4-ecb', APP.appId.slice(0, 16), null);
const KEY = Buffer.concat([derive.update(APP.appSecret), derive.final()])
  .toString('hex')
  .toUpperCase()
  .slice(0, 16);
const ivOf = (mode: SmMode): Buffer | null => (mode === 'ecb' ? null : Buffer.from(SM_MODES.cbc.iv, 'hex'));

function cipher(mode: SmMode, text: string): string {
  const using = createCipheriv(`sm4-${mode}`, KEY, ivOf(mode));
  return Buffer.concat([using.update(text, 'utf8'), using.final()])
    .toString('hex')
    .toUpperCase();
}
function decipher(mode: SmMode, hex: string): string {
  const using = createDecipheriv(`sm4-${mode}`, KEY, ivOf(mode));
  return Buffer.concat([using.update(Buffer.from(hex, 'hex')), using.final()]).toString('utf8');
}
