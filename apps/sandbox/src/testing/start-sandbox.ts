import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createSandbox } from '../app';
import type { SandboxSettings } from '../settings';

// A real sandbox on a free port, for tests: everything goes over HTTP.

export interface StartedSandbox {
  readonly url: string;
  readonly get: (path: string, headers?: Readonly<Record<string, string>>) => Promise<Answer>;
  readonly post: (path: string, body?: unknown, headers?: Readonly<Record<string, string>>) => Promise<Answer>;
  readonly delete: (path: string) => Promise<Answer>;
  readonly stop: () => Promise<void>;
}
export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** A Monday, so that two working days on are a Wednesday. */
export const NOW = new Date('2026-11-23T02:00:00Z');

export async function startSandbox(overrides: Partial<SandboxSettings> = {}): Promise<StartedSandbox> {
  const settings = { folder: null, bffUrl: 'http://127.0.0.1:9', secret: null, machineNow: () => NOW, ...overrides };
  const server = createSandbox(settings).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const send = async (path: string, request: RequestInit): Promise<Answer> => {
    const answer = await fetch(`${url}${path}`, request);
    return { status: answer.status, body: await answer.json() };
  };
  return {
    url,
    get: (path, headers = {}) => send(path, { headers }),
    post: (path, body = {}, headers = {}) =>
      send(path, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) }),
    delete: (path) => send(path, { method: 'DELETE' }),
    stop: () => close(server),
  };
}

export function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => {
    server.close(() => resolve());
  });
}
