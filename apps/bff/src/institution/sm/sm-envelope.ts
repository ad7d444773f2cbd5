import { smBody } from '@gongji/contract';
import type { SmEnvelope } from '@gongji/core';
import { AppError } from '@gongji/domain';
import type { z } from 'zod';
import { requireReadable } from '../../http/json-body';
import { parse } from '../../http/parse';
import { WINDOW_MS } from '../signature';
import { decryptJson, encryptJson } from './sm-cipher';
import { isSignedBy, signingText, signText } from './sm-signature';

const FIXED = { version: '1.0.0', encType: 'SM4', signType: 'SM2' } as const;

/** The decrypted message, which is then checked like any plain one. Throws INSTITUTION_SIGNATURE_WRONG or …_TIMESTAMP_STALE. */
export function openSmBody(keys: SmEnvelope, raw: unknown, now: Date): unknown {
  const { signData, encData, ...signed } = parse(smBody, raw, 'body');
  if (Math.abs(Number(signed.timestamp) * 1000 - now.getTime()) > WINDOW_MS) throw new AppError('INSTITUTION_TIMESTAMP_STALE');
  const data = decryptJson(keys, encData);
  requireReadable(data);
  const isTheirs = signed.appId === keys.appId && typeof data === 'object' && data !== null;
  if (!isTheirs || !isSignedBy(signingText({ ...signed, data }, keys.appSecret), signData, keys.theirPublicKey))
    throw new AppError('INSTITUTION_SIGNATURE_WRONG');
  return data;
}

export function sealSmBody(keys: SmEnvelope, data: unknown, now: Date): z.input<typeof smBody> {
  const signed = { ...FIXED, appId: keys.appId, timestamp: String(Math.floor(now.getTime() / 1000)) };
  const signData = signText(signingText({ ...signed, data }, keys.appSecret), keys.ownPrivateKey);
  return { ...signed, signData, encData: encryptJson(keys, data) };
}
