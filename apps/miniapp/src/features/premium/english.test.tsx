import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { act, fireEvent, screen } from '@testing-library/react';
import { POT_TEXT } from '@gongji/domain';
import { englishTexts } from '@gongji/texts';
import type { ReactElement } from 'react';
import { speakChinese, speakEnglish } from '@/shared/text/say';
import { binding, levy, me, payment, RECEIPT_CODE, receipt, receiptCheck, uuid } from '../../../test/support/fixtures';
import { showTo } from '../../../test/support/signed-in';
import { DueList } from './due-list';
import { PaymentHistory } from './payment-history';
import { ReceiptPanel } from './receipt-panel';
import { VerifyPanel } from './verify-panel';

const CHINESE = /[\u3400-\u9fff\uff01-\uff5e\u3000-\u303f]/;
const onTap = jest.fn();

beforeEach(() => speakEnglish(englishTexts()));
afterEach(speakChinese);

const textsOf = (value: unknown): readonly string[] =>
  typeof value === 'string' ? [value] : typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];

/** What is drawn or read out, less what the server said and the domain names. */
function chineseBeside(answers: readonly unknown[]): readonly string[] {
  const said = [...textsOf(answers), ...textsOf(me()), ...textsOf(POT_TEXT), '页面'].sort((a, b) => b.length - a.length);
  const drawn = [...document.querySelectorAll('[role="main"] *')].flatMap((each) => [
    each.getAttribute('aria-label') ?? '',
    ...(each.closest('[aria-hidden]') === null ? [...each.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE) : []).map(
      ({ textContent }) => textContent ?? '',
    ),
  ]);
  return drawn.filter((text) => CHINESE.test(said.reduce((left, one) => left.split(one).join(''), text)));
}

const bindings = { bindings: [binding(), binding({ bindingId: uuid(11), other: levy().person, grants: [] })] };
const payments = { payments: [payment(), payment({ paymentId: uuid(31), year: 2026, person: { ...levy().person, personId: uuid(4) } })] };
const CODE = `${RECEIPT_CODE.number}.${RECEIPT_CODE.hash}`;

const PAGES: readonly [name: string, page: ReactElement, answers: Readonly<Record<string, unknown>>, said: string][] = [
  [
    'what is due',
    <DueList key="due" onCheck={onTap} onBind={onTap} onOpenBinding={onTap} onHistory={onTap} />,
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
    expect(chineseBeside(Object.values(answers))).toEqual([]);
  });

  it('is told in English what is wrong with a number that was typed', async () => {
    await showTo(me(), <VerifyPanel code="" />, {});
    await act(async () => fireEvent.input(screen.getByLabelText(/^Check code/), { target: { value: '0123' } }));
    await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Check the receipt' })));
    expect(screen.getAllByText('The check code has 64 digits and letters a-f; this one has 4').length).toBeGreaterThan(0);
  });
});
