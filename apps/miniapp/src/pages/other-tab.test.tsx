import Taro from '@tarojs/taro';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { fen } from '@gongji/domain';
import { act } from '@testing-library/react';
import { account, guilan, me } from '../../test/support/fixtures';
import { logsIn, showTo, TOKEN } from '../../test/support/signed-in';
import { phoneStorage, showPageAgain } from '../../test/stubs/taro';
import { BalanceCard } from '@/features/account/balance-card';
import { callBff } from '@/shared/bff/call-bff';

const OTHER = 'b'.repeat(43);
const guilanMe = me({ personId: guilan.personId, name: '王桂兰' });
const pageText = () => document.body.textContent ?? '';

/** What the other tab wrote, before this one has heard of it. */
const writes = (token: string | undefined): void => {
  if (token === undefined) phoneStorage.delete('session-token');
  else phoneStorage.set('session-token', token);
};
const hears = () => act(async () => void window.dispatchEvent(new StorageEvent('storage', { key: 'session-token' })));

describe('another tab of the same browser', () => {
  let asked: (string | undefined)[];
  beforeEach(async () => {
    asked = [];
    await showTo(me(), <BalanceCard />, {
      logIn: () => logsIn(),
      account: ({ authorization }) => {
        asked.push(authorization);
        return authorization === `Bearer ${OTHER}` ? { answer: { ...account, balanceFen: fen(11_111) } } : { answer: account };
      },
      bindings: () => ({ refuse: 'SESSION_ENDED' }),
      me: ({ authorization }) => ({ answer: authorization === `Bearer ${OTHER}` ? guilanMe : me() }),
    });
  });

  it('that logged somebody else in makes this one theirs as a whole', async () => {
    expect(pageText()).toContain('陈建国');
    writes(OTHER);
    await hears();
    expect([pageText().includes('王桂兰'), pageText().includes('陈建国'), pageText().includes('111.11')]).toEqual([true, false, true]);
    expect(Taro.reLaunch).not.toHaveBeenCalled();
  });

  it('lends nobody here its log-in before this one has heard of it', async () => {
    writes(OTHER);
    await act(async () => showPageAgain());
    expect(asked.at(-1)).toBe(`Bearer ${TOKEN}`);
  });

  it('stays logged in where the log-in from before is refused here', async () => {
    writes(OTHER);
    await act(async () => callBff('bindings'));
    expect(phoneStorage.get('session-token')).toBe(OTHER);
  });

  it('that logged out leaves nobody in here either, and nobody is logged in again by themselves', async () => {
    phoneStorage.set('demo-key', 'chen-jianguo');
    writes(undefined);
    await hears();
    expect(pageText()).not.toContain('陈建国');
    expect(phoneStorage.get('session-token')).toBeUndefined();
  });

  it('that wrote something else changes nothing', async () => {
    const before = asked.length;
    await hears();
    expect([pageText().includes('陈建国'), asked.length]).toEqual([true, before]);
  });
});
