import { beforeEach, describe, expect, it, type jest } from '@jest/globals';
import Taro from '@tarojs/taro';
import { renderHook } from '@testing-library/react';
import { fakeBff } from '../../../test/support/fake-bff';
import { account, me, uuid } from '../../../test/support/fixtures';
import { later } from '../../../test/support/later';
import { logsIn, TOKEN } from '../../../test/support/signed-in';
import { phoneStorage } from '../../../test/stubs/taro';
import { callBff } from '../bff/call-bff';
import { keep } from '../platform/storage';
import { colourOf } from './person-colour';
import { leave, logIn, logOut, resumeSession, useSession } from './session';
import { keepToken, readToken } from './token';
import { showUnread, useUnread } from './unread';

const status = () => renderHook(() => useSession()).result.current.status;

/** The answer to this address is on its way until it is let go. */
function hold(address: string): () => void {
  let letGo: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const request = Taro.request as unknown as jest.Mock<(sent: { readonly url: string }) => Promise<unknown>>;
  const atOnce = request.getMockImplementation();
  request.mockImplementation(async (sent) => {
    const reply = await atOnce?.(sent);
    if (sent.url.endsWith(address)) await held;
    return reply;
  });
  return letGo;
}

describe('an answer to an older session', () => {
  const OLD = 'o'.repeat(43);
  const slow = later<{ readonly refuse: 'SESSION_ENDED' | 'SESSION_EXPIRED' }>;
  beforeEach(() => keepToken(OLD));

  it.each(['SESSION_ENDED', 'SESSION_EXPIRED'] as const)('throws nobody out who has logged in since: %s', async (refuse) => {
    const { answer, come } = slow();
    const calls = fakeBff({ logIn: () => logsIn(), logOut: () => ({ answer: {} }), bindings: () => answer });
    const asking = callBff('bindings');
    await logOut();
    await logIn('demo-zhou-an');
    come({ refuse });
    expect(await asking).toMatchObject({ kind: 'refused', refusal: { code: refuse } });
    expect([readToken(), calls.filter(({ name }) => name === 'bindings').length, status()]).toEqual([TOKEN, 1, 'in']);
  });

  it('throws nobody out who has logged in while it was being renewed', async () => {
    keep('demoKey', 'chen-jianguo');
    const renewal = later<ReturnType<typeof logsIn>>();
    let isRenewal = true;
    fakeBff({
      logIn: () => {
        if (!isRenewal) return logsIn();
        isRenewal = false;
        return renewal.answer;
      },
      bindings: () => ({ refuse: 'SESSION_EXPIRED' }),
    });
    const asking = callBff('bindings');
    await new Promise((resolve) => setTimeout(resolve));
    leave();
    await logIn('demo-zhou-an');
    renewal.come({ answer: { ...logsIn().answer, token: 'r'.repeat(43) } });
    await asking;
    expect([readToken(), status()]).toEqual([TOKEN, 'in']);
  });

  it('that has run out renews it once, however late another answer says the same', async () => {
    keep('demoKey', 'chen-jianguo');
    const { answer, come } = slow();
    const calls = fakeBff({
      logIn: () => logsIn(),
      me: ({ authorization }) => (authorization === `Bearer ${OLD}` ? { refuse: 'SESSION_EXPIRED' } : { answer: me() }),
      account: ({ authorization }) => (authorization === `Bearer ${OLD}` ? answer : { answer: account }),
    });
    const late = callBff('account');
    await callBff('me');
    come({ refuse: 'SESSION_EXPIRED' });
    expect(await late).toMatchObject({ kind: 'done' });
    expect(calls.filter(({ name }) => name === 'logIn')).toHaveLength(1);
  });
});

describe('who has logged out', () => {
  beforeEach(() => {
    keepToken(TOKEN);
    keep('demoKey', 'chen-jianguo');
  });

  it('stays out, though their session was being renewed', async () => {
    keepToken('o'.repeat(43));
    fakeBff({
      logIn: () => logsIn(),
      me: ({ authorization }) => (authorization === `Bearer ${TOKEN}` ? { answer: me() } : { refuse: 'SESSION_EXPIRED' }),
    });
    const letGo = hold('/api/session');
    const reading = callBff('me');
    await new Promise((resolve) => setTimeout(resolve));
    leave();
    letGo();
    await reading;
    expect(readToken()).toBeUndefined();
  });

  it('stays out, though the phone was asking who they are', async () => {
    fakeBff({ logOut: () => ({ answer: {} }), me: () => ({ answer: me() }) });
    const letGo = hold('/me');
    const resuming = resumeSession();
    await logOut();
    letGo();
    await resuming;
    expect(status()).toBe('out');
  });

  it('is off the phone at once, whenever the service hears of it, and it hears of the log-in that was theirs', async () => {
    keep('complaint', { meId: 'a', keptAt: Date.now(), draft: {} });
    [uuid(1), uuid(2)].forEach(colourOf);
    const { answer, come } = later<{ readonly answer: Record<string, never> }>();
    const calls = fakeBff({ logOut: () => answer });
    const told = logOut();
    expect([readToken(), [...phoneStorage.keys()], status()]).toEqual([undefined, [], 'out']);
    expect(colourOf(uuid(2))).toBe(0);
    come({ answer: {} });
    await told;
    expect(calls.map(({ name, authorization }) => [name, authorization])).toEqual([['logOut', `Bearer ${TOKEN}`]]);
  });

  it('leaves no number of unread messages to whoever comes next', async () => {
    fakeBff({ logIn: () => logsIn(), logOut: () => ({ answer: {} }) });
    showUnread(6);
    await logOut();
    await logIn('demo-zhou-an');
    expect(renderHook(() => useUnread()).result.current).toBe(0);
  });
});
