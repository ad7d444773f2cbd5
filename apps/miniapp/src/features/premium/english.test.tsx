import { describe, expect, it, jest } from '@jest/globals';
import { act, fireEvent, screen } from '@testing-library/react';
import type { ReactElement } from 'react';
import { binding, levy, me, payment, RECEIPT_CODE, receipt, receiptCheck, uuid } from '../../../test/support/fixtures';
import { chineseOnPage, drawsInEnglish } from '../../../test/support/in-english';
import { showTo } from '../../../test/support/signed-in';
import { DueList } from './due-list';
import { PaymentHistory } from './payment-history';
import { ReceiptPanel } from './receipt-panel';
import { VerifyPanel } from './verify-panel';

const onTap = jest.fn();

drawsInEnglish();

const bindings = { bindings: [binding(), binding({ bindingId: uuid(11), other: levy().person, grants: [] })] };
const paidForMe = [{ year: 2027, regionName: '', payer: '陈*国', state: 'paid', stateText: '已缴费', appliedAt: payment().appliedAt }];
const payments = {
  paidForMe,
  payments: [payment(), payment({ paymentId: uuid(31), year: 2026, person: { ...levy().person, personId: uuid(4) } })],
};
const CODE = `${RECEIPT_CODE.number}.${RECEIPT_CODE.hash}`;

const PAGES: readonly [name: string, page: ReactElement, answers: Readonly<Record<string, unknown>>, said: string][] = [
  [
    'what is due',
    <DueList key="due" onCheck={onTap} onBind={onTap} onOpenBinding={onTap} onOpenPayment={onTap} />,
    { bindings, levy: levy() },
    '1 Sep 2026 to 31 Dec',
  ],
  ['the records', <PaymentHistory key="all" onOpen={onTap} onReceipt={onTap} onPay={onTap} />, { premiumPayments: payments }, 'Status'],
  ['a receipt', <ReceiptPanel key="one" paymentId={uuid(30)} onVerify={onTap} />, { receipt: receipt() }, 'Benefits begin'],
  ['the check of a receipt', <VerifyPanel key="check" code={CODE} />, { verifyReceipt: receiptCheck() }, 'This receipt is genuine'],
];

describe('a phone that speaks English', () => {
  it.each(PAGES)('reads %s without a Chinese word of ours', async (_, page, answers, said) => {
    await showTo(me(), page, Object.fromEntries(Object.entries(answers).map(([name, answer]) => [name, () => ({ answer })])));
    expect(screen.getAllByText(said).length).toBeGreaterThan(0);
    expect(chineseOnPage(receipt().amountInCapitals)).toEqual([]);
  });

  it('is told in English what is wrong with a number that was typed', async () => {
    await showTo(me(), <VerifyPanel code="" />, {});
    await act(async () => fireEvent.input(screen.getByLabelText(/^Check code/), { target: { value: '0123' } }));
    await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Check the receipt' })));
    expect(screen.getAllByText('The check code has 64 digits and letters a-f; this one has 4').length).toBeGreaterThan(0);
  });
});
