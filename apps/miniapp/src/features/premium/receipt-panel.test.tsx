import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { screen } from '@testing-library/react';
import type { Behaviours } from '../../../test/support/fake-bff';
import { me, receipt, RECEIPT_CODE, uuid } from '../../../test/support/fixtures';
import { showTo, TOKEN, tap } from '../../../test/support/signed-in';
import { numberText } from '@/shared/text/number-text';
import { ReceiptPanel } from './receipt-panel';

const onVerify = jest.fn();
const show = (behaviours: Behaviours = {}) =>
  showTo(me(), <ReceiptPanel paymentId={uuid(30)} onVerify={onVerify} />, { receipt: () => ({ answer: receipt() }), ...behaviours });

describe('the page of a receipt', () => {
  const saved: { readonly name: string; readonly type: string }[] = [];
  const blobs = new Map<string, Blob>();
  beforeEach(() => {
    saved.length = 0;
    URL.createObjectURL = (blob) => {
      blobs.set('blob:1', blob as Blob);
      return 'blob:1';
    };
    URL.revokeObjectURL = () => undefined;
    HTMLAnchorElement.prototype.click = function click() {
      saved.push({ name: this.download, type: blobs.get(this.href)?.type ?? '' });
    };
  });

  it('says what the paper says: both numbers, the amount in words, each pot, 已缴费 and 已入库 apart', async () => {
    await show();
    for (const text of [
      '人民币肆佰元整',
      numberText(RECEIPT_CODE.number),
      '4414 0020 2611 2200 0000 17',
      '¥300.00',
      '¥100.00',
      '已缴费，已入库',
      '2026年11月26日 10:00',
      '2026年11月28日 10:00',
    ])
      expect(screen.getByText(text)).toBeTruthy();
  });

  it('of money that has gone back says when and under which number, and neither promises benefits nor waits for the treasury', async () => {
    const refund = { at: '2026-12-30T09:00:00.000+08:00', taxNumber: 'T1-R' };
    await show({ receipt: () => ({ answer: receipt({ standing: 'refunded', standingText: '已退费', postedAt: null, refund }) }) });
    for (const text of ['2026年12月30日 09:00', numberText('T1-R')]) expect(screen.getByText(text)).toBeTruthy();
    for (const text of ['尚未入库', '待遇开始']) expect(screen.queryByText(text)).toBeNull();
  });

  it('is refused in words before the payment is confirmed', async () => {
    await show({ receipt: () => ({ refuse: 'PREMIUM_RECEIPT_NOT_READY' }) });
    expect(screen.getByRole('alert').textContent).toContain('税务部门还没有确认这笔缴费');
  });

  it.each([
    ['下载图片', 'receiptPicture', `gongji-${RECEIPT_CODE.number}.png`, 'image/png'],
    ['下载 PDF', 'receiptDocument', `gongji-${RECEIPT_CODE.number}.pdf`, 'application/pdf'],
  ] as const)(
    '%s: the file comes with the session in a header, and its name says nothing of anybody',
    async (button, route, name, type) => {
      const calls = await show({ [route]: () => ({ answer: new Uint8Array([1, 2, 3]) }) });
      await tap(button);
      expect(saved).toEqual([{ name, type }]);
      expect(calls.at(-1)).toMatchObject({ name: route, authorization: `Bearer ${TOKEN}`, query: '' });
      expect(screen.getByRole('alert').textContent).toContain('已下载');
    },
  );

  it('says when to come again while too many receipts are drawn', async () => {
    await show({ receiptPicture: () => ({ refuse: 'SERVICE_BUSY' }) });
    await tap('下载图片');
    expect(screen.getByRole('alert').textContent).toContain('现在办理的人太多');
    expect(saved).toEqual([]);
  });

  it('says so when nobody answers, and can be asked again', async () => {
    let up = false;
    await show({ receiptPicture: () => (up ? { answer: new Uint8Array([1]) } : 'silence') });
    await tap('下载图片');
    expect(screen.getByRole('alert').textContent).toContain('暂时连不上服务');
    up = true;
    await tap('下载图片');
    expect(saved).toHaveLength(1);
  });

  it('leads to the check of this receipt', async () => {
    await show();
    await tap('查验这张凭证');
    expect(onVerify).toHaveBeenCalledWith(`${RECEIPT_CODE.number}.${RECEIPT_CODE.hash}`);
  });
});
