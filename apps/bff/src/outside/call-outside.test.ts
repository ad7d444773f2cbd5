import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { NoAnswer } from '@gongji/core';
import { z } from 'zod';
import { freePort } from '../../../../test/support/ports';
import { callOutside } from './call-outside';

const schema = z.object({ state: z.literal('done') });

describe('calling an outside party', () => {
  let server: Server;
  let behave: RequestListener = () => undefined;
  let seen = 0;
  beforeEach(async () => {
    seen = 0;
    server = createServer((asked, answer) => {
      seen += 1;
      behave(asked, answer);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterEach(async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
  });

  const url = (): URL => new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  /** Patient on a busy machine; only the test of the time-out is not. */
  const call = (to: URL, timeoutMs = 10_000) => callOutside({ method: 'POST', url: to, body: { paymentId: 'p1' }, schema, timeoutMs });

  it('gives the answer that the contract describes', async () => {
    behave = (_, answer) => answer.end('{"state":"done","more":1}');
    await expect(call(url())).resolves.toEqual({ state: 'done' });
  });

  it('says NotSent where nobody listens', async () => {
    await expect(call(new URL(`http://127.0.0.1:${await freePort()}/`))).rejects.toMatchObject({ name: 'NotSent' });
  });

  const MAY_HAVE_HAPPENED: readonly (readonly [string, RequestListener])[] = [
    ['a broken connection', (asked) => asked.socket.destroy()],
    [
      'an answer cut off half-way',
      (_, answer) => answer.writeHead(200, { 'content-length': 100 }).write('{"state"', () => answer.destroy()),
    ],
    ['a failure over there', (_, answer) => answer.writeHead(502).end('{"state":"done"}')],
    ['a refusal that is not in the contract', (_, answer) => answer.writeHead(400).end('{"state":"done"}')],
    ['an answer that is not JSON', (_, answer) => answer.end('<html>')],
    ['a redirection', (_, answer) => answer.writeHead(307, { location: '/elsewhere' }).end()],
  ];
  it('says where another answer came than agreed, and no word of it', async () => {
    behave = (_, answer) => answer.end('{"state":"maybe"}');
    const thrown: unknown = await call(url()).catch((error: unknown) => error);
    expect(thrown).toBeInstanceOf(NoAnswer);
    expect(thrown).toMatchObject({ name: 'Unreadable', code: 'state', message: '' });
  });

  it('says NoAnswer when none comes in time', async () => {
    behave = () => undefined;
    await expect(call(url(), 50)).rejects.toMatchObject({ name: 'NoAnswer' });
  });

  it('does not read an answer that has no end to where its memory ends', async () => {
    let sent = 0;
    const piece = Buffer.alloc(1 << 20, '1');
    behave = (_, answer) => {
      const more = (): void => {
        sent += piece.length;
        if (!answer.destroyed) answer.write(piece, more);
      };
      more();
    };
    await expect(call(url())).rejects.toMatchObject({ name: 'NoAnswer' });
    expect(sent).toBeLessThan(64 << 20);
  });

  it.each(MAY_HAVE_HAPPENED)('says NoAnswer after %s, and does not ask twice', async (_, behaviour) => {
    behave = behaviour;
    await expect(call(url())).rejects.toMatchObject({ name: 'NoAnswer' });
    expect(seen).toBe(1);
  });
});
