import { connect, type Socket } from 'node:net';

// One kept-alive HTTP/1.1 connection with one request under way at a time. The server shares the machine with whoever calls it: autocannon computed 37 µs
// for each request of one and the same text, this 17 µs, and here every request is another one. Nor does autocannon send at intended times.

export interface Reply {
  readonly status: number;
  readonly body: string;
}

export interface Connection {
  readonly ask: (request: string) => Promise<Reply>;
  readonly close: () => void;
}

const HEAD_END = '\r\n\r\n';
const LENGTH = /\r\ncontent-length: (\d+)/i;
/** "HTTP/1.1 200 OK" */
const STATUS_AT = 9;

export async function openConnection(port: number): Promise<Connection> {
  const socket = await connected(port);
  let received = '';
  let broken: Error | undefined;
  let waiting: { readonly resolve: (reply: Reply) => void; readonly reject: (error: Error) => void } | undefined;
  const breakWith = (error: Error) => {
    broken ??= error;
    waiting?.reject(broken);
  };
  // One byte a character, so that lengths count bytes.
  socket.setEncoding('latin1');
  socket.on('data', (text: string) => {
    received += text;
    const reply = replyIn(received);
    if (reply === undefined) return;
    if (reply instanceof Error) return breakWith(reply);
    received = '';
    waiting?.resolve(reply);
  });
  socket.once('close', () => breakWith(new Error('the server closed a connection')));
  socket.once('error', breakWith);
  return {
    ask: (request) =>
      new Promise((resolve, reject) => {
        // Closed while nobody used it: an answer would be waited for without end.
        if (broken !== undefined) return reject(broken);
        waiting = { resolve, reject };
        socket.write(request);
      }),
    close: () => {
      waiting = undefined;
      socket.destroy();
    },
  };
}

function replyIn(received: string): Reply | Error | undefined {
  const headEnd = received.indexOf(HEAD_END);
  if (headEnd < 0) return undefined;
  const length = LENGTH.exec(received.slice(0, headEnd))?.[1];
  if (length === undefined) return new Error(`an answer without a length: ${received.slice(0, headEnd)}`);
  const bodyAt = headEnd + HEAD_END.length;
  if (received.length < bodyAt + Number(length)) return undefined;
  return { status: Number(received.slice(STATUS_AT, STATUS_AT + 3)), body: received.slice(bodyAt) };
}

const connected = (port: number): Promise<Socket> =>
  new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true }, () => resolve(socket));
    socket.once('error', reject);
  });
