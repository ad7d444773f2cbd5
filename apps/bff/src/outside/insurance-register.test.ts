import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
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

describe('the insurance register', () => {
  let server: Server;
  let asked: unknown;
  let numbers: readonly number[] = [];
  beforeAll(async () => {
    server = createServer((request, response) => {
      void json(request).then((body) => {
        asked = [request.method, request.url, body];
        response.end(JSON.stringify({ changes: numbers.map(change) }));
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
    await expect(register().changesAfter(4, 500)).rejects.toMatchObject({ name: 'NoAnswer' });
  });

  it('that nobody runs was not asked', async () => {
    const nowhere = insuranceRegisterAt(`http://127.0.0.1:${await freePort()}`);
    await expect(nowhere.changesAfter(0, 1)).rejects.toMatchObject({ name: 'NotSent' });
  });
});
