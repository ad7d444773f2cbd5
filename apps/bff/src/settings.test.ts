import { readSettings } from './settings';

const KEY = Buffer.alloc(32, 7).toString('base64');
const live = {
  MODE: 'live',
  CERTIFICATE_KEY: KEY,
  CERTIFICATE_INDEX_KEY: KEY,
  LEDGER_KEY: KEY,
  WECHAT_APP_ID: 'wx1',
  WECHAT_SECRET: 's',
  TAX_OFFICE_URL: 'https://tax.example',
  IDENTITY_CHECK_URL: 'https://identity.example/',
  INSURANCE_REGISTER_URL: 'https://register.example',
  PUBLIC_URL: 'https://gongji.example/',
};

describe('settings', () => {
  it('need nothing: the demonstration runs embedded on this machine', () => {
    const settings = readSettings({ REDIS_URL: '' }, '/srv/gongji');
    expect(settings).toMatchObject({ mode: 'sandbox', host: '127.0.0.1', port: 8080, databaseUrl: null, redisUrl: null, keys: null });
    expect(settings.dataFolder).toBe('/srv/gongji/.data');
    expect(settings.outside.taxOffice).toBe('http://127.0.0.1:8090');
  });

  it('follow the port of the sandbox to everything outside', () => {
    const { outside, sandbox } = readSettings({ SANDBOX_PORT: '9001' }, '/');
    expect([...Object.values(outside), sandbox?.url]).toEqual(Array(5).fill('http://127.0.0.1:9001'));
  });

  it('keep the sandbox out of live mode', () => {
    const settings = readSettings(live, '/');
    expect(settings.sandbox).toBeNull();
    expect(settings.outside).toEqual({
      weChat: 'https://api.weixin.qq.com',
      taxOffice: 'https://tax.example',
      identityCheck: 'https://identity.example',
      insuranceRegister: 'https://register.example',
    });
    expect(settings.keys?.certificateKey).toHaveLength(32);
  });

  it.each(Object.keys(live).filter((name) => name !== 'MODE'))('name %s where live mode misses it', (name) => {
    expect(() => readSettings({ ...live, [name]: undefined }, '/')).toThrow(new RegExp(`^setting ${name} is required|come together`));
  });

  it('ask who serves people where they say who owns the tables', () => {
    const owner = { DATABASE_OWNER_URL: 'postgres://owner@localhost/gongji' };
    expect(() => readSettings(owner, '/')).toThrow('setting DATABASE_URL is required with DATABASE_OWNER_URL');
    const both = readSettings({ ...owner, DATABASE_URL: 'postgres://app@localhost/gongji' }, '/');
    expect(both).toMatchObject({ databaseUrl: 'postgres://app@localhost/gongji', databaseOwnerUrl: 'postgres://owner@localhost/gongji' });
  });

  it('take a second key beside the three, and not without them', () => {
    expect(readSettings({ ...live, SECOND_CERTIFICATE_KEY: KEY }, '/').keys?.secondCertificateKey).toHaveLength(32);
    expect(() => readSettings({ SECOND_CERTIFICATE_KEY: KEY }, '/')).toThrow('setting CERTIFICATE_KEY is required');
  });

  it.each([
    ['PORT', '70000'],
    ['PORT', 'http'],
    ['MODE', 'demo'],
    ['DATABASE_URL', 'mysql://localhost/x'],
    ['DATABASE_OWNER_URL', 'mysql://localhost/x'],
    ['REDIS_URL', 'localhost:6379'],
    ['CERTIFICATE_KEY', 'short'],
    ['SECOND_CERTIFICATE_KEY', 'short'],
    ['METRICS_TOKEN', 'short'],
    ['TAX_OFFICE_URL', 'file:///etc'],
    ['PROXIES', 'all'],
    ['LOG_LEVEL', 'loud'],
  ])('refuse %s=%s by name, in one line', (name, value) => {
    expect(() => readSettings({ [name]: value }, '/')).toThrow(new RegExp(`^setting ${name} is not usable: [^\\n]+$`));
  });
});
