import { connect } from 'node:net';
import { buildIfStale } from './build-if-stale';
import { type Part, startPart } from './part';

// `npm start`: the sandbox, then the BFF, then (when missing or stale) the browser version, and where to find it all.

const READY_MS = 120_000;
const port = process.env['PORT'] || '8080';
const sandboxPort = process.env['SANDBOX_PORT'] || '8090';
const running: Part[] = [];

const start = async (): Promise<void> => {
  await refuseTaken('PORT', port);
  await refuseTaken('SANDBOX_PORT', sandboxPort);
  await startAndWait('sandbox', 'apps/sandbox/src/main.ts', `http://127.0.0.1:${sandboxPort}/sandbox/clock`);
  await startAndWait('bff', 'apps/bff/src/main.ts', `http://127.0.0.1:${port}/readyz`);
  await buildIfStale('h5');
  console.log(welcome());
};

/** Else what listens there already would answer for the part that cannot. A number that is no port is the part's to refuse. */
const refuseTaken = async (setting: string, taken: string): Promise<void> => {
  if (!/^[1-9]\d{0,4}$/.test(taken) || Number(taken) > 65_535) return;
  const socket = connect({ host: '127.0.0.1', port: Number(taken) });
  const answered = await new Promise<boolean>((resolve) => {
    socket.once('connect', () => resolve(true));
    socket.once('error', () => resolve(false));
  });
  socket.destroy();
  if (answered) throw new Error(`port ${taken} is in use; set ${setting} to another one`);
};

/** The parts' own settings; what the person set wins. */
const env = {
  SANDBOX_URL: `http://127.0.0.1:${sandboxPort}`,
  BFF_URL: `http://127.0.0.1:${port}`,
  LOG_LEVEL: process.env['LOG_LEVEL'] || 'warn',
};

const startAndWait = async (name: string, script: string, address: string): Promise<void> => {
  const part = startPart(name, script, env);
  running.push(part);
  // The part itself has said in one line what is wrong.
  void part.ended.then((told) => (told ? undefined : stop(1)));
  const outcome = await part.ready(address, READY_MS);
  if (outcome === 'late') console.error(`${name} did not get ready within ${READY_MS / 1000} s.`);
  if (outcome !== 'ready') await stop(1);
};

const welcome = (): string => `
Gongji 共济 · 演示/非官方 · everything outside is a sandbox, every person is synthetic

  mini program      http://localhost:${port}
  counter page      http://localhost:${sandboxPort}/counter
  people            http://localhost:${sandboxPort}/sandbox/people
  API document      http://localhost:${port}/openapi.json

Ctrl-C stops it; everything is kept in ${process.env['DATA_DIR'] || '.data'}.
`;

let stopping: Promise<never> | undefined;
const stop = (code: number): Promise<never> => {
  stopping ??= (async () => {
    for (const part of [...running].reverse()) await part.stop();
    process.exit(code);
  })();
  return stopping;
};

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0));

start().catch((error: unknown) => {
  if (!stopping) console.error(error instanceof Error ? error.message : error);
  return stop(1);
});
