import { createHmac, timingSafeEqual } from 'node:crypto';
import { FSI_HEADERS } from '@gongji/contract';
import { AppError } from '@gongji/domain';

// The gateway's signature of 定点医药机构接口规范: `k=v` of the sorted _api_ headers joined by &, HmacSHA1 with the secret key, base64.

export type GatewayHeaders = Readonly<Record<(typeof FSI_HEADERS)[number], string>>;

/** How far a message's time may be from ours, to either side. */
export const WINDOW_MS = 30 * 60_000;

/** All five headers. Throws INSTITUTION_HEADER_MISSING. */
export function gatewayHeaders(read: (name: string) => string): GatewayHeaders {
  const headers = Object.fromEntries(FSI_HEADERS.map((name) => [name, read(name)])) as GatewayHeaders;
  if (FSI_HEADERS.some((name) => headers[name] === '')) throw new AppError('INSTITUTION_HEADER_MISSING');
  return headers;
}

/** Thirty minutes to either side: counters' clocks go wrong both ways. Throws INSTITUTION_TIMESTAMP_STALE. */
export function checkTimestamp({ _api_timestamp: rawTimestamp }: GatewayHeaders, now: Date): void {
  const fresh = /^\d{13}$/.test(rawTimestamp) && Math.abs(Number(rawTimestamp) - now.getTime()) <= WINDOW_MS;
  if (!fresh) throw new AppError('INSTITUTION_TIMESTAMP_STALE');
}

/** Throws INSTITUTION_SIGNATURE_WRONG. */
export function checkSignature(headers: GatewayHeaders, secretKey: string): void {
  const expected = Buffer.from(signatureOf(headers, secretKey));
  const given = Buffer.from(headers['_api_signature']);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) throw new AppError('INSTITUTION_SIGNATURE_WRONG');
}

export function signatureOf(headers: Omit<GatewayHeaders, '_api_signature'>, secretKey: string): string {
  const signed = FSI_HEADERS.filter((name) => name !== '_api_signature');
  const text = [...signed]
    .sort()
    .map((name) => `${name}=${headers[name]}`)
    .join('&');
  return createHmac('sha1', secretKey).update(text).digest('base64');
}
