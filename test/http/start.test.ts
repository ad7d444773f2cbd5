import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PRIVACY_TEXT } from '@gongji/domain';
import { openPostgres } from '@gongji/core';
import { createSandbox } from '../../apps/sandbox/src/app';
import { PARTS } from '../support/bundle-child';
import { EMBEDDED_TEMPLATE } from '../support/embedded-template';
import { freshDatabase } from '../support/fresh-database';
import { freePort } from '../support/ports';

// The process as it is started: settings in, one line and an exit code out.

/** What people start. The other starts take it compiled, which is three seconds of a processor less each. */
const SOURCES = ['--import', 'tsx', 'apps/bff/src/main.ts'];

const metricsIn = (pattern: RegExp, text: string): readonly (string | undefined)[] =>
  [...text.matchAll(pattern)].map(([, name]) => name).sort();

interface Started {
  readonly child: ChildProcess;
  readonly output: () => string;
  readonly errors: () => string;
  readonly ended: Promise<number | null>;
}

jest.setTimeout(300_000);

describe('starting the edge', () => {
  let folder: string;
  let sandbox: Server;
  let sandboxUrl: string;
  const children: ChildProcess[] = [];
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'gongji-start-'));
    const settings = { folder: null, bffUrl: 'http://127.0.0.1:1', secret: null, machineNow: () => new Date() };
    const answer = createSandbox(settings).callback();
    sandbox = createServer((asked, reply) => void answer(asked, reply));
    await new Promise<void>((resolve) => sandbox.listen(0, '127.0.0.1', resolve));
    sandboxUrl = `http://127.0.0.1:${(sandbox.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    for (const child of children) child.kill('SIGKILL');
    sandbox.closeAllConnections();
    await new Promise((resolve) => sandbox.close(resolve));
    rmSync(folder, { recursive: true, force: true });
  });

  const start = (env: Readonly<Record<string, string>>, argv: readonly string[] = [PARTS.bff]): Started => {
    const child = spawn(process.execPath, argv, {
      env: { PATH: process.env['PATH'], SANDBOX_URL: sandboxUrl, PORT: '0', DATA_DIR: join(folder, 'data'), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    children.push(child);
    const texts = { output: '', errors: '' };
    child.stdout?.on('data', (text: Buffer) => (texts.output += text.toString()));
    child.stderr?.on('data', (text: Buffer) => (texts.errors += text.toString()));
    const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));
    return { child, output: () => texts.output, errors: () => texts.errors, ended };
  };
  const listening = async ({ output, ended, errors }: Started): Promise<string> => {
    for (;;) {
      const address = /"address":"(http[^"]+)"/.exec(output())?.[1];
      if (address !== undefined) return address;
      const code = await Promise.race([ended, new Promise<'open'>((resolve) => setTimeout(resolve, 50, 'open'))]);
      if (code !== 'open') throw new Error(`it ended with ${code}: ${errors()}`);
    }
  };
  /** A folder that somebody started on before: its tables are there. */
  const usedFolder = (name: string): string => {
    cpSync(process.env[EMBEDDED_TEMPLATE] ?? '', join(folder, name, 'database'), { recursive: true });
    return join(folder, name);
  };
  /** The one line that it says before it ends with 1. */
  const refusalOf = async (env: Readonly<Record<string, string>>, argv?: readonly string[]): Promise<string> => {
    const started = start(env, argv);
    const code = await started.ended;
    const line = /^bff: ([^\n]+)\n$/.exec(started.errors())?.[1];
    if (code !== 1 || line === undefined) throw new Error(`it ended with ${code} and said ${started.errors()}`);
    return line;
  };

  it('refuses a setting that is not usable, by its name', async () => {
    expect(await refusalOf({ MODE: 'demo' }, SOURCES)).toMatch(/setting MODE is not usable/);
  });

  it('refuses a folder that cannot be written', async () => {
    expect(await refusalOf({ DATA_DIR: '/dev/null/data' })).toMatch(/the folder \/dev\/null\/data \(DATA_DIR\) cannot be written/);
  });

  it('refuses rule packs with a mistake, by file and line', async () => {
    const policies = join(folder, 'policies');
    cpSync('config/policies', policies, { recursive: true });
    writeFileSync(join(policies, '990000.yaml'), "regionCode: '990000'\nregionName: ''\nparentCode: null\nrules: []\n");
    expect(await refusalOf({ POLICY_DIR: policies })).toMatch(/990000\.yaml:2: regionName/);
  });

  it('refuses a database and a Redis that do not answer, without their passwords', async () => {
    const port = await freePort();
    expect(await refusalOf({ DATABASE_URL: `postgres://u:secret@127.0.0.1:${port}/g` })).toMatch(
      /the database \(DATABASE_URL\) does not answer/,
    );
    const redis = { REDIS_URL: `redis://:secret@127.0.0.1:${port}`, DATA_DIR: usedFolder('other') };
    expect(await refusalOf(redis)).toMatch(/Redis \(REDIS_URL\) does not answer/);
  });

  it('migrates as the owner and serves as a login that owns nothing', async () => {
    const server = await freshDatabase();
    const admin = openPostgres({ url: server.url, connections: 1 });
    const name = `gongji_start_${randomBytes(4).toString('hex')}`;
    await admin.query(`create role ${name} login in role gongji_app`);
    await admin.query(`create database ${name}`);
    const [ownerUrl, appUrl] = [new URL(server.url), new URL(server.url)];
    ownerUrl.pathname = appUrl.pathname = `/${name}`;
    appUrl.username = name;
    const started = start({ DATABASE_OWNER_URL: ownerUrl.href, DATABASE_URL: appUrl.href, DATA_DIR: join(folder, 'fourth') });
    expect((await fetch(`${await listening(started)}/readyz`)).status).toBe(200);
    const { rows } = await admin.query('select distinct usename::text who from pg_stat_activity where datname = $1', [name]);
    expect(rows).toEqual([{ who: name }]);
    started.child.kill('SIGTERM');
    expect(await started.ended).toBe(0);
    await admin.query(`drop database ${name} with (force)`);
    await admin.query(`drop role ${name}`);
    await admin.end();
    await server.drop();
  });

  it('runs, keeps its data and its keys over a restart, and stops on SIGTERM', async () => {
    const logIn = async (address: string) => {
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch(`${address}/api/session`, {
        method: 'POST',
        headers,
        body: JSON.stringify({ code: 'demo-chen-jianguo', consentVersion: PRIVACY_TEXT.version }),
      });
      return ((await answer.json()) as { me: { personId: string } }).me.personId;
    };
    const first = start({});
    const address = await listening(first);
    expect((await fetch(`${address}/readyz`)).status).toBe(200);
    const personId = await logIn(address);
    const metrics = await (await fetch(`${address}/metrics`)).text();
    expect(metricsIn(/^# TYPE (gongji_\w+)/gm, metrics)).toEqual(
      metricsIn(/`(gongji_(?!app)[a-z_]+)`/g, readFileSync('docs/operating.md', 'utf8')),
    );
    expect(statSync(join(folder, 'data/keys.json')).mode & 0o777).toBe(0o600);

    const { port } = new URL(address);
    expect(await refusalOf({ DATA_DIR: usedFolder('third'), PORT: port })).toMatch(new RegExp(`port ${port} is in use`));
    expect(await refusalOf({})).toMatch(/is (open|in use|locked)|another process/);

    first.child.kill('SIGTERM');
    expect(await first.ended).toBe(0);
    expect(first.errors()).toBe('');

    const second = start({});
    expect(await logIn(await listening(second))).toBe(personId);
    second.child.kill('SIGINT');
    expect(await second.ended).toBe(0);
  });
});
