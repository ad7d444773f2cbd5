import { beforeEach, describe, expect, it } from '@jest/globals';
import { fen } from '@gongji/domain';
import Taro from '@tarojs/taro';
import type { jest } from '@jest/globals';
import { type Call, fakeBff } from '../../../test/support/fake-bff';
import { binding, me, payment, sharedLimit, uuid } from '../../../test/support/fixtures';
import { logsIn, TOKEN } from '../../../test/support/signed-in';
import { fillPhone, phoneStorage } from '../../../test/stubs/taro';
import { keepToken, readToken } from '../session/token';
import { keep } from '../platform/storage';
import { resumeSession } from '../session/session';
import { callBff } from './call-bff';
import { forgetKey, keyFor } from './request-key';

const pay = (quote = 20) => callBff('applyPremium', { body: { quoteId: uuid(quote) } });
const keysOf = (calls: readonly Call[]) => calls.map(({ key }) => key);
const storedIntents = () => ((phoneStorage.get('request-keys') ?? []) as readonly { readonly key: string }[]).map(({ key }) => key);

describe('a call to the BFF', () => {
  beforeEach(() => keepToken(TOKEN));

  it('is done with the answer, and carries the session', async () => {
    const calls = fakeBff({ me: () => ({ answer: me() }) });
    expect(await callBff('me')).toEqual({ kind: 'done', answer: me() });
    expect(calls[0]?.authorization).toBe(`Bearer ${TOKEN}`);
  });

  it('is refused with the words of the catalogue', async () => {
    fakeBff({ applyPremium: () => ({ refuse: 'PREMIUM_QUOTE_EXPIRED' }) });
    expect(await pay()).toMatchObject({
      kind: 'refused',
      refusal: { code: 'PREMIUM_QUOTE_EXPIRED', text: '报价已过期。', nextStep: '请重新查看应缴金额后再付，没有扣款。', requestId: 'r-1' },
    });
  });

  it('is refused, not unknown, where the server says that nothing changed', async () => {
    fakeBff({ applyPremium: () => ({ refuse: 'SERVICE_BUSY' }) });
    expect((await pay()).kind).toBe('refused');
  });

  it.each(['silence', 'cut off', { status: 502 }, { refuse: 'UNEXPECTED' }] as const)('is unknown after %j', async (behaviour) => {
    fakeBff({ applyPremium: () => behaviour });
    expect((await pay()).kind).toBe('unknown');
  });

  it('fills the path and the query', async () => {
    const calls = fakeBff({ binding: () => ({ answer: binding() }), premiumPayments: () => ({ answer: { payments: [], paidForMe: [] } }) });
    await callBff('binding', { path: { bindingId: uuid(10) } });
    await callBff('premiumPayments', { query: { year: 2027, cursor: undefined } });
    expect(calls.map(({ path, query }) => `${path}?${query}`)).toEqual([`/api/bindings/${uuid(10)}?`, '/api/premium-payments?year=2027']);
  });
});

