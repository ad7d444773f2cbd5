import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { fen, type Month } from '@gongji/domain';
import { freePort } from '../../../../test/support/ports';
import { insuranceRegisterAt } from './insurance-register';

const change = (number: number) => ({
  number,
  certificateKind: 'resident-id',
  certificateNumber: '370100198107220018',
  regionCode: '370100',
  scheme: 'employee',
  insuranceState: 'ended',
  groups: [],
  birthDate: '1981-07-22',
  diedOn: '2026-11-23',
});

const MONTH = '2026-12' as Month;
const line = (number: number) => ({
  number,
  certificateKind: 'resident-id',
  certificateNumber: '370100198107220018',
  regionCode: '370100',
  amountFen: fen(500),
});

describe('the insurance register', () => {
  let server: Server;
  let asked: unknown;
  let numbers: readonly number[] = [];
  let credits: object = {};
  beforeAll(async () => {
    server = createServer((request, response) => {
      void json(request).then((body) => {
        asked = [request.method, request.url, body];
        response.end(JSON.stringify(request.url === '/register/credits' ? credits : { changes: numbers.map(change) }));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));
  const register = () => insuranceRegisterAt(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);

  it('is asked from a number on, and tells how each person stands', async () => {
    numbers = [5, 7];
    const { number, certificateKind, certificateNumber, diedOn, ...insurance } = change(5);
    const [first, second] = await register().changesAfter(4, 500);
    expect(asked).toEqual(['POST', '/register/changes', { after: 4, limit: 500 }]);
    expect(first).toEqual({ number, certificateKind, certificateNumber, insurance, diedOn });
    expect(second?.number).toBe(7);
  });

  it.each([[[4]], [[3, 5]], [[6, 5]], [[5, 5]]])('that tells %j after 4 is not believed', async (told) => {
    numbers = told;
    await expect(register().changesAfter(4, 500)).rejects.toMatchObject({ name: 'Unreadable' });
  });

  it('is asked for a month’s credits from a line on, and tells each with its place', async () => {
    credits = { ready: true, credits: [line(5), line(7)] };
    const page = await register().creditsOf({ month: MONTH, after: 4, limit: 2 });
    expect(asked).toEqual(['POST', '/register/credits', { month: MONTH, after: 4, limit: 2 }]);
    expect(page).toEqual({ ready: true, credits: [line(5), line(7)] });
  });

  it('says when a month’s file is not there yet', async () => {
    credits = { ready: false };
    expect(await register().creditsOf({ month: MONTH, after: 0, limit: 2 })).toEqual({ ready: false });
  });

  it.each<[string, readonly object[]]>([
    ['a line that was read before', [line(4)]],
    ['lines out of turn', [line(6), line(5)]],
    ['a number twice', [line(5), line(5)]],
    ['more lines than asked for', [line(5), line(6), line(7)]],
    ['no amount', [{ ...line(5), amountFen: 0 }]],
    ['half a 分', [{ ...line(5), amountFen: 1.5 }]],
    ['a place that is none', [{ ...line(5), regionCode: '44' }]],
  ])('that tells %s is not believed', async (_what, told) => {
    credits = { ready: true, credits: told };
    await expect(register().creditsOf({ month: MONTH, after: 4, limit: 2 })).rejects.toMatchObject({ name: 'Unreadable' });
  });

  it('that nobody runs was not asked', async () => {
    const nowhere = insuranceRegisterAt(`http://127.0.0.1:${await freePort()}`);
    await expect(nowhere.changesAfter(0, 1)).rejects.toMatchObject({ name: 'NotSent' });
  });
});
