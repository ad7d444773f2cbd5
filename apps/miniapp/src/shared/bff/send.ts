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
    const { statusCode: status, data: answer } = reply as { readonly statusCode: number; readonly data: unknown };
    // A connection that broke within the answer: Taro reports the status that had come, and null or half a text.
    const cutOff = typeof answer !== 'object' || answer === null;
    return status < 300 && cutOff ? undefined : { status, body: answer };
  } catch {
    return undefined;
  }
}
