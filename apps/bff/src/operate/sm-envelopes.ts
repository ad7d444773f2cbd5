import { changeEnvelope, type CoreDeps } from '@gongji/core';
import { sm2 } from 'sm-crypto-v2';
import { SettingError } from '../settings';
import type { Done } from './done';
import { noSuchInstitution } from './institutions';

const APP_ID_BYTES = 16;
const APP_SECRET_BYTES = 32;
const IV = /^[0-9a-f]{32}$/i;

/** Makes the application's id and secret and our pair of keys; prints what the institution needs of them, once. With a vector it is CBC, without ECB. */
export async function addEnvelope(core: CoreDeps, [code, theirPublicKey, iv]: readonly string[]): Promise<Done> {
  if (code === undefined || theirPublicKey === undefined || !isPublicKey(theirPublicKey) || (iv !== undefined && !IV.test(iv)))
    throw new SettingError('用法：add-sm 机构编号 机构的SM2公钥 [CBC向量]；公钥是 04 开头的 130 位十六进制数，向量是 32 位十六进制数');
  const appId = core.randomBytes(APP_ID_BYTES).toString('hex').toUpperCase();
  const appSecret = core.randomBytes(APP_SECRET_BYTES).toString('base64url');
  const own = sm2.generateKeyPairHex();
  const kept = { appId, appSecret, theirPublicKey, ownPrivateKey: own.privateKey };
  const mode = iv === undefined ? ({ mode: 'ecb', iv: null } as const) : ({ mode: 'cbc', iv } as const);
  const outcome = await changeEnvelope(core, { code, sm: { ...kept, ...mode } });
  if (outcome === 'no-such-institution') return noSuchInstitution(code);
  if (outcome === 'is-so') return { text: `${code} 已经使用国密信封；要更换，请先 remove-sm。\n`, exitCode: 1 };
  const told = `应用编号 ${appId}\n应用密钥 ${appSecret}\n本方公钥 ${own.publicKey}\n`;
  return { text: `${code} 从下一条报文起只用国密信封（SM4-${mode.mode.toUpperCase()}）。以下只显示这一次：\n${told}`, exitCode: 0 };
}

export async function removeEnvelope(core: CoreDeps, [code]: readonly string[]): Promise<Done> {
  if (code === undefined) throw new SettingError('用法：remove-sm 机构编号');
  const outcome = await changeEnvelope(core, { code, sm: null });
  if (outcome === 'no-such-institution') return noSuchInstitution(code);
  if (outcome === 'is-so') return { text: `${code} 没有使用国密信封。\n`, exitCode: 1 };
  return { text: `${code} 从下一条报文起用明文。\n`, exitCode: 0 };
}

/** A point of the curve, uncompressed. */
function isPublicKey(hex: string): boolean {
  try {
    return /^04[0-9a-f]{128}$/i.test(hex) && sm2.verifyPublicKey(hex);
  } catch {
    return false;
  }
}
