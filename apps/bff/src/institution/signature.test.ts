import { checkSignature, checkTimestamp, gatewayHeaders, signatureOf } from './signature';

// The expected signature was made with openssl: printf '_api_access_key=…&_api_name=…&_api_timestamp=…&_api_version=…' | openssl dgst -sha1 -hmac SECRET -binary | base64
const SECRET = 'sandbox-secret-H44030000001';
const headers = {
  _api_name: '2207',
  _api_version: '1.0.0',
  _api_timestamp: '1795312800000',
  _api_access_key: 'sandbox-access-H44030000001',
  _api_signature: 'E80lLz7z+pWfBASanNZYIYaMOHs=',
};
const signedAt = Number(headers['_api_timestamp']);
const minutes = (count: number): number => count * 60_000;

describe("the institutions' signature", () => {
  it('is HmacSHA1 over the sorted headers, in base64', () => {
    expect(signatureOf(headers, SECRET)).toBe(headers['_api_signature']);
    expect(() => checkSignature(headers, SECRET)).not.toThrow();
  });

  it.each([
    ['another secret', headers, 'sandbox-secret-P44030000001'],
    ['another transaction', { ...headers, _api_name: '2206' }, SECRET],
    ['another time', { ...headers, _api_timestamp: '1795312800001' }, SECRET],
    ['another length', { ...headers, _api_signature: headers['_api_signature'].slice(0, -1) }, SECRET],
    ['another letter case', { ...headers, _api_signature: headers['_api_signature'].toLowerCase() }, SECRET],
  ])('is refused with %s', (_, changed, secret) => {
    expect(() => checkSignature(changed, secret)).toThrow('INSTITUTION_SIGNATURE_WRONG');
  });

  it('is fresh for thirty minutes to either side', () => {
    for (const shift of [minutes(-30), 0, minutes(30)]) expect(() => checkTimestamp(headers, new Date(signedAt + shift))).not.toThrow();
    for (const shift of [minutes(-30) - 1, minutes(30) + 1])
      expect(() => checkTimestamp(headers, new Date(signedAt + shift))).toThrow('INSTITUTION_TIMESTAMP_STALE');
  });

  it.each(['', '1795312800', '17953128000000', ' 179531280000', '1e12', 'now'])('refuses the timestamp %p', (_api_timestamp) => {
    expect(() => checkTimestamp({ ...headers, _api_timestamp }, new Date(signedAt))).toThrow('INSTITUTION_TIMESTAMP_STALE');
  });

  it.each(Object.keys(headers))('needs the header %s', (missing) => {
    const read = (name: string): string => (name === missing ? '' : headers[name as keyof typeof headers]);
    expect(() => gatewayHeaders(read)).toThrow('INSTITUTION_HEADER_MISSING');
  });
});
