import { describe, expect, it, jest } from '@jest/globals';
import Taro from '@tarojs/taro';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { keepInvitation, takeInvitation } from '@/shared/session/pending-invitation';
import { leave, leaveDeleted, takeDeleted } from '@/shared/session/session';
import { endToken } from '@/shared/session/token';
import { LogInPanel } from './log-in-panel';
import { phoneStorage } from '../../../test/stubs/taro';
import { me, NOW, refusalOf } from '../../../test/support/fixtures';
import { people } from '../../../test/support/demo-people';
import { logsIn } from '../../../test/support/signed-in';

type Reply = { readonly statusCode: number; readonly data: unknown };
const offered = (): Reply => ({ statusCode: 200, data: people });
/** The chooser's list is no route of the contract: only the demo has it. */
async function show(list: () => Reply, session: () => Reply = () => ({ statusCode: 200, data: logsIn().answer })) {
  const request = Taro.request as unknown as jest.Mock<(sent: { readonly url: string; readonly data?: unknown }) => Promise<Reply>>;
  request.mockImplementation(async ({ url }) => (url === '/sandbox/people' ? list() : session()));
  const onLoggedIn = jest.fn();
  await act(async () => {
    render(<LogInPanel onLoggedIn={onLoggedIn} />);
  });
  return { onLoggedIn, request };
}

describe('logging in', () => {
  it('offers the people of the demo, says that they are invented, and logs the chosen one in', async () => {
    const { onLoggedIn, request } = await show(offered);
    expect(screen.getByText('演示 · 非官方')).toBeTruthy();
    await act(async () => fireEvent.click(screen.getByRole('button', { name: /陈建国/ })));
    expect(request.mock.calls.map(([{ data }]) => data)).toContainEqual({
      code: 'demo-chen-jianguo',
      device: { deviceId: expect.any(String), name: expect.any(String) },
    });
    expect(onLoggedIn).toHaveBeenCalledTimes(1);
    expect(phoneStorage.get('demo-key')).toBe('chen-jianguo');
  });

  it('says how old they are by the server’s clock, as far as this phone has met it', async () => {
    const now = '2036-11-22T10:00:00.000+08:00';
    const { onLoggedIn } = await show(offered, () => ({ statusCode: 200, data: logsIn(me({ now })).answer }));
    await act(async () => fireEvent.click(screen.getByRole('button', { name: /陈建国/ })));
    expect(onLoggedIn).toHaveBeenCalled();
    cleanup();
    await show(offered);
    expect(screen.getByText(/^陈建国 · 51 ?岁/)).toBeTruthy();
  });

  it('gives nobody of the list a colour: a person has one by the id that only the service gives, and that one everywhere', async () => {
    await show(offered);
    const badges = [...document.querySelectorAll('.badge')].map(({ className }) => className);
    expect(badges.length).toBeGreaterThan(0);
    expect(new Set(badges)).toEqual(new Set(['badge badge--nobody']));
  });

  it('shows the refusal and lets another person be chosen', async () => {
    const refusal = {
      code: 'PERSON_NOT_ENROLLED',
      kind: 'forbidden',
      text: '没有找到您的参保登记。',
      nextStep: '请先登记。',
      requestId: 'r',
    };
    const { onLoggedIn } = await show(offered, () => ({ statusCode: 403, data: refusal }));
    await act(async () => fireEvent.click(screen.getByRole('button', { name: /陈建国/ })));
    expect(screen.getByRole('alert').textContent).toContain('没有找到您的参保登记。');
    expect(onLoggedIn).not.toHaveBeenCalled();
    expect(phoneStorage.get('demo-key')).toBeUndefined();
  });

  it('says calmly to whom deleted their account on this phone that it is gone, and to nobody else', async () => {
    phoneStorage.set('demo-key', 'chen-jianguo');
    leaveDeleted();
    takeDeleted();
    const refusal = { ...refusalOf('PERSON_NOT_ENROLLED'), kind: 'forbidden', requestId: 'r' };
    const logIn = async () => {
      await show(offered, () => ({ statusCode: 403, data: refusal }));
      await act(async () => fireEvent.click(screen.getByRole('button', { name: /陈建国/ })));
    };
    await logIn();
    expect(screen.getByRole('alert').textContent).toMatch(/^账户已注销.*不能再用它登录/);
    expect(screen.queryByText(/A010/)).toBeNull();
    cleanup();
    phoneStorage.set('left-accounts', ['somebody-else']);
    await logIn();
    expect(screen.getByRole('alert').textContent).toContain('没有找到您的参保登记');
  });

  it('says once to whoever was logged out from another phone that they were, and not to whoever logged out here', async () => {
    endToken();
    await show(offered);
    expect(screen.getByRole('alert').textContent).toMatch(/^这里的登录已被退出.*“我的设备和登录”/);
    cleanup();
    await show(offered);
    expect(screen.queryByRole('alert')).toBeNull();
    cleanup();
    endToken();
    leave();
    await show(offered);
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('says what brought somebody here: an invitation that waits, an account that is gone, each while it is so', async () => {
    keepInvitation({ token: 't' });
    await show(offered);
    expect(screen.getByText('您收到一份亲情账户邀请')).toBeTruthy();
    cleanup();
    takeInvitation();
    leaveDeleted();
    await show(offered);
    expect(screen.getByRole('alert').textContent).toContain('账户已注销');
    cleanup();
    await show(offered);
    expect(screen.queryByText('账户已注销')).toBeNull();
    expect(screen.queryByText('您收到一份亲情账户邀请')).toBeNull();
  });

  it('sends a browser to WeChat where there is no demo', async () => {
    await show(() => ({ statusCode: 404, data: { code: 'ROUTE_UNKNOWN' } }));
    expect(screen.getByText('请在微信中打开')).toBeTruthy();
  });

  it('says when nobody answers, and tries again', async () => {
    let silent = true;
    await show(() => {
      if (silent) throw new Error(`request:fail at ${NOW}`);
      return { statusCode: 200, data: people };
    });
    expect(screen.getByRole('alert').textContent).toContain('暂时连不上服务');
    silent = false;
    await act(async () => fireEvent.click(screen.getByRole('button', { name: '重新连接' })));
    expect(screen.getByRole('button', { name: /陈建国/ })).toBeTruthy();
  });
});
