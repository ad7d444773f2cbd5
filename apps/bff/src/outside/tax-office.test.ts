import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fen } from '@gongji/domain';
import { taxOfficeAt } from './tax-office';

const PAYMENTS = [1, 2, 3, 4].map((n) => `00000000-0000-4000-8000-00000000000${n}`);
const paid = (paymentId: unknown, taxNumber: unknown) => ({ paymentId, state: 'paid', taxNumber });

describe('the tax office', () => {
  let server: Server;
  let said: unknown;
  beforeAll(async () => {
    server = createServer((asked, answer) => {
      asked.resume();
      answer.end(JSON.stringify(said));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));
  const office = () => taxOfficeAt(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const clear = () =>
    office().clear({
      batchId: PAYMENTS[0] ?? '',
      regionCode: '440300',
      items: PAYMENTS.map((paymentId) => ({ paymentId, amountFen: fen(40_000) })),
    });

  it('has said nothing of an item of a clearing file that cannot be read, and all of the others', async () => {
    const whole = paid(PAYMENTS[0], 'T1');
    said = {
      items: [
        whole,
        paid(PAYMENTS[1], 'T\u00002'),
        paid(PAYMENTS[2], 'T'.repeat(65)),
        paid('p4', 'T4'),
        { ...whole, state: 'maybe' },
        null,
      ],
    };
    expect(await clear()).toEqual({ items: [whole] });
  });

  it('has not answered at all where there is no list', async () => {
    said = { items: 'all paid' };
    await expect(clear()).rejects.toMatchObject({ name: 'Unreadable', code: 'items' });
  });
});
