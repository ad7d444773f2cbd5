import { readSettings, SettingError } from './settings';

describe('the settings', () => {
  it('have defaults, and an empty variable counts as not set', () => {
    const { port, host, settings } = readSettings({ SANDBOX_PORT: '', DATA_DIR: '', PATH: '/bin' });
    expect([port, host]).toEqual([8090, '127.0.0.1']);
    expect(settings).toMatchObject({ folder: '.data', bffUrl: 'http://localhost:8080', secret: null });
  });

  it('find the BFF at PORT unless BFF_URL says where', () => {
    expect(readSettings({ PORT: '9000' }).settings.bffUrl).toBe('http://localhost:9000');
    expect(readSettings({ PORT: '9000', BFF_URL: 'http://bff:1/' }).settings.bffUrl).toBe('http://bff:1');
  });

  it.each([
    [{ SANDBOX_PORT: 'eighty' }, 'SANDBOX_PORT'],
    [{ SANDBOX_PORT: '70000' }, 'SANDBOX_PORT'],
    [{ BFF_URL: 'ftp://x' }, 'BFF_URL'],
    [{ SANDBOX_SECRET: 'short' }, 'SANDBOX_SECRET'],
  ])('refuse %j in one line that names it', (env, name) => {
    expect(() => readSettings(env)).toThrow(SettingError);
    expect(() => readSettings(env)).toThrow(new RegExp(`^setting ${name} is not usable: .+$`));
  });
});
