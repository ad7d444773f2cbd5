import { describe, expect, it, jest } from '@jest/globals';
import { screen } from '@testing-library/react';
import type { Behaviours } from '../../../test/support/fake-bff';
import { binding, me, rule, shareFundsGrant, showCodeGrant, unbindPreview, uuid } from '../../../test/support/fixtures';
import { showTo, tap } from '../../../test/support/signed-in';
import type { GrantKind } from './binding-text';
import { UnbindPanel } from './unbind-panel';

const show = async (behaviours: Behaviours, kind: GrantKind | null = null) => {
  const ways = { onLeave: jest.fn(), onOpenPayment: jest.fn(), onCloseInstead: jest.fn() };
  const calls = await showTo(me(), <UnbindPanel bindingId={uuid(10)} kind={kind} {...ways} />, {
    unbindPreview: () => ({ answer: unbindPreview() }),
    binding: () => ({ answer: binding() }),
    ...behaviours,
  });
  return { calls, ...ways };
};
const blocked = (refusedCode: string) => () => ({
  answer: unbindPreview({ allowed: false, refusedCode, refusedText: '现在不能解绑。', nextStep: '可以先暂停。', rule: rule() }),
});

describe('unbinding', () => {
  it('says what stops and what stays, and takes one tap', async () => {
    const { calls } = await show({ unbind: () => ({ answer: binding({ state: 'ended' }) }) });
    expect(screen.getByText(/您的个人账户不再为陈\*兰付费/)).toBeTruthy();
    await tap('确认解绑');
    expect(screen.getByText('已解绑')).toBeTruthy();
    expect(calls.map(({ name, query }) => [name, query])).toEqual([
      ['binding', ''],
      ['unbindPreview', ''],
      ['unbind', ''],
    ]);
  });

  it('says with whom, before and after', async () => {
    await show({ unbind: () => ({ answer: binding({ state: 'ended' }) }) });
    expect(document.body.textContent).toMatch(/陈\*兰我的父母解绑之后/);
    await tap('确认解绑');
    expect(document.body.textContent).toMatch(/陈\*兰我的父母已解绑/);
  });

  it('is not offered while a payment is open, which it leads to instead', async () => {
    const { onOpenPayment } = await show({
      unbindPreview: () => ({
        answer: unbindPreview({
          allowed: false,
          refusedCode: 'BINDING_HAS_OPEN_PAYMENT',
          refusedText: '有一笔居民医保代缴还没有办完，现在不能解绑。',
          openPayments: [{ paymentId: uuid(30), voidable: true }],
        }),
      }),
    });
    expect(screen.queryByRole('button', { name: '确认解绑' })).toBeNull();
    await tap('查看并作废这笔代缴');
    expect(onOpenPayment).toHaveBeenCalledWith(uuid(30));
  });

  it('promises no void where the payment has none, and lets the money rest meanwhile', async () => {
    const { calls, onOpenPayment } = await show({
      unbindPreview: () => ({
        answer: unbindPreview({
          allowed: false,
          refusedCode: 'BINDING_HAS_OPEN_PAYMENT',
          refusedText: '有一笔居民医保代缴还没有办完，现在不能解绑。',
          openPayments: [{ paymentId: uuid(30), voidable: false }],
        }),
      }),
      pauseGrant: () => ({ answer: binding() }),
    });
    expect(screen.queryByRole('button', { name: /作废/ })).toBeNull();
    await tap('查看这笔代缴');
    expect(onOpenPayment).toHaveBeenCalledWith(uuid(30));
    expect(screen.getByText('暂停以后，已经申请的代缴照常办理。')).toBeTruthy();
    await tap('先暂停，不再有新的扣款');
    expect(calls.at(-1)).toMatchObject({ name: 'pauseGrant', body: { kind: 'share-funds' } });
  });

  it('shows the refusal of a payment that was made in between', async () => {
    await show({ unbind: () => ({ refuse: 'BINDING_HAS_OPEN_PAYMENT' }) });
    await tap('确认解绑');
    expect(screen.getByRole('alert').textContent).toContain('可以由付款人先作废这笔代缴申请');
  });

  it('looks again after a refusal, and leads to the payment that was made in between', async () => {
    let paid = false;
    const open = {
      allowed: false,
      refusedCode: 'BINDING_HAS_OPEN_PAYMENT',
      refusedText: '有一笔代缴还没有办完。',
      openPayments: [{ paymentId: uuid(30), voidable: true }],
    };
    await show({
      unbindPreview: () => ({ answer: unbindPreview(paid ? open : {}) }),
      unbind: () => {
        paid = true;
        return { refuse: 'BINDING_HAS_OPEN_PAYMENT' };
      },
    });
    await tap('确认解绑');
    expect(screen.getByRole('button', { name: '查看并作废这笔代缴' })).toBeTruthy();
    expect(screen.getAllByRole('alert')).toHaveLength(1);
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

it('closes one switch by itself, after what that alone does', async () => {
  const { calls } = await show({ closeGrant: () => ({ answer: binding() }) }, 'show-code');
  await tap('确认关闭');
  expect(document.body.textContent).toMatch(/陈\*兰出示TA的医保码已关闭/);
  expect(calls.map(({ name, query, body }) => [name, query, body])).toEqual([
    ['binding', '', undefined],
    ['unbindPreview', 'kind=show-code', undefined],
    ['closeGrant', '', { kind: 'show-code' }],
  ]);
});

it('says that all has ended where the last switch was closed', async () => {
  await show({ closeGrant: () => ({ answer: binding({ state: 'ended' }) }) }, 'share-funds');
  await tap('确认关闭');
  expect(screen.getByText('已解绑')).toBeTruthy();
  expect(document.body.textContent).not.toContain('重新打开');
});

describe('where the region holds it back', () => {
  const tooEarly = () => ({
    answer: unbindPreview({
      ...blocked('BINDING_END_TOO_EARLY')().answer,
      refusedText: '绑定满 6 个月才能解绑，最早 2027年5月22日。',
    }),
  });

  it('names the earliest day and the rule, and pauses instead', async () => {
    const { calls } = await show({ unbindPreview: tooEarly, pauseGrant: () => ({ answer: binding() }) });
    expect(screen.getByRole('alert').textContent).toContain('最早 2027年5月22日');
    // What would happen is not said where it cannot happen.
    expect(screen.queryByText('解绑之后')).toBeNull();
    expect(screen.queryByRole('button', { name: /^只关闭“用我的个人账户/ })).toBeNull();
    expect(screen.getByRole('button', { name: /^查看依据/ })).toBeTruthy();
    expect(screen.queryByRole('button', { name: '确认解绑' })).toBeNull();
    await tap('先暂停，不再有新的扣款');
    expect(calls.at(-1)).toMatchObject({ name: 'pauseGrant', body: { kind: 'share-funds' } });
    expect(screen.getByText('已暂停')).toBeTruthy();
  });

  it('goes back, since there is nothing to put off', async () => {
    const { onLeave } = await show({ unbindPreview: tooEarly });
    expect(screen.queryByRole('button', { name: '先不解绑' })).toBeNull();
    await tap('返回亲情账户');
    expect(onLeave).toHaveBeenCalled();
  });

  it('does not offer a pause that the region leaves to the sponsor', async () => {
    const grants = [showCodeGrant(), shareFundsGrant({ may: [] })];
    await show({ unbindPreview: tooEarly, binding: () => ({ answer: binding({ grants }) }) });
    expect(screen.queryByRole('button', { name: '先暂停，不再有新的扣款' })).toBeNull();
  });

  it('pauses under one key however often it is asked, when no answer came', async () => {
    const { calls } = await show({ unbindPreview: tooEarly, pauseGrant: () => 'silence' });
    await tap('先暂停，不再有新的扣款');
    await tap('再次提交并查看结果');
    expect(new Set(calls.filter(({ name }) => name === 'pauseGrant').map(({ key }) => key)).size).toBe(1);
  });

  it('leads to what may still be closed', async () => {
    const grants = [showCodeGrant({ may: ['close'] }), shareFundsGrant({ may: [] })];
    const { onCloseInstead } = await show({
      unbindPreview: blocked('BINDING_END_NOT_ALLOWED'),
      binding: () => ({ answer: binding({ myRole: 'relative', grants }) }),
    });
    expect(screen.queryByRole('button', { name: /个人账户帮我付/ })).toBeNull();
    await tap('只关闭“由TA出示我的医保码”');
    expect(onCloseInstead).toHaveBeenCalledWith('show-code');
  });
});
