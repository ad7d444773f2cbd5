import { type AddressInfo, createServer, type Server } from 'node:net';
import { type Connection, openConnection } from './connection';

// The bytes of a server, piece by piece: what a real one sends when it is asked, and when it is not.

describe('a connection', () => {
  let server: Server;
  let connection: Connection;
  const connect = async (pieces: readonly string[], { close = false } = {}) => {
    server = createServer((socket) => {
      socket.on('error', () => undefined);
      if (close) socket.end();
      socket.on('data', () => pieces.forEach((piece, index) => setTimeout(() => socket.write(piece), index * 5)));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    connection = await openConnection((server.address() as AddressInfo).port);
  };
  afterEach(async () => {
    connection.close();
    await new Promise((resolve) => server.close(resolve));
  });

  it('reads an answer that comes in pieces, and the next one', async () => {
    await connect(['HTTP/1.1 200 OK\r\nContent-', 'Length: 6\r\n\r\n', '余', '额']);
    expect(await connection.ask('GET')).toMatchObject({ status: 200, body: Buffer.from('余额').toString('latin1') });
    expect((await connection.ask('GET')).status).toBe(200);
  });

  it('refuses to ask what the server has closed', async () => {
    await connect([], { close: true });
    await new Promise((resolve) => setTimeout(resolve, 50));
    await expect(connection.ask('GET')).rejects.toThrow('the server closed a connection');
  });

  it('says what it cannot read', async () => {
    await connect(['HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n']);
    await expect(connection.ask('GET')).rejects.toThrow('an answer without a length: HTTP/1.1 408');
  });
});
