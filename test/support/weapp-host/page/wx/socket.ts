import type { Options } from './answer';

interface SocketOptions extends Options {
  readonly url: string;
}
interface SendOptions extends Options {
  readonly data: string;
}

/** The host's server passes it on to the BFF, whatever address was compiled in. */
const sameOrigin = (url: string): string => `${location.origin.replace(/^http/, 'ws')}${new URL(url).pathname}`;

/** As in WeChat: the task at once, the news by listeners, and nothing given back by send and close. */
export const connectSocket = (options: SocketOptions) => {
  const socket = new WebSocket(sameOrigin(options.url));
  queueMicrotask(() => {
    options.success?.({ errMsg: 'connectSocket:ok' });
    options.complete?.({ errMsg: 'connectSocket:ok' });
  });
  return {
    get readyState() {
      return socket.readyState;
    },
    send: ({ data, success, fail }: SendOptions) => {
      const open = socket.readyState === WebSocket.OPEN;
      if (open) socket.send(data);
      (open ? success : fail)?.({ errMsg: `sendSocketMessage:${open ? 'ok' : 'fail'}` });
    },
    close: () => socket.close(),
    onOpen: (opened: (result: object) => void) => socket.addEventListener('open', () => opened({ header: {} })),
    onMessage: (heard: (message: { readonly data: unknown }) => void) =>
      socket.addEventListener('message', ({ data }: MessageEvent<unknown>) => heard({ data })),
    onClose: (closed: (result: object) => void) => socket.addEventListener('close', ({ code, reason }) => closed({ code, reason })),
    onError: (failed: (result: object) => void) => socket.addEventListener('error', () => failed({ errMsg: 'fail' })),
  };
};