describe('the key of a write', () => {
  beforeEach(() => keepToken(TOKEN));

  it('is stored before the request leaves', async () => {
    let storedWhenSent: readonly string[] = [];
    const calls = fakeBff({
      applyPremium: () => {
        storedWhenSent = storedIntents();
        return { answer: payment() };
      },
    });
    await pay();
    expect(storedWhenSent).toEqual(keysOf(calls));
  });

  it.each(['silence', 'cut off'] as const)('is used again for the same wish after %s, even after the app was killed', async (behaviour) => {
    const lost = fakeBff({ applyPremium: () => behaviour });
    await pay();
    // A killed app keeps its storage and nothing else; callBff has no other memory.
    const again = fakeBff({ applyPremium: () => ({ answer: payment() }) });
    await pay();
    expect(keysOf(again)).toEqual(keysOf(lost));
  });

  it.each(['SERVICE_BUSY', 'SERVICE_NOT_READY', 'RATE_LIMITED'] as const)(
    'stays after a lost answer where %s turns the next try away: what became of the first is still not known',
    async (code) => {
      const replies = ['silence', { refuse: code }] as const;
      let tries = 0;
      const calls = fakeBff({ applyPremium: () => replies[tries++] ?? { answer: payment() } });
      expect([await pay(), await pay(), await pay()].map(({ kind }) => kind)).toEqual(['unknown', 'unknown', 'done']);
      expect(new Set(keysOf(calls)).size).toBe(1);
    },
  );

  it('is another one for another wish', async () => {
    const calls = fakeBff({ applyPremium: () => 'silence' });
    await pay(20);
    await pay(21);
    expect(new Set(keysOf(calls)).size).toBe(2);
  });

  it.each([{ answer: payment() }, { refuse: 'PREMIUM_QUOTE_EXPIRED' }] as const)(
    'is forgotten when the outcome is known: %j',
    async (behaviour) => {
      const calls = fakeBff({ applyPremium: () => behaviour });
      await pay();
      await pay();
      expect(new Set(keysOf(calls)).size).toBe(2);
      expect(storedIntents()).toEqual([]);
    },
  );

  it('is new each time where every call is a wish of its own', async () => {
    const calls = fakeBff({ quotePremium: () => 'silence' });
    const ask = () => callBff('quotePremium', { body: { personId: uuid(2), year: 2027 }, always: true });
    await ask();
    await ask();
    expect(new Set(keysOf(calls)).size).toBe(2);
    expect(storedIntents()).toEqual([]);
  });

  it('is dropped after a day, when the server may have forgotten it too', () => {
    const first = keyFor('an old wish', 'a thing');
    phoneStorage.set('request-keys', [{ intent: 'an old wish', thing: 'a thing', key: first, madeAt: Date.now() - 24 * 3_600_000 }]);
    expect(keyFor('an old wish', 'a thing')).not.toBe(first);
    forgetKey('an old wish');
  });

  it('is used again for the same wish on a phone without room, too, as long as the program runs', async () => {
    fillPhone();
    const calls = fakeBff({ applyPremium: () => 'silence' });
    await pay();
    await pay();
    expect(new Set(keysOf(calls)).size).toBe(1);
  });

  it('keeps no content of the request on the phone', async () => {
    fakeBff({ applyPremium: () => 'silence' });
    await pay();
    expect(JSON.stringify([...phoneStorage])).not.toContain(uuid(20));
  });
});

describe('the key of a wish that a later one about the same thing overtook', () => {
  beforeEach(() => keepToken(TOKEN));
  const answers = { resumeGrant: () => ({ answer: binding() }) };
  const change = (name: 'pauseGrant' | 'resumeGrant', digit = 10) =>
    callBff(name, { path: { bindingId: uuid(digit) }, body: { kind: 'share-funds' } });
  const limit = (limitFen: number) => callBff('setSharedLimit', { body: { limitFen: fen(limitFen) } });

  it('is another one after a lost pause and a resuming: pausing again pauses', async () => {
    const calls = fakeBff({ ...answers, pauseGrant: () => 'silence' });
    await change('pauseGrant');
    await change('resumeGrant');
    await change('pauseGrant');
    expect(new Set(keysOf(calls)).size).toBe(3);
  });

  it.each(['answered', 'lost too'])('is another one for the first limit after another limit that was %s', async (reply) => {
    const isLost = (limitFen: number) => limitFen === 500 || reply === 'lost too';
    const calls = fakeBff({
      setSharedLimit: ({ body }) => (isLost((body as { limitFen: number }).limitFen) ? 'silence' : { answer: sharedLimit() }),
    });
    await limit(500);
    await limit(600);
    await limit(500);
    expect(new Set(keysOf(calls)).size).toBe(3);
  });

  it('stays where the later wish is about somebody else', async () => {
    const calls = fakeBff({ ...answers, pauseGrant: () => 'silence' });
    await change('pauseGrant');
    await change('resumeGrant', 11);
    await change('pauseGrant');
    expect(calls[2]?.key).toBe(calls[0]?.key);
  });

  it('stays for a payment, whatever was paid, taken back or changed since', async () => {
    const path = { paymentId: payment().paymentId };
    const calls = fakeBff({
      ...answers,
      applyPremium: ({ body }) => ((body as { quoteId: string }).quoteId === uuid(20) ? 'silence' : { answer: payment() }),
      voidPremium: () => ({ answer: payment() }),
    });
    await pay(20);
    await pay(21);
    await callBff('voidPremium', { path });
    await change('resumeGrant');
    await pay(20);
    expect(calls[4]?.key).toBe(calls[0]?.key);
  });
});

