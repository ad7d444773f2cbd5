import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { runDueJobs, SERVING_PATIENCE_MS } from '@gongji/core';
import type { Logger } from 'pino';
import { createApp } from './app';
import { startJobs } from './background-jobs';
import type { AppDeps, SandboxDeps } from './deps';
import { answerUpgrades } from './live/answer-upgrades';
import { openCodeLive } from './live/code-live';
import { type OpenDeps, openDeps } from './open-deps';
import { seedFromSandbox } from './seed';
import { SettingError, type Settings } from './settings';

/** How long the start waits for a sandbox that is starting at the same moment. */
const SANDBOX_WAIT_MS = 30_000;
/** Requests under way get this long to end. */
const DRAIN_MS = 5_000;

export interface Running {
  readonly address: string;
  readonly stop: () => Promise<void>;
}

/** Opens, migrates, seeds (sandbox mode), listens, starts the jobs. */
export async function start(settings: Settings, log: Logger): Promise<Running> {
  const opened = await openDeps(settings, { log, patienceMs: SERVING_PATIENCE_MS });
  try {
    return await serve(opened, settings);
  } catch (error) {
    await opened.close();
    throw error;
  }
}

async function serve({ deps, close }: OpenDeps, settings: Settings): Promise<Running> {
  if (deps.sandbox !== null) await joinSandbox(deps, deps.sandbox);
  const answer = createApp(deps).callback();
  const server = createServer((asked, reply) => void answer(asked, reply));
  // A caller that dribbles its request in does not hold a socket for long.
  server.headersTimeout = 10_000;
  server.requestTimeout = 30_000;
  const live = openCodeLive(deps);
  answerUpgrades(server, live);
  deps.metrics.watch('gongji_live_connections', live.connections);
  await listen(server, settings);
  const jobs = startJobs((tellFailure) => runDueJobs(deps.core, tellFailure), deps);
  const stop = async () => {
    await live.close();
    await drain(server);
    await jobs.stop();
    await close();
  };
  return { address: `http://${settings.host}:${(server.address() as AddressInfo).port}`, stop };
}

/** Takes over the sandbox's clock, people and institutions. Doing it at every start changes nothing. */
async function joinSandbox({ core }: AppDeps, { world, shiftClock }: SandboxDeps): Promise<void> {
  const givesUpAt = Date.now() + SANDBOX_WAIT_MS;
  for (;;) {
    try {
      shiftClock(await world.clockOffsetMs());
      break;
    } catch {
      if (Date.now() > givesUpAt) throw new SettingError('the sandbox (SANDBOX_URL) does not answer; start it, or set MODE=live');
      await wait(200);
    }
  }
  await seedFromSandbox(core, world);
}

const listen = (server: Server, { port, host }: Settings): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const text =
        error.code === 'EADDRINUSE' ? `port ${port} is in use; set PORT to another one` : `cannot listen on ${host}:${port}: ${error.code}`;
      reject(new SettingError(text));
    });
    server.listen(port, host, resolve);
  });

async function drain(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const impatience = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
  await closed;
  clearTimeout(impatience);
}
