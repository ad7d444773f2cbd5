import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { act, screen } from '@testing-library/react';
import type { Behaviours } from '../../../../test/support/fake-bff';
import { binding, me, shareFundsGrant, showCodeGrant } from '../../../../test/support/fixtures';
import { showTo, tap } from '../../../../test/support/signed-in';
import { hidePage } from '../../../../test/stubs/taro';
import { ResultStep } from './result-step';

const invited = showCodeGrant({ state: 'proposed', stateText: '等待TA确认' });
const withdrawn = showCodeGrant({ state: 'ended', stateText: '已撤回', reason: 'withdrawn' });
const withdraw = async (others: ReturnType<typeof binding>['grants']) => {
  const asked = binding({ grants: [invited, ...others], invitationToken: 'token' });
  await showTo(me(), <ResultStep binding={asked} onOpen={jest.fn()} onLeave={jest.fn()} />, {
    withdrawInvitation: () => ({ answer: binding({ grants: [withdrawn, ...others], invitationToken: null }) }),
  });
  await tap('撤回邀请');
  await tap('确认撤回邀请');
};

it('says that the invitation is withdrawn, and not that the other switch succeeded', async () => {
  await withdraw([shareFundsGrant()]);
  expect(screen.getByText('邀请已撤回')).toBeTruthy();
  expect(screen.getByText('已经生效的不受影响，仍可以使用。')).toBeTruthy();
  expect(screen.queryByText(/^已绑定/)).toBeNull();
});

it('says that nothing stands once all of it is withdrawn', async () => {
  await withdraw([]);
  expect(screen.getByText('没有生效，需要时可以重新发起。')).toBeTruthy();
});

describe('while the other side has not answered', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());
  const pass = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms));
  const asked = binding({ grants: [invited, shareFundsGrant()], invitationToken: 'token' });
  const answered = (grant: ReturnType<typeof showCodeGrant>) => binding({ grants: [grant, shareFundsGrant()], invitationToken: null });
  const show = async (behaviours: Behaviours) =>
    showTo(me(), <ResultStep binding={asked} onOpen={jest.fn()} onLeave={jest.fn()} />, behaviours);

  it.each([
    ['agreed', showCodeGrant(), '陈*兰 已同意', '已生效，可以使用了。'],
    ['declined', showCodeGrant({ state: 'ended', reason: 'declined' }), '陈*兰 没有同意', '已经生效的不受影响，仍可以使用。'],
    ['let it expire', showCodeGrant({ state: 'ended', reason: 'invitation-expired' }), '邀请已过期', '已经生效的不受影响，仍可以使用。'],
  ] as const)('turns by itself once they have %s', async (_what, grant, title, text) => {
    let now = asked;
    const calls = await show({ binding: () => ({ answer: now }) });
    await pass(5_000);
    expect(screen.getByText('等待 陈*兰 确认')).toBeTruthy();
    now = answered(grant);
    await pass(5_000);
    expect(document.activeElement?.textContent).toBe(title);
    expect(screen.getByText(text)).toBeTruthy();
    expect(screen.queryByRole('button', { name: '撤回邀请' })).toBeNull();
    await pass(60_000);
    expect(calls).toHaveLength(2);
  });

  it('is not looked for behind another page', async () => {
    const calls = await show({ binding: () => ({ answer: asked }) });
    await act(async () => hidePage());
    await pass(60_000);
    expect(calls).toEqual([]);
  });

  it('reads the binding again where it can no longer be withdrawn', async () => {
    await show({
      withdrawInvitation: () => ({ refuse: 'BINDING_STATE_CONFLICT' }),
      binding: () => ({ answer: answered(showCodeGrant()) }),
    });
    await tap('撤回邀请');
    await tap('确认撤回邀请');
    expect(screen.getByText('陈*兰 已同意')).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
  });
});
