import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findProgram } from '../support/programs';
import { type Measured, percentile } from './measure';

// pgbench's own TPC-B-like transaction on the same server: what one transaction of this size costs on this machine, right now.

const CLIENTS = ['-c', '16', '-j', '2'];
/** Every tenth transaction's time is written down: writing all of them would slow the yardstick. */
const SAMPLED = 0.1;

const DEBIAN = '/usr/lib/postgresql';

/** Where pgbench is; undefined when this machine has none. */
export const findPgbench = (): string | undefined => {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a)) : [];
  return findProgram(
    'pgbench',
    versions.map((version) => join(DEBIAN, version, 'bin')),
  );
};

export interface Yardstick {
  readonly measure: (seconds: number) => Promise<Measured>;
}

/** Fills the database that `url` names. */
export async function makeYardstick(pgbench: string, url: string, scale: number): Promise<Yardstick> {
  await run(pgbench, ['-i', '-q', '-s', String(scale), url]);
  return { measure: (seconds) => measure(pgbench, url, seconds) };
}

async function measure(pgbench: string, url: string, seconds: number): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), 'gongji-pgbench-'));
  try {
    const log = ['-l', `--log-prefix=${join(folder, 'log')}`, `--sampling-rate=${SAMPLED}`];
    const told = await run(pgbench, ['-n', '-M', 'prepared', ...CLIENTS, '-T', String(seconds), ...log, url]);
    const perSecond = Number(/^tps = ([\d.]+)/m.exec(told)?.[1]);
    if (!(perSecond > 0)) throw new Error(`pgbench told no rate: ${told}`);
    const times = readdirSync(folder).flatMap((file) => timesIn(readFileSync(join(folder, file), 'utf8')));
    return { perSecond, p50Ms: percentile(times, 0.5), p99Ms: percentile(times, 0.99) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The third column is the transaction's time in microseconds. */
const timesIn = (log: string): number[] =>
  log
    .split('\n')
    .filter(Boolean)
    .map((line) => Number(line.split(' ')[2]) / 1000);

const run = (program: string, argv: readonly string[]): Promise<string> =>
  new Promise((resolve, reject) => {
    const child = spawn(program, argv, { stdio: ['ignore', 'pipe', 'pipe'] });
    let [told, complained] = ['', ''];
    child.stdout.on('data', (text: Buffer) => (told += text.toString()));
    child.stderr.on('data', (text: Buffer) => (complained += text.toString()));
    child.once('error', reject);
    child.once('exit', (code) => (code === 0 ? resolve(told) : reject(new Error(`pgbench ended with ${code}: ${complained}`))));
  });
