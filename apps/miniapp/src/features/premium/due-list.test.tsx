import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { act, fireEvent, screen } from '@testing-library/react';
import type { LevyView, PaymentList } from '@gongji/contract';
import { binding, levy, me, NOW, uuid } from '../../../test/support/fixtures';
import { showTo, tap } from '../../../test/support/signed-in';
import { showPageAgain } from '../../../test/stubs/taro';
import { serverToday } from '@/shared/session/session';
import { DueList } from './due-list';
import { premiumYears } from './premium-text';

const mother = levy().person;
const daughter = { ...mother, personId: uuid(3), maskedName: '陈*雨', age: 0 };
const paid: Partial<LevyView> = { state: 'paid', payer: '陈*国', refusedCode: 'PREMIUM_ALREADY_PAID', refusedText: '已经缴过。' };

const [onCheck, onOpenBinding, onOpenPayment] = [jest.fn(), jest.fn(), jest.fn()];

let standing: Partial<LevyView>;
let relatives = [mother, daughter];
let [silent, silentBindings] = [false, false];
beforeEach(() => {
  onOpenPayment.mockClear();
  standing = {};
  relatives = [mother, daughter];
  [silent, silentBindings] = [false, false];
});

const show = () =>
  showTo(me(), <DueList onCheck={onCheck} onBind={jest.fn()} onOpenBinding={onOpenBinding} onOpenPayment={onOpenPayment} />, {
    bindings: () =>
      silentBindings
        ? 'silence'
        : { answer: { bindings: relatives.map((other, index) => binding({ bindingId: uuid(10 + index), other })) } },
    levy: ({ query }) =>
      silent
        ? 'silence'
        : { answer: query.includes(daughter.personId) ? levy({ person: daughter, ...standing }) : levy({ person: mother }) },
  });

