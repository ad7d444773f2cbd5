import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { act, fireEvent, screen } from '@testing-library/react';
import { setElder } from '@/shared/session/elder';
import { showUnread } from '@/shared/session/unread';
import Taro, { phoneStorage } from '../../../test/stubs/taro';
import { me } from '../../../test/support/fixtures';
import { showTo, tap } from '../../../test/support/signed-in';
import { LogOutButton } from './log-out-button';
import { MineRows } from './mine-rows';

afterEach(() =>
  act(() => {
    setElder(false);
    showUnread(0);
  }),
);

describe('我的', () => {
  it('opens each page by its row', async () => {
    const onOpen = jest.fn();
    await showTo(me(), <MineRows onOpen={onOpen} />, {});
    const rows = [
      /^个人账户明细/,
      /^个人账户走势/,
      /^现在付会扣谁/,
      /^扣款顺序/,
      /^共用限额/,
      /^消息/,
      /^谁出示过我的医保码/,
      /^我的设备/,
      /^个人信息和隐私/,
      /^地区规则/,
    ];
    for (const name of rows) await tap(name);
    expect(onOpen.mock.calls.flat()).toEqual([
      'account-entries',
      'account-trend',
      'deduction-preview',
      'deduction-order',
      'shared-limit',
      'messages',
      'code-log',
      'devices',
      'privacy',
      'policy',
    ]);
  });

  it('offers neither entries nor a limit to somebody without an account', async () => {
    await showTo(me({ hasAccount: false, scheme: 'resident' }), <MineRows onOpen={jest.fn()} />, {});
    for (const name of [/^个人账户明细/, /^个人账户走势/, /^共用限额/]) expect(screen.queryByRole('button', { name })).toBeNull();
  });

  it('turns every page to 长辈版 and keeps it on the phone', async () => {
    await showTo(me(), <MineRows onOpen={jest.fn()} />, {});
    expect(screen.getByRole('switch', { name: '长辈版' }).getAttribute('aria-checked')).toBe('false');
    await tap(/长辈版/, 'switch');
    expect(document.querySelector('.theme--elder')).not.toBeNull();
    expect(screen.getByRole('switch', { name: '长辈版' }).getAttribute('aria-checked')).toBe('true');
    expect(phoneStorage.get('elder')).toBe(true);
  });

  it('logs out once, and the phone forgets the person even when nobody answers', async () => {
    const calls = await showTo(me(), <LogOutButton />, { logOut: () => 'silence' });
    expect(phoneStorage.get('session-token')).toBeDefined();
    await act(async () => {
      fireEvent.click(screen.getByRole('button', { name: '退出登录' }));
      fireEvent.click(screen.getByRole('button', { name: '退出登录' }));
    });
    expect(calls.map(({ name }) => name)).toEqual(['logOut']);
    expect(phoneStorage.get('session-token')).toBeUndefined();
    expect(Taro.reLaunch).toHaveBeenCalledWith({ url: '/pages/log-in/index' });
  });

  it('counts unread messages on the tab and, in words, in the row that leads to them', async () => {
    await showTo(me(), <MineRows onOpen={() => undefined} />, {});
    expect(screen.queryByText(/条未读/)).toBeNull();
    await act(async () => showUnread(3));
    expect(screen.getByRole('button', { name: /消息.*3 条未读/ })).toBeTruthy();
    expect(Taro.setTabBarBadge).toHaveBeenCalledWith({ index: 3, text: '3' });
    await act(async () => showUnread(120));
    expect(Taro.setTabBarBadge).toHaveBeenLastCalledWith({ index: 3, text: '99+' });
  });
});
