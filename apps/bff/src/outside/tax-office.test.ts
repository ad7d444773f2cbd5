import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fen, plainDate } from '@gongji/domain';
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

  const LEVY = {
    found: true,
    categoryText: '普通居民',
    amountFen: 40_000,
    state: 'due',
    payer: null,
    continuous: true,
    lapsedYears: 0,
  };
  it.each([
    ['a category that no database keeps', { categoryText: '普通\u0000居民' }],
    ['a category that fits on no receipt', { categoryText: '长'.repeat(101) }],
    ['a payer with a line of their own', { payer: '张*\n三' }],
    ['more lapsed years than anybody lives', { lapsedYears: 5_000_000_000 }],
    ['an unknown state', { state: 'maybe' }],
  ])('has not said what is owed where it says %s', async (_what, odd) => {
    const ask = () => office().findLevy({ certificateNumber: 'A1', regionCode: '440300', year: 2027 });
    said = LEVY;
    expect(await ask()).toEqual(LEVY);
    said = { ...LEVY, ...odd };
    await expect(ask()).rejects.toMatchObject({ name: 'Unreadable' });
  });

  it('has sent no daily file where an id or a place in it is none that a database keeps', async () => {
    const ask = () => office().dailyFile({ date: plainDate('2026-11-23'), regionCode: '440300', cursor: null });
    const at = '2026-11-23T10:00:00+08:00';
    const told = { taxNumber: 'T1', certificateNumber: 'A1', year: 2027, regionCode: '440300', amountFen: 40_000, payer: '张*三' };
    const line = { ...told, paymentId: 'not ours', state: 'paid', acceptedAt: at, changedAt: at };
    said = { lines: [line], nextCursor: 'p2' };
    expect(await ask()).toMatchObject({ nextCursor: 'p2' });
    for (const odd of [{ lines: [{ ...line, paymentId: 'x\u0000' }] }, { nextCursor: 'x\u0000' }]) {
      said = { lines: [line], nextCursor: null, ...odd };
      await expect(ask()).rejects.toMatchObject({ name: 'Unreadable' });
    }
  });

  it('has not answered at all where there is no list', async () => {
    said = { items: 'all paid' };
    await expect(clear()).rejects.toMatchObject({ name: 'Unreadable', code: 'items' });
  });
});
