import { describe, expect, it, jest } from '@jest/globals';
import { act, fireEvent, render, screen } from '@testing-library/react';
import Taro, { phoneStorage } from '../../../test/stubs/taro';
import { people } from '../../../test/support/demo-people';
import { refusalOf } from '../../../test/support/fixtures';
import { privacyText } from '../../../test/support/privacy-fixtures';
import { logsIn, tap } from '../../../test/support/signed-in';
import { LogInPanel } from './log-in-panel';

type Reply = { readonly statusCode: number; readonly data: unknown };
interface Sent {
  readonly url: string;
  readonly data?: { readonly consentVersion?: string };
}

/** A server that lets in who agrees to this version. */
async function show(version = privacyText().version) {
  const request = Taro.request as unknown as jest.Mock<(sent: Sent) => Promise<Reply>>;
  request.mockImplementation(async ({ url, data }) => {
    if (url === '/sandbox/people') return { statusCode: 200, data: people };
    if (url === '/api/privacy/text') return { statusCode: 200, data: privacyText() };
    if (data?.consentVersion === version) return { statusCode: 200, data: logsIn().answer };
    const code = data?.consentVersion === undefined ? 'PRIVACY_CONSENT_REQUIRED' : 'PRIVACY_CONSENT_OUTDATED';
    return { statusCode: 403, data: { ...refusalOf(code), kind: 'forbidden', requestId: 'r' } };
  });
  const onLoggedIn = jest.fn();
  await act(async () => {
    render(<LogInPanel onLoggedIn={onLoggedIn} />);
  });
  await act(async () => fireEvent.click(screen.getByRole('button', { name: /陈建国/ })));
  return { onLoggedIn, sent: () => request.mock.calls.map(([{ data }]) => data?.consentVersion) };
}

describe('the first log-in', () => {
  it('says what is kept and asks, with nothing ticked beforehand', async () => {
    const { onLoggedIn, sent } = await show();
    expect(screen.getByText('个人信息怎么用')).toBeTruthy();
    expect(screen.getByRole('checkbox').getAttribute('aria-checked')).toBe('false');
    await tap('同意并登录');
    expect([onLoggedIn.mock.calls.length, sent().filter((version) => version !== undefined)]).toEqual([0, []]);
    await tap('请先勾选“我看过了，同意这样使用我的信息”', 'link');
    expect(document.activeElement).toBe(screen.getByRole('checkbox'));
    await act(async () => fireEvent.click(screen.getByRole('checkbox')));
    await tap('同意并登录');
    expect([onLoggedIn.mock.calls.length, sent().filter((version) => version !== undefined)]).toEqual([1, [privacyText().version]]);
    expect(phoneStorage.get('demo-key')).toBe('chen-jianguo');
  });

  it('leaves whoever does not agree a way: the rules without a log-in, and the counter', async () => {
    const { onLoggedIn } = await show();
    await tap('不同意');
    expect(screen.getByText('没有登录，也没有保存您的信息')).toBeTruthy();
    expect(screen.getByRole('button', { name: /查地区规则/ })).toBeTruthy();
    expect(phoneStorage.get('session-token')).toBeUndefined();
    await tap('回去再看看');
    await tap('返回');
    expect(screen.getByRole('button', { name: /陈建国/ })).toBeTruthy();
    expect(onLoggedIn).not.toHaveBeenCalled();
  });

  it('says that the text has changed meanwhile', async () => {
    await show('2027-01');
    await tap('我看过了，同意这样使用我的信息', 'checkbox');
    await tap('同意并登录');
    expect(screen.getByRole('alert').textContent).toContain('个人信息的说明刚刚更新');
  });
});
