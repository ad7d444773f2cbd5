import { describe, expect, it, jest } from '@jest/globals';
import { fen } from '@gongji/domain';
import { screen } from '@testing-library/react';
import type { Behaviours } from '../../../test/support/fake-bff';
import { binding, explanation, me, NOW, sharedLimit, shareFundsGrant, showCodeGrant, uuid } from '../../../test/support/fixtures';
import { showTo, tap } from '../../../test/support/signed-in';
import { RelativeDetail } from './relative-detail';

const PAY = '用我的个人账户帮TA付';
const show = async (shown = binding(), behaviours: Behaviours = {}) => {
  const ways = {
    onAnswer: jest.fn(),
    onUnbind: jest.fn(),
    onChange: jest.fn(),
    onOpenGrant: jest.fn(),
    onOrder: jest.fn(),
    onLimit: jest.fn(),
  };
  const calls = await showTo(me(), <RelativeDetail bindingId={uuid(10)} atExplanation={false} {...ways} />, {
    binding: () => ({ answer: shown }),
    explainBinding: () => ({ answer: { explanations: [explanation()] } }),
    sharedLimit: () => ({ answer: sharedLimit({ kind: 'quota' }) }),
    ...behaviours,
  });
  return { ...ways, calls };
};

describe("a relative's page", () => {
  it('says of each switch what, how much, until when, and why it stands so', async () => {
    await show(binding({ grants: [showCodeGrant(), shareFundsGrant({ place: 2 })] }));
    for (const text of ['看病、居民医保费', '每次不超过 ¥500.00，每月不超过 ¥2,000.00', '第 2 位', '由您承诺开通']) {
      expect(screen.getByText(text)).toBeTruthy();
    }
  });

  it('says which of the two has paused or closed a switch', async () => {
    const mine = showCodeGrant({ state: 'paused', stateText: '已暂停', reason: 'paused-by-owner', reasonText: '暂停' });
    const theirs = shareFundsGrant({ state: 'ended', stateText: '已关闭', reason: 'closed-by-relative', reasonText: '关闭' });
    await show(binding({ grants: [mine, theirs] }));
    expect(screen.getByText('您暂停的')).toBeTruthy();
    expect(screen.getByText('TA关闭的')).toBeTruthy();
  });

  it('says to the relative whose insurance has ended that it is their own', async () => {
    const moved = shareFundsGrant({
      state: 'ended',
      stateText: '已关闭',
      reason: 'relative-insurance-ended',
      reasonText: '使用人参保终止，自动结束',
    });
    await show(binding({ myRole: 'relative', state: 'ended', stateText: '已结束', grants: [moved] }));
    expect(screen.getByText('您的参保终止，自动结束')).toBeTruthy();
  });

  it('offers what may be done and nothing else', async () => {
    const { onUnbind, onChange } = await show(binding({ grants: [showCodeGrant({ may: [] }), shareFundsGrant()] }));
    expect(screen.queryByRole('button', { name: '关闭：出示TA的医保码' })).toBeNull();
    await tap(`修改：${PAY}`);
    expect(onChange).toHaveBeenCalledWith('share-funds');
    await tap(`关闭：${PAY}`);
    expect(onUnbind).toHaveBeenCalledWith('share-funds');
    await tap('解绑');
    expect(onUnbind).toHaveBeenLastCalledWith();
  });

  it('leads from a switch that is not open to the page that opens it', async () => {
    const { onOpenGrant } = await show(binding({ grants: [showCodeGrant()], mayOpen: ['share-funds'] }));
    await tap(`打开：${PAY}`);
    expect(onOpenGrant).toHaveBeenCalledWith('share-funds');
  });

  it('holds the invitation while the other side has not answered, until it is withdrawn', async () => {
    const proposed = showCodeGrant({ state: 'proposed', stateText: '等TA确认', reason: 'proposed', may: [] });
    let kept = binding({ grants: [proposed], state: 'proposed', acceptBy: NOW, invitationToken: 'a'.repeat(32) });
    await show(kept, {
      binding: () => ({ answer: kept }),
      withdrawInvitation: () => {
        kept = binding({ grants: [{ ...proposed, state: 'ended', stateText: '已关闭', reasonText: '撤回邀请' }], state: 'ended' });
        return { answer: kept };
      },
    });
    expect(screen.getByRole('img', { name: /^邀请二维码/ })).toBeTruthy();
    await tap('撤回邀请');
    await tap('确认撤回邀请');
    expect(screen.queryByRole('img', { name: /^邀请二维码/ })).toBeNull();
    expect(screen.getByText('已关闭')).toBeTruthy();
  });

  it('explains anew after a pause, because the answer is another one then', async () => {
    let kept = binding();
    const { calls } = await show(kept, {
      binding: () => ({ answer: kept }),
      pauseGrant: () => {
        kept = binding({ grants: [showCodeGrant(), shareFundsGrant({ state: 'paused', stateText: '已暂停', may: ['resume'] })] });
        return { answer: kept };
      },
    });
    await tap(`暂停：${PAY}`);
    await tap(`确认暂停：${PAY}`);
    expect(screen.getByRole('button', { name: `恢复：${PAY}` })).toBeTruthy();
    const asked = calls.map(({ name }) => name).filter((name) => name !== 'sharedLimit');
    expect(asked).toEqual(['binding', 'explainBinding', 'pauseGrant', 'binding', 'explainBinding']);
  });

  it('still shows the relative when the explanation does not come', async () => {
    await show(binding(), { explainBinding: () => 'silence' });
    expect(screen.getByText('暂时连不上服务')).toBeTruthy();
    expect(screen.getByText('每次不超过 ¥500.00，每月不超过 ¥2,000.00')).toBeTruthy();
  });

  it('tells who changed which switch, and when', async () => {
    await show(binding({ history: [{ at: NOW, by: '陈*兰', kind: 'show-code', text: '本人同意' }] }));
    await tap('查看每一次变动（1 次）');
    expect(screen.getByText('本人同意：出示TA的医保码')).toBeTruthy();
    expect(screen.getByText('2026年11月22日 10:00 · 陈*兰')).toBeTruthy();
  });

  it('leads somebody whose costs are paid to the order of the payers, and the payer to the limit', async () => {
    const { onOrder } = await show(binding({ myRole: 'relative' }));
    await tap(/^扣款顺序/);
    expect(onOrder).toHaveBeenCalledTimes(1);
    expect(screen.queryByText('家庭共济额度')).toBeNull();
  });

  it('calls the limit of the payer as their region does', async () => {
    const { onLimit } = await show(binding({ sharedLimitFen: fen(50_000) }));
    expect(screen.getByText('现在是 ¥500.00')).toBeTruthy();
    await tap(/^家庭共济额度/);
    expect(onLimit).toHaveBeenCalledTimes(1);
  });

  it('does not offer to end what has ended', async () => {
    const ended = showCodeGrant({ state: 'ended', stateText: '已关闭', reason: 'unbound-by-owner', reasonText: '解绑', may: [] });
    const { calls } = await show(binding({ state: 'ended', grants: [ended] }));
    expect(screen.queryByRole('button', { name: '解绑' })).toBeNull();
    expect(calls.map(({ name }) => name)).toEqual(['binding']);
  });
});
