import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

// Starting Node with tsx takes long on a busy machine.
jest.setTimeout(60_000);

const ROOT = join(__dirname, '..', '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'gongji-main-'));
afterAll(() => rmSync(folder, { recursive: true }));

const run = (env: Readonly<Record<string, string>>): ChildProcess =>
  spawn(process.execPath, ['--import', 'tsx', 'apps/sandbox/src/main.ts'], {
    cwd: ROOT,
    env: { PATH: process.env['PATH'], DATA_DIR: folder, SANDBOX_PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });

const ended = async (child: ChildProcess): Promise<{ code: number; said: string }> => {
  const said = child.stderr ? text(child.stderr) : Promise.resolve('');
  const [code] = (await once(child, 'exit')) as [number];
  return { code, said: await said };
};

describe('the process', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)('says where it listens and ends cleanly on %s', async (signal) => {
    const child = run({});
    const [line] = (await once(child.stdout ?? child, 'data')) as [Buffer];
    expect(String(line)).toMatch(/^sandbox \(演示\/非官方\): http:\/\/localhost:\d+\n$/);
    child.kill(signal);
    expect(await ended(child)).toEqual({ code: 0, said: '' });
  });

  it('ends with one clear line when the port is in use', async () => {
    const other = createServer().listen(0);
    await once(other, 'listening');
    const port = String((other.address() as AddressInfo).port);
    const { code, said } = await ended(run({ SANDBOX_PORT: port }));
    other.close();
    expect(code).toBe(1);
    expect(said).toBe(`sandbox: port ${port} is in use; set SANDBOX_PORT to another one\n`);
  });

  it('ends with one clear line when a setting is bad', async () => {
    const { code, said } = await ended(run({ SANDBOX_PORT: 'many' }));
    expect(code).toBe(1);
    expect(said).toMatch(/^sandbox: setting SANDBOX_PORT is not usable: .+\n$/);
  });

  it('ends with one clear line when the folder cannot be used', async () => {
    writeFileSync(join(folder, 'file'), '');
    const { code, said } = await ended(run({ DATA_DIR: join(folder, 'file') }));
    expect(code).toBe(1);
    expect(said).toMatch(/^sandbox: cannot use .+: (ENOTDIR|EEXIST)\n$/);
  });
});
