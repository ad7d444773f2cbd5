import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { AccountEntry } from '@gongji/core';
import { ZERO } from '@gongji/domain';
import Koa from 'koa';
import compress from 'koa-compress';
import { entriesCsv } from './entries-csv';

const ENTRY: AccountEntry = {
  entryId: '1',
  at: '2026-11-23T10:00:00.000+08:00',
  kind: 'opening',
  pot: 'currentYear',
  amountFen: ZERO,
  frozenFen: ZERO,
  balanceAfterFen: ZERO,
  frozenAfterFen: ZERO,
  forPerson: null,
  counterparty: '开户余额',
  number: null,
  settlementId: null,
};

async function* breaksHalfWay(): AsyncGenerator<AccountEntry> {
  for (let n = 0; n < 5_000; n += 1) yield ENTRY;
  await Promise.resolve();
  throw new Error('the database went away');
}

it.each(['gzip', 'identity'])('breaks an answer off that goes wrong half-way, also where it is sent as %s', async (encoding) => {
  const app = new Koa();
  app.on('error', () => undefined);
  app.use(compress());
  app.use((ctx) => {
    ctx.type = 'text/csv';
    ctx.body = entriesCsv(breaksHalfWay(), ctx.res, { code: 'zh-CN', say: (text) => text });
  });
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const asked = fetch(`http://127.0.0.1:${port}`, { headers: { 'accept-encoding': encoding } });
  await expect(asked.then((answer) => answer.text())).rejects.toThrow();
  server.closeAllConnections();
  server.close();
});
