import type { ReceiptCheck } from '@gongji/contract';
import { describe, expect, it } from '@jest/globals';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { Screen } from '@/shared/ui/screen';
import { type Behaviours, fakeBff } from '../../../test/support/fake-bff';
import { tap } from '../../../test/support/signed-in';
import { RECEIPT_CODE, receiptCheck } from '../../../test/support/fixtures';
import { later } from '../../../test/support/later';
import { VerifyPanel } from './verify-panel';

const CODE = `${RECEIPT_CODE.number}.${RECEIPT_CODE.hash}`;
const type = (label: RegExp, value: string) => act(async () => fireEvent.input(screen.getByLabelText(label), { target: { value } }));

/** Nobody is logged in. */
async function show(code: string, behaviours: Behaviours = {}) {
  const calls = fakeBff({ verifyReceipt: () => ({ answer: receiptCheck() }), ...behaviours });
  await act(async () => {
    render(
      <Screen title="查验缴费凭证" open>
        <VerifyPanel code={code} />
      </Screen>,
    );
  });
  return calls;
}

describe('the check of a receipt', () => {
  it('runs at once where the code was scanned, without a log-in, and is made once', async () => {
    const calls = await show(CODE);
    expect(calls.map(({ name, body, authorization }) => [name, body, authorization])).toEqual([['verifyReceipt', RECEIPT_CODE, undefined]]);
    expect(screen.getByText('凭证属实')).toBeTruthy();
    for (const text of ['¥400.00', '肆佰元整', '陈**', '2027 年度', '尚未入库', /演示 · 非官方/])
      expect(screen.getByText(text)).toBeTruthy();
  });

  it.each([
    ['refunding', '凭证属实，但正在退费'],
    ['refunded', '凭证属实，但已退费'],
  ] as const)('says of a receipt whose money goes back what it is worth: %s', async (standing, title) => {
    await show(CODE, { verifyReceipt: () => ({ answer: receiptCheck({ standing }) }) });
    expect(screen.getByText(title)).toBeTruthy();
  });

  it('says what an unknown receipt can mean', async () => {
    await show(CODE, { verifyReceipt: () => ({ answer: receiptCheck({ standing: 'unknown', receipt: null }) }) });
    expect(screen.getByText('查不到这张凭证')).toBeTruthy();
    expect(screen.getByText(/不是这里开出的，或者内容被改动过/)).toBeTruthy();
  });

  it('takes what somebody types from the paper, in groups and capitals', async () => {
    const calls = await show('');
    expect(calls).toEqual([]);
    await type(/^办理编号/, RECEIPT_CODE.number.toLowerCase());
    await type(/^校验码/, '0123 4567 89AB CDEF '.repeat(4));
    await tap('查验凭证');
    expect(calls[0]?.body).toEqual(RECEIPT_CODE);
    expect(screen.getByText('凭证属实')).toBeTruthy();
  });

  it('names each field that cannot be right, and asks nothing', async () => {
    const calls = await show('not a receipt');
    await type(/^校验码/, '0123');
    await tap('查验凭证');
    expect(screen.getByRole('alert').textContent).toMatch(/办理编号是 GJ.*现在是 4 位/);
    expect(calls).toEqual([]);
  });

  it('takes an answer off the screen when the question changes', async () => {
    await show(CODE);
    await type(/^办理编号/, 'GJ1');
    expect(screen.queryByText('凭证属实')).toBeNull();
  });

  it('shows no answer to a question that changed while it was on its way', async () => {
    const { answer, come } = later<{ readonly answer: ReceiptCheck }>();
    await show(CODE, { verifyReceipt: () => answer });
    await type(/^办理编号/, 'GJ1');
    await act(async () => come({ answer: receiptCheck() }));
    expect(screen.queryByText('凭证属实')).toBeNull();
  });

  it.each(['silence', { refuse: 'RATE_LIMITED' }] as const)('says so when it could not be made: %j', async (behaviour) => {
    await show(CODE, { verifyReceipt: () => behaviour });
    expect(screen.getByRole('alert').textContent).toMatch(/暂时连不上服务|操作太频繁/);
    expect(screen.queryByText(/凭证属实|查不到/)).toBeNull();
  });
});
