import { type ChildProcess, spawn } from 'node:child_process';
import { describeWith, findProgram } from './programs';
import { freePort } from './ports';

const program = findProgram('redis-server');

/** Runs where redis-server is installed; npm brings no usable one. */
export const describeWithRedis = describeWith('redis-server', program !== undefined);

export interface RedisServer {
  readonly url: string;
  /** Hangs: connections stay, and nothing is answered until it goes on. */
  hang(): void;
  goOn(): void;
  /** As if it crashed: nothing is written down. */
  stop(): Promise<void>;
}

/** `at`: a port; a free one otherwise. */
export const startRedis = async (at?: number): Promise<RedisServer> => {
  if (!program) throw new Error('redis-server is not on PATH; use describeWithRedis');
  const port = at ?? (await freePort());
  const child = spawn(program, ['--bind', '127.0.0.1', '--port', String(port), '--save', '', '--appendonly', 'no'], {
    cwd: '/',
    // Nothing of this process's own: a Redis that outlives it would keep whoever reads that waiting for ever.
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const killAtExit = () => child.kill('SIGKILL');
  process.once('exit', killAtExit);
  await ready(child);
  return {
    url: `redis://127.0.0.1:${port}`,
    hang: () => void child.kill('SIGSTOP'),
    goOn: () => void child.kill('SIGCONT'),
    async stop() {
      process.removeListener('exit', killAtExit);
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGKILL');
      await gone;
    },
  };
};

const ready = (child: ChildProcess): Promise<void> =>
  new Promise((resolve, reject) => {
    child.stdout?.setEncoding('utf8');
    child.stdout?.on('data', (text: string) => text.includes('Ready to accept connections') && resolve());
    child.once('error', reject);
    child.once('exit', () => reject(new Error('redis-server ended before it was ready')));
  });
