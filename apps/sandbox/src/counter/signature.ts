import { createHmac } from 'node:crypto';

export interface Gateway {
  readonly accessKey: string;
  readonly secretKey: string;
}

/** The gateway's signature: `k=v` of the sorted _api_ headers joined by &, HmacSHA1 with the secret key, base64. */
export function signature(headers: Readonly<Record<string, string>>, secretKey: string): string {
  const text = Object.keys(headers)
    .sort()
    .map((name) => `${name}=${headers[name]}`)
    .join('&');
  return createHmac('sha1', secretKey).update(text).digest('base64');
}

/** The five headers that go with one call. */
export function signedHeaders(call: { infno: string; at: Date }, { accessKey, secretKey }: Gateway): Record<string, string> {
  const headers = {
    _api_name: call.infno,
    _api_version: '1.0.0',
    _api_timestamp: String(call.at.getTime()),
    _api_access_key: accessKey,
  };
  return { ...headers, _api_signature: signature(headers, secretKey) };
}
