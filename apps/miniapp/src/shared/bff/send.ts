import Taro from '@tarojs/taro';
import type { Method } from './routes';

const TIMEOUT_MS = 20_000;

export interface Sent {
  readonly method: Method;
  readonly path: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly timeoutMs?: number;
}

export interface Reply {
  readonly status: number;
  readonly body: unknown;
}

/** One HTTP exchange; undefined where no readable answer came. */
export async function send({ method, path, body, headers = {}, timeoutMs = TIMEOUT_MS }: Sent): Promise<Reply | undefined> {
  const json = body === undefined ? {} : { 'content-type': 'application/json' };
  try {
    const reply = await Taro.request({
      url: `${BFF_ADDRESS}${path}`,
      method,
      header: { ...json, ...headers },
      timeout: timeoutMs,
      ...(body === undefined ? {} : { data: body }),
    });
    return { status: reply.statusCode, body: reply.data as unknown };
  } catch {
    return undefined;
  }
}