describe('what is due', () => {
  it('can be checked for several in one go, with the sum', async () => {
    await show();
    await tap(/^和其他家人一起缴：陈\*兰/, 'checkbox');
    await tap(/^和其他家人一起缴：陈\*雨/, 'checkbox');
    await tap('一起核对 2 人，合计 ¥800.00');
    expect(onCheck).toHaveBeenCalledWith([mother.personId, daughter.personId], expect.any(Number));
  });

  it.each(['PREMIUM_OVER_CAP', 'PREMIUM_OVER_SHARED_LIMIT'])(
    'leads to the limits of a relative where one is too low: %s',
    async (refusedCode) => {
      standing = { state: 'due', refusedCode, refusedText: '超过限额。', nextStep: '可调整限额。' };
      await show();
      await tap('去改限额');
      expect(onOpenBinding).toHaveBeenCalledWith(uuid(11));
    },
  );

  it('tells apart two who are masked alike, on the card, its button and its tick', async () => {
    relatives = [
      { ...mother, mark: '父母' },
      { ...daughter, maskedName: mother.maskedName, mark: '子女' },
    ];
    await show();
    for (const name of ['陈*兰（父母）', '陈*兰（子女）']) {
      expect(screen.getByText(name)).toBeTruthy();
      expect(screen.getByRole('button', { name: `查看并代缴：${name}` })).toBeTruthy();
      expect(screen.getByRole('checkbox', { name: `和其他家人一起缴：${name} ¥400.00` })).toBeTruthy();
    }
  });

  it('says once that nobody answers, however many relatives there are, and reads everything again with one button', async () => {
    silent = true;
    await show();
    expect(screen.getAllByRole('alert')).toHaveLength(1);
    expect(screen.getAllByText('这一项暂时没有读到。')).toHaveLength(2);
    silent = false;
    await tap('重新加载');
    expect(screen.queryByRole('alert')).toBeNull();
    expect(screen.getAllByRole('button', { name: /^查看并代缴/ })).toHaveLength(2);
  });

  it('says without network, once, that what is shown was read before', async () => {
    await show();
    [silent, silentBindings] = [true, true];
    await act(async () => showPageAgain());
    expect(screen.getAllByRole('alert')).toHaveLength(1);
    expect(screen.getByRole('alert').textContent).toContain('现在只能查看，不能办理');
    expect(screen.getAllByRole('button', { name: '重新加载' })).toHaveLength(1);
    expect(screen.getAllByText('¥400.00').length).toBeGreaterThan(1);
  });

  it.each([
    ['the reader paid: to that payment', { ownPaymentId: uuid(30) }, 1],
    ['somebody else paid: not to records that do not have it', { ownPaymentId: null }, 0],
  ])('leads where it was paid; %s', async (_, by, buttons) => {
    standing = { ...paid, ...by, refusedText: '已经缴过。', nextStep: '凭证在付款人的代缴记录里。' };
    await show();
    const opens = screen.queryAllByRole('button', { name: '查看这笔代缴：陈*雨' });
    expect(opens).toHaveLength(buttons);
    for (const each of opens) fireEvent.click(each);
    expect(onOpenPayment.mock.calls).toEqual(opens.map(() => [uuid(30)]));
    expect(screen.queryAllByText(/^\S+（我）$/)).toHaveLength(buttons);
    expect(screen.queryAllByText('请不要重复缴费；进度和凭证在您的代缴记录里。')).toHaveLength(buttons);
    // Where the receipt is, is said once.
    expect(screen.queryAllByText('凭证在付款人的代缴记录里。')).toHaveLength(1 - buttons);
    expect(screen.queryByText('这一笔不是您付的，记录和凭证在付款人那里。')).toBeNull();
  });

  it('says whose records have what somebody else applied for', async () => {
    standing = {
      state: 'applied',
      payer: '陈*国',
      refusedCode: 'PREMIUM_ALREADY_APPLIED',
      refusedText: '还没有办完。',
      ownPaymentId: null,
    };
    await show();
    expect(screen.getByText('这一笔不是您付的，记录和凭证在付款人那里。')).toBeTruthy();
  });

  it('asks for nobody else where only one can be paid for', async () => {
    standing = paid;
    await show();
    expect(screen.queryAllByRole('checkbox')).toEqual([]);
    expect(screen.getAllByRole('button', { name: '查看并代缴' })).toHaveLength(1);
  });

  it('no longer counts those who were paid for meanwhile', async () => {
    await show();
    await tap(/^和其他家人一起缴：陈\*雨/, 'checkbox');
    standing = paid;
    await act(async () => showPageAgain());
    expect(screen.queryByRole('button', { name: /^一起核对/ })).toBeNull();
  });

  describe('for whom has no account to pay from', () => {
    const [year] = premiumYears(serverToday());
    const paidBy = { year, regionName: '梅州市', payer: '陈*国', state: 'applied', stateText: '已申请，还没有缴', appliedAt: NOW } as const;
    const showHer = (paidForMe: PaymentList['paidForMe']) =>
      showTo(
        me({ hasAccount: false, scheme: 'resident' }),
        <DueList onCheck={onCheck} onBind={jest.fn()} onOpenBinding={jest.fn()} onOpenPayment={onOpenPayment} />,
        { bindings: () => ({ answer: { bindings: [] } }), premiumPayments: () => ({ answer: { payments: [], paidForMe } }) },
      );

    it('leads nobody to bind, and tells where one’s own premium can be paid', async () => {
      await showHer([]);
      expect(screen.getByText('您没有个人账户，不能代缴')).toBeTruthy();
      expect(screen.queryByRole('button', { name: '绑定家人' })).toBeNull();
      expect(document.body.textContent).toContain('也可以到税务部门缴');
    });

    it('says first that somebody pays it for the reader already, and sends them nowhere else', async () => {
      await showHer([paidBy]);
      expect(screen.getByText(`陈*国为您代缴 ${year} 年度居民医保费：已申请，还没有缴`)).toBeTruthy();
      expect(document.body.textContent).toContain('请不要再到别处缴');
      expect(document.body.textContent).not.toContain('到税务部门缴');
    });

    it.each([
      ['of another year', { ...paidBy, year: year - 1 }],
      ['that came to nothing', { ...paidBy, state: 'voided' }],
    ] as const)('counts no payment %s', async (_, found) => {
      await showHer([found]);
      expect(document.body.textContent).toContain('也可以到税务部门缴');
    });
  });
});
