import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { subscribeMessagesAt, type SubscribeTemplateIds } from './subscribe-messages';

const AT = new Date('2026-11-23T02:00:00Z');

describe('WeChat’s answer to a message', () => {
  let server: Server;
  /** What it answers to the messages, one after the other; the last one from then on. */
  let errcodes: number[];
  let tokens: number;
  beforeAll(async () => {
    server = createServer((request, response) => {
      const isToken = request.url?.startsWith('/cgi-bin/token') === true;
      if (isToken) tokens += 1;
      const errcode = (): number | undefined => (errcodes.length > 1 ? errcodes.shift() : errcodes[0]);
      response.end(JSON.stringify(isToken ? { access_token: `token-${tokens}`, expires_in: 7200 } : { errcode: errcode(), errmsg: '' }));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  beforeEach(() => {
    tokens = 0;
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  const MESSAGE = { openid: 'o', kind: 'binding', at: AT } as const;
  const messages = (templates: SubscribeTemplateIds, now: () => Date) => {
    const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    return subscribeMessagesAt(base, { app: { appId: 'a', secret: 's' }, templates, now });
  };
  const send = (answers: number[], templates: SubscribeTemplateIds = { binding: 'B' }) => {
    errcodes = answers;
    return messages(templates, () => AT).send(MESSAGE);
  };

  it.each([43101, 40003])('%d is the person’s: there is no allowance', async (errcode) => {
    expect(await send([errcode])).toBe('refused');
  });

  it.each([40037, 41030, 43107, 45168, 47003])('%d is ours: the message is never taken, and the allowance stands', async (errcode) => {
    await expect(send([errcode])).rejects.toMatchObject({ name: 'NotTaken', code: errcode });
  });

  it('is not asked for where there is no template: the allowance stands', async () => {
    await expect(send([0], { money: 'M' })).rejects.toMatchObject({ name: 'NotTaken', code: 'no-template' });
  });

  it.each([-1, 45009, 43108, 99999])('%d passes, or is not known: it is sent again', async (errcode) => {
    await expect(send([errcode])).rejects.toMatchObject({ name: 'NotSent' });
  });

  it.each([40001, 40014, 42001])('%d is the token’s: once more with a new one', async (errcode) => {
    expect(await send([errcode, 0])).toBe('sent');
    expect(tokens).toBe(2);
    await expect(send([errcode])).rejects.toMatchObject({ name: 'NotSent' });
  });

  it('is asked with one token for almost as long as it holds', async () => {
    errcodes = [0];
    let minutes = 0;
    const { send: sendOne } = messages({ binding: 'B' }, () => new Date(AT.getTime() + minutes * 60_000));
    for (minutes of [0, 114]) await sendOne(MESSAGE);
    expect(tokens).toBe(1);
    minutes = 115;
    await sendOne(MESSAGE);
    expect(tokens).toBe(2);
  });
});
