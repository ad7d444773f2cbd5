import { expect, it, jest } from '@jest/globals';
import { act, fireEvent, screen } from '@testing-library/react';
import { binding, me, shareFundsGrant, showCodeGrant } from '../../../../test/support/fixtures';
import { showTo } from '../../../../test/support/signed-in';
import { ResultStep } from './result-step';

const tap = (name: string) => act(async () => fireEvent.click(screen.getByRole('button', { name })));
const invited = showCodeGrant({ state: 'proposed', stateText: '等待TA确认' });
const withdrawn = showCodeGrant({ state: 'ended', stateText: '已撤回' });
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
