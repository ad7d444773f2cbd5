import { describe, expect, it, jest } from '@jest/globals';
import { act, fireEvent, screen } from '@testing-library/react';
import Taro from '@tarojs/taro';
import type { Behaviours } from '../../../test/support/fake-bff';
import { binding, me, NOW, uuid } from '../../../test/support/fixtures';
import { showTo, tap } from '../../../test/support/signed-in';
import { InvitationCard } from './invitation-card';

const TOKEN = 'k'.repeat(32);
const waiting = binding({ state: 'proposed', stateText: '等待TA确认', invitationToken: TOKEN, acceptBy: NOW });
const show = async (behaviours: Behaviours = {}, answer = waiting) => {
  const [onWithdrawn, onRefused] = [jest.fn(), jest.fn()];
  const calls = await showTo(me(), <InvitationCard binding={answer} onWithdrawn={onWithdrawn} onRefused={onRefused} />, behaviours);
  return { calls, onWithdrawn, onRefused };
};

describe('the card of an invitation', () => {
  it('gives the link that the QR code carries, and says who can open it and until when', async () => {
    await show();
    expect(screen.getByRole('img', { name: /^邀请二维码/ })).toBeTruthy();
    expect(screen.getByText('2026年11月22日 10:00')).toBeTruthy();
    await tap('复制邀请链接');
    const copied = (Taro.setClipboardData as unknown as jest.Mock).mock.calls;
    expect(copied).toEqual([[{ data: `http://localhost/#/pages/family/invitation/index?token=${TOKEN}` }]]);
  });

  it('is prepared for an elder by one tick: large text, short sentences', async () => {
    await show();
    await act(async () => fireEvent.click(screen.getByRole('checkbox', { name: /^TA是长辈/ })));
    await tap('复制邀请链接');
    const copied = (Taro.setClipboardData as unknown as jest.Mock).mock.calls;
    expect(copied).toEqual([[{ data: `http://localhost/#/pages/family/invitation/index?token=${TOKEN}&for=elder` }]]);
  });

  it('has a way for who has no phone to answer on: nobody answers for them on this one', async () => {
    await show();
    await tap('TA没有智能手机？看怎么到窗口办');
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/pages/account/help/index' });
  });

  it('is not there where nothing is to be sent', async () => {
    await show({}, binding());
    expect(screen.queryByRole('img')).toBeNull();
  });

  it('takes the invitation back after one more question, in its place', async () => {
    const withdrawn = binding({ state: 'ended' });
    const { calls, onWithdrawn } = await show({ withdrawInvitation: () => ({ answer: withdrawn }) });
    await tap('撤回邀请');
    expect(calls).toEqual([]);
    await tap('确认撤回邀请');
    expect(calls[0]?.path).toBe(`/api/bindings/${uuid(10)}/invitation`);
    expect(onWithdrawn).toHaveBeenCalledWith(withdrawn);
  });

  it('says why it could not be taken back, and has the binding read again', async () => {
    const { onWithdrawn, onRefused } = await show({ withdrawInvitation: () => ({ refuse: 'BINDING_STATE_CONFLICT' }) });
    await tap('撤回邀请');
    await tap('确认撤回邀请');
    expect(screen.getByRole('alert').textContent).toContain('这条绑定现在的状态不能这样办理。');
    expect(onWithdrawn).not.toHaveBeenCalled();
    expect(onRefused).toHaveBeenCalledTimes(1);
  });

  it('sends the same again where no answer came', async () => {
    const { calls } = await show({ withdrawInvitation: () => 'silence' });
    await tap('撤回邀请');
    await tap('确认撤回邀请');
    await tap('再次撤回并查看结果');
    expect(new Set(calls.map(({ key }) => key)).size).toBe(1);
    expect(calls).toHaveLength(2);
  });
});