describe('an expired session', () => {
  it('is renewed quietly, once, and the request goes out again under the same key', async () => {
    keepToken('old'.padEnd(43, 'o'));
    keep('demoKey', 'chen-jianguo');
    const calls = fakeBff({
      logIn: () => logsIn(),
      applyPremium: ({ authorization }) => (authorization === `Bearer ${TOKEN}` ? { answer: payment() } : { refuse: 'SESSION_EXPIRED' }),
    });
    expect((await pay()).kind).toBe('done');
    expect(calls.map(({ name }) => name)).toEqual(['applyPremium', 'logIn', 'applyPremium']);
    expect(calls[0]?.key).toBe(calls[2]?.key);
  });

  it('is renewed once for many calls that meet it together', async () => {
    keep('demoKey', 'chen-jianguo');
    const calls = fakeBff({
      logIn: () => logsIn(),
      me: ({ authorization }) => (authorization === `Bearer ${TOKEN}` ? { answer: me() } : { refuse: 'SESSION_EXPIRED' }),
    });
    await Promise.all([callBff('me'), callBff('me'), callBff('me')]);
    expect(calls.filter(({ name }) => name === 'logIn')).toHaveLength(1);
  });

  it.each(['silence', { status: 502 }, { refuse: 'SERVICE_BUSY' }, { refuse: 'RATE_LIMITED' }] as const)(
    'is not over where the log-in is answered by %j: the phone keeps what it has, and asks again with the next call',
    async (behaviour) => {
      keepToken(TOKEN);
      keep('demoKey', 'chen-jianguo');
      const calls = fakeBff({ logIn: () => behaviour, me: () => ({ refuse: 'SESSION_EXPIRED' }) });
      expect((await callBff('me')).kind).toBe('unknown');
      expect(readToken()).toBe(TOKEN);
      await callBff('me');
      expect(calls.filter(({ name }) => name === 'logIn')).toHaveLength(2);
    },
  );

  it('is over where the log-in is refused', async () => {
    keepToken(TOKEN);
    keep('demoKey', 'chen-jianguo');
    fakeBff({ logIn: () => ({ refuse: 'PRIVACY_CONSENT_REQUIRED' }), me: () => ({ refuse: 'SESSION_EXPIRED' }) });
    expect(await callBff('me')).toMatchObject({ kind: 'refused', refusal: { code: 'SESSION_EXPIRED' } });
    expect(readToken()).toBeUndefined();
  });

  it('is never renewed where somebody ended it: the phone is logged out, also after it was opened again', async () => {
    keepToken(TOKEN);
    keep('demoKey', 'chen-jianguo');
    const calls = fakeBff({ me: () => ({ refuse: 'SESSION_ENDED' }) });
    expect(await callBff('me')).toMatchObject({ kind: 'refused', refusal: { code: 'SESSION_ENDED' } });
    expect(calls.map(({ name }) => name)).toEqual(['me']);
    expect(readToken()).toBeUndefined();
    await resumeSession();
    expect(calls.map(({ name }) => name)).toEqual(['me']);
  });

  it('is over where a browser has no way to log in by itself', async () => {
    keepToken(TOKEN);
    fakeBff({ me: () => ({ refuse: 'SESSION_EXPIRED' }) });
    expect(await callBff('me')).toMatchObject({ kind: 'refused', refusal: { code: 'SESSION_EXPIRED' } });
    expect(readToken()).toBeUndefined();
    expect((Taro.login as unknown as jest.Mock).mock.calls).toEqual([]);
  });
});
