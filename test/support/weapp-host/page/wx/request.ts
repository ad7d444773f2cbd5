import type { Options } from './answer';

interface RequestOptions extends Options {
  readonly url: string;
  readonly method?: string;
  readonly data?: unknown;
  readonly header?: Readonly<Record<string, string>>;
  readonly timeout?: number;
  readonly dataType?: string;
}

/** The host's server passes /api on to the BFF, whatever address was compiled in. */
const sameOrigin = (url: string): string => {
  const { pathname, search } = new URL(url, location.href);
  return pathname + search;
};

const withQuery = (url: string, query: unknown): string => {
  if (query === undefined) return url;
  return `${url}${url.includes('?') ? '&' : '?'}${new URLSearchParams(query as Record<string, string>).toString()}`;
};

export const request = (options: RequestOptions) => {
  const method = options.method ?? 'GET';
  const stop = new AbortController();
  const late = setTimeout(() => stop.abort(), options.timeout ?? 60_000);
  const url = sameOrigin(method === 'GET' ? withQuery(options.url, options.data) : options.url);
  const body = method === 'GET' || options.data === undefined ? {} : { body: bodyOf(options.data) };
  const header = { 'content-type': 'application/json', ...options.header };
  fetch(url, { method, headers: header, signal: stop.signal, ...body })
    .then(async (response) => {
      const result = {
        data: parse(await response.text(), options.dataType ?? 'json'),
        statusCode: response.status,
        header: Object.fromEntries(response.headers),
        cookies: [],
        errMsg: 'request:ok',
      };
      options.success?.(result);
      options.complete?.(result);
    })
    .catch((error: unknown) => {
      const result = { errMsg: `request:fail ${error instanceof Error ? error.message : String(error)}`, errno: 600001 };
      options.fail?.(result);
      options.complete?.(result);
    })
    .finally(() => clearTimeout(late));
  const nothing = () => undefined;
  return {
    abort: () => stop.abort(),
    onHeadersReceived: nothing,
    offHeadersReceived: nothing,
    onChunkReceived: nothing,
    offChunkReceived: nothing,
  };
};

const bodyOf = (given: unknown): string => (typeof given === 'string' ? given : JSON.stringify(given));

const parse = (text: string, kind: string): unknown => {
  if (kind !== 'json') return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};
