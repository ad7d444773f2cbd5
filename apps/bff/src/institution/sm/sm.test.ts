import { createCipheriv } from 'node:crypto';
import { sm2, sm3, sm4 } from 'sm-crypto-v2';
import { decryptJson, encryptJson } from './sm-cipher';
import { openSmBody, sealSmBody } from './sm-envelope';
import { isSignedBy, signingText, signText } from './sm-signature';

const bytes = (hex: string): Uint8Array => new Uint8Array(Buffer.from(hex, 'hex'));

describe('the library', () => {
  it('has the SM3 of GB/T 32905', () => {
    expect(sm3('abc')).toBe('66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0');
    expect(sm3('abcd'.repeat(16))).toBe('debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732');
  });

  it('has the SM4 of GB/T 32907, both ways', () => {
    const block = '0123456789abcdeffedcba9876543210';
    const once = (hex: string) => sm4.encrypt(bytes(hex), bytes(block), { padding: 'none', output: 'string' });
    expect(once(block)).toBe('681edf34d206965e86b3e94f536e4246');
    expect(sm4.decrypt(bytes(once(block)), bytes(block), { padding: 'none', output: 'array' })).toEqual(bytes(block));
  });

  it('verifies the SM2 signature of GB/T 32918.5', () => {
    const publicKey =
      '0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13';
    const signature =
      'f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa';
    const base64 = Buffer.from(signature, 'hex').toString('base64');
    expect(isSignedBy('message digest', base64, publicKey)).toBe(true);
    expect(isSignedBy('message digests', base64, publicKey)).toBe(false);
  });
});

const institution = sm2.generateKeyPairHex();
const service = sm2.generateKeyPairHex();
const NOW = new Date('2026-11-23T02:00:00Z');
const ECB = {
  appId: '19E179E5DC29C05E65B90CDE57A1C7E5',
  appSecret: 'sandbox-app-secret-0001',
  mode: 'ecb' as const,
  iv: null,
  theirPublicKey: institution.publicKey,
  ownPrivateKey: service.privateKey,
};
const CBC = { ...ECB, mode: 'cbc' as const, iv: '00112233445566778899aabbccddeeff' };
/** The institution's side of the same keys. */
const theirSide = (keys: typeof ECB | typeof CBC) => ({
  ...keys,
  theirPublicKey: service.publicKey,
  ownPrivateKey: institution.privateKey,
});

describe('what is signed', () => {
  it('is sorted by ASCII, without what is empty, numbers and booleans as text, the secret behind', () => {
    const data = { b: 1, a: '', Z: true, n: null, list: [{ y: 2, x: '甲' }], inner: { d: undefined, c: 0 } };
    expect(signingText({ version: '1.0.0', appId: 'x', data, extra: '' }, 'S')).toBe(
      'appId=x&data={"Z":"true","b":"1","inner":{"c":"0"},"list":[{"x":"甲","y":"2"}]}&version=1.0.0&key=S',
    );
  });

  it('verifies with the key that signed it and with no other', () => {
    const signature = signText('文字', institution.privateKey);
    expect(isSignedBy('文字', signature, institution.publicKey)).toBe(true);
    expect(isSignedBy('文字', signature, service.publicKey)).toBe(false);
    for (const wrong of ['', 'x', `${signature}=`, signature.slice(4), `${'A'.repeat(86)}==`])
      expect(isSignedBy('文字', wrong, institution.publicKey)).toBe(false);
    expect(isSignedBy('文字', signature, '04nokey')).toBe(false);
  });
});

describe('what is encrypted', () => {
  /** The same by OpenSSL. */
  const byOpenssl = (name: string, iv: string | null, text: string): string => {
    const derive = createCipheriv('sm4-ecb', ECB.appId.slice(0, 16), null);
    const key = Buffer.concat([derive.update(ECB.appSecret), derive.final()])
      .toString('hex')
      .toUpperCase()
      .slice(0, 16);
    const cipher = createCipheriv(name, key, iv === null ? null : Buffer.from(iv, 'hex'));
    return Buffer.concat([cipher.update(text), cipher.final()])
      .toString('hex')
      .toUpperCase();
  };

  it.each([
    ['sm4-ecb', ECB],
    ['sm4-cbc', CBC],
  ] as const)('is %s under the derived key, as OpenSSL has it, and reads back', (name, keys) => {
    const value = { userName: '陈建国', n: '1' };
    const sealed = encryptJson(keys, value);
    expect(sealed).toBe(byOpenssl(name, keys.iv, '{"userName":"\\u9648\\u5efa\\u56fd","n":"1"}'));
    expect(decryptJson(keys, sealed)).toEqual(value);
    expect(decryptJson(keys, byOpenssl(name, keys.iv, '{"userName":"陈建国"}'))).toEqual({ userName: '陈建国' });
  });

  it.each(['', '00', 'zz'.repeat(16), 'ab'.repeat(16), '00'.repeat(16), 'FF'.repeat(64)])('is nothing where it is %p', (encData) => {
    expect(decryptJson(ECB, encData)).toBeUndefined();
  });
});

describe.each([
  ['ECB', ECB],
  ['CBC', CBC],
])('an SM envelope in %s', (_, keys) => {
  const data = { infno: '2206', input: { medfee_sumamt: '120.00', use: 'care' }, opter_name: '演示' };

  it('is opened by the other side, both ways', () => {
    expect(openSmBody(keys, sealSmBody(theirSide(keys), data, NOW), NOW)).toEqual(data);
    expect(openSmBody(theirSide(keys), sealSmBody(keys, data, NOW), NOW)).toEqual(data);
  });

  it('is refused when anything of it was changed', () => {
    const sealed = sealSmBody(theirSide(keys), data, NOW);
    const other = sealSmBody(theirSide(keys), { ...data, infno: '2207' }, NOW);
    const flip = (hex: string, at: number) => hex.slice(0, at) + (hex[at] === '0' ? '1' : '0') + hex.slice(at + 1);
    const changes = [
      { appId: 'another-application' },
      { timestamp: String(Number(sealed.timestamp) + 1) },
      { signData: other.signData },
      { encData: other.encData },
      ...[0, 40, sealed.encData.length - 1].map((at) => ({ encData: flip(sealed.encData, at) })),
      { encData: sealed.encData + sealed.encData },
    ];
    for (const change of changes) expect(() => openSmBody(keys, { ...sealed, ...change }, NOW)).toThrow('INSTITUTION_SIGNATURE_WRONG');
    for (const change of [{ version: '1.0.1' }, { encType: 'AES' }, { signType: 'MD5' }, { extra: 'x' }, { data }])
      expect(() => openSmBody(keys, { ...sealed, ...change }, NOW)).toThrow('REQUEST_INVALID');
  });

  it('is fresh for half an hour', () => {
    const at = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
    const sealed = sealSmBody(theirSide(keys), data, NOW);
    for (const minutes of [-30, 30]) expect(openSmBody(keys, sealed, at(minutes))).toEqual(data);
    for (const minutes of [-31, 31]) expect(() => openSmBody(keys, sealed, at(minutes))).toThrow('INSTITUTION_TIMESTAMP_STALE');
  });
});
