import type { WebSocket } from 'ws';

/** What Taro's browser version makes of a socket, with its habit of telling no reason for a close. */
export const socketTask = (socket: WebSocket) => {
  // A browser's socket that fails unheard throws nothing.
  socket.on('error', () => undefined);
  return taskOf(socket);
};

const taskOf = (socket: WebSocket) => ({
  OPEN: 1,
  get readyState() {
    return socket.readyState;
  },
  send: ({ data }: { readonly data: string }) => {
    if (socket.readyState !== 1) return Promise.reject(new Error('SocketTask.send:fail'));
    socket.send(data);
    return Promise.resolve({});
  },
  close: () => {
    socket.close();
    return Promise.resolve({});
  },
  onOpen: (opened: () => void) => {
    socket.addEventListener('open', () => opened());
  },
  onMessage: (heard: (message: { readonly data: unknown }) => void) => {
    socket.addEventListener('message', ({ data }) => heard({ data }));
  },
  onClose: (closed: (told: object) => void) => {
    socket.addEventListener('close', () => closed({ code: 1006 }));
  },
  onError: (failed: (told: object) => void) => {
    socket.addEventListener('error', () => failed({}));
  },
});
