import { describe, expect, it, jest } from '@jest/globals';
import { act, fireEvent, screen } from '@testing-library/react';
import type { Behaviours } from '../../../test/support/fake-bff';
import { binding, me, unbindPreview, uuid } from '../../../test/support/fixtures';
import { showTo } from '../../../test/support/signed-in';
import { UnbindPanel } from './unbind-panel';

const tap = (name: string) => act(async () => fireEvent.click(screen.getByRole('button', { name })));
const show = async (behaviours: Behaviours) => {
  const onOpenPayment = jest.fn();
  const calls = await showTo(me(), <UnbindPanel bindingId={uuid(10)} onLeave={jest.fn()} onOpenPayment={onOpenPayment} />, {
    unbindPreview: () => ({ answer: unbindPreview() }),
    ...behaviours,
  });
  return { calls, onOpenPayment };
};

describe('unbinding', () => {
  it('says what stops and what stays, and takes one tap', async () => {
    await show({ unbind: () => ({ answer: binding({ state: 'ended' }) }) });
    expect(screen.getByText(/您的个人账户不再为陈\*兰付费/)).toBeTruthy();
    await tap('确认解绑');
    expect(screen.getByText('已解绑')).toBeTruthy();
  });

  it('is not offered while a payment is open, which it leads to instead', async () => {
    const { onOpenPayment } = await show({
      unbindPreview: () => ({
        answer: unbindPreview({
          allowed: false,
          refusedCode: 'BINDING_HAS_OPEN_PAYMENT',
          refusedText: '有一笔居民医保代缴还没有办完，现在不能解绑。',
          openPaymentIds: [uuid(30)],
        }),
      }),
    });
    expect(screen.queryByRole('button', { name: '确认解绑' })).toBeNull();
    await tap('查看并作废这笔代缴');
    expect(onOpenPayment).toHaveBeenCalledWith(uuid(30));
  });

  it('shows the refusal of a payment that was made in between', async () => {
    await show({ unbind: () => ({ refuse: 'BINDING_HAS_OPEN_PAYMENT' }) });
    await tap('确认解绑');
    expect(screen.getByRole('alert').textContent).toContain('请先作废这笔代缴申请');
  });

  it('repeats the same request under the same key when no answer came', async () => {
    let silent = true;
    const { calls } = await show({ unbind: () => (silent ? 'silence' : { answer: binding({ state: 'ended' }) }) });
    await tap('确认解绑');
    silent = false;
    await tap('再次提交并查看结果');
    const keys = calls.filter(({ name }) => name === 'unbind').map(({ key }) => key);
    expect(keys).toHaveLength(2);
    expect(new Set(keys).size).toBe(1);
    expect(screen.getByText('已解绑')).toBeTruthy();
  });
});
