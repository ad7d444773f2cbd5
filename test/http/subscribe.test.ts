import { runDueJobs } from '@gongji/core';
import { type Edge, openEdge } from '../support/edge';
import { type Caller, logIn } from '../support/edge-client';
import { bindMother } from '../support/family';

// From the tap to the lock screen: allowed, told, sent through the edge to the sandbox's WeChat.

interface SentMessage {
  readonly touser: string;
  readonly template_id: string;
  readonly page: string;
  readonly data: Readonly<Record<string, { readonly value: string }>>;
}

describe('subscribe messages', () => {
  let edge: Edge;
  let son: Caller;
  let mother: Caller;
  beforeEach(async () => {
    edge = await openEdge();
    [son, mother] = [await logIn(edge, 'chen-jianguo'), await logIn(edge, 'chen-guilan')];
  });
  afterEach(() => edge.close());

  const allow = (kinds: readonly ('money' | 'premium' | 'binding' | 'dates')[], code = 'demo-chen-jianguo') =>
    son.ask('subscribe', { body: { kinds: [...kinds], code } });
  const sent = async (): Promise<readonly SentMessage[]> =>
    ((await (await fetch(`${edge.sandboxUrl}/sandbox/subscribe-messages`)).json()) as { messages: readonly SentMessage[] }).messages;
  const run = () => runDueJobs(edge.deps.core).catch(() => undefined);
  const bindingMessages = async () => (await sent()).filter(({ template_id: id }) => id === 'sandbox-binding');

  it('leave once for one allowance, with nothing of anybody but the template’s fields', async () => {
    expect(await allow(['binding'])).toMatchObject({ left: { binding: 1, money: 0 } });
    await bindMother(son, mother);
    await run();
    await run();
    expect(await bindingMessages()).toEqual([
      {
        touser: 'sandbox-openid-chen-jianguo',
        template_id: 'sandbox-binding',
        page: 'pages/account/messages/index',
        data: {
          thing1: { value: '亲情账户有变化' },
          time2: { value: '2026年11月23日 10:00' },
          thing3: { value: expect.stringContaining('消息') },
        },
        at: expect.any(String),
      },
    ]);
    expect(await son.ask('subscriptions')).toMatchObject({ left: { binding: 0 } });
    expect(edge.logLines.join('\n')).not.toMatch(/openid|access_token/);
  });

  it('are not sent of what came before, nor without an allowance', async () => {
    await bindMother(son, mother);
    edge.pretendNow(new Date('2026-11-23T02:00:05Z'));
    await allow(['binding']);
    await run();
    expect(await bindingMessages()).toEqual([]);
    expect(await mother.ask('subscriptions')).toMatchObject({
      left: { binding: 0 },
      templates: expect.arrayContaining([{ kind: 'dates', templateId: 'sandbox-dates' }]),
    });
  });

  it('that WeChat could not take for its own trouble are sent with the next round', async () => {
    await allow(['binding']);
    await bindMother(son, mother);
    await edge.fault('wechat-send', 'refuse');
    await run();
    expect(await bindingMessages()).toEqual([]);
    expect(await son.ask('subscriptions')).toMatchObject({ left: { binding: 1 } });
    await run();
    expect(await bindingMessages()).toHaveLength(1);
  });

  it('are not sent twice where the answer was lost', async () => {
    await allow(['binding']);
    await bindMother(son, mother);
    await edge.fault('wechat-send', 'work-then-silence');
    await run();
    await run();
    expect(await bindingMessages()).toHaveLength(1);
  });

  it('get a new token when WeChat does not take the old one any more', async () => {
    await allow(['binding']);
    await allow(['binding']);
    await bindMother(son, mother);
    await run();
    const before = (await bindingMessages()).length;
    // Two hours later by WeChat's clock; ours stands, so the token still looks good here.
    await fetch(`${edge.sandboxUrl}/sandbox/clock`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ offsetMs: 3 * 3_600_000 }),
    });
    edge.pretendNow(new Date('2026-11-23T02:30:00Z'));
    const { bindings } = await son.ask('bindings');
    await son.ask('pauseGrant', { path: { bindingId: bindings[0]?.bindingId ?? '' }, body: { kind: 'share-funds' } });
    await run();
    expect((await bindingMessages()).length).toBeGreaterThanOrEqual(before);
    expect(await son.ask('subscriptions')).toMatchObject({ left: { binding: 0 } });
  });

  it('are for whoever holds the phone: a code of somebody else is refused', async () => {
    expect(await son.refused('subscribe', { body: { kinds: ['money'], code: 'demo-chen-guilan' } })).toMatchObject({
      code: 'LOGIN_CODE_INVALID',
    });
    expect(await son.ask('subscriptions')).toMatchObject({ left: { money: 0 } });
  });
});
