import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import type { TaxDesk } from './tax-desk';

// The tax desk of the tests over HTTP, for processes of their own: it lives on while they are killed.

export interface TaxDeskServer {
  readonly url: string;
  readonly close: () => Promise<void>;
}

export async function serveTaxDesk(desk: TaxDesk): Promise<TaxDeskServer> {
  const server = createServer((asked, reply) => {
    const work = async (): Promise<unknown> => {
      const path = asked.url ?? '';
      const paymentId = path.split('/')[3] ?? '';
      if (asked.method === 'GET') return desk.query(paymentId);
      const body = (await json(asked)) as never;
      if (path === '/tax/clearing-files') return desk.clear(body);
      if (path === '/tax/levies/query') return desk.findLevy(body);
      if (path === '/tax/daily-files') return desk.dailyFile(body);
      return path.endsWith('/void') ? desk.void(paymentId) : desk.apply(body);
    };
    work().then(
      (answer) => reply.end(JSON.stringify(answer)),
      () => asked.socket.destroy(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}
