import { describe, expect, it } from '@jest/globals';
import type { SettlementShare } from '@gongji/contract';
import { fen } from '@gongji/domain';
import { screen } from '@testing-library/react';
import { me } from '../../../test/support/fixtures';
import { showTo } from '../../../test/support/signed-in';
import { SettlementDetail } from './settlement-detail';

const settlement: SettlementShare = {
  settlementId: '00000000-0000-4000-8000-00000000000a',
  number: '2611230000047115',
  at: '2026-11-23T10:00:00+08:00',
  voidedAt: null,
  institution: '示范社区医院（演示）',
  person: '陈*国',
  own: true,
  totals: { totalFen: fen(12_860), fundFen: fen(6_430), accountFen: fen(6_430), cashFen: fen(0) },
  legs: [{ payerId: me().personId, payer: '陈*国', own: true, amountFen: fen(6_430), skippedText: null }],
};
const show = (changes: Partial<SettlementShare> = {}) =>
  showTo(me(), <SettlementDetail settlementId={settlement.settlementId} />, {
    settlement: () => ({ answer: { ...settlement, ...changes } }),
  });

describe('one settlement', () => {
  it('says where, when, under which number in groups, what it cost and who paid', async () => {
    await show();
    for (const text of ['示范社区医院（演示）', '2611 2300 0004 7115', '¥128.60', '统筹基金支付', '谁的个人账户付了多少'])
      expect(screen.getByText(text)).toBeTruthy();
    expect(screen.queryByText(/这里只显示您付的部分/)).toBeNull();
  });

  it('shows a payer the own share, and says why no more', async () => {
    await show({ own: false, totals: null, person: '陈*兰' });
    expect(screen.getByText('从您的个人账户付了')).toBeTruthy();
    expect(screen.getByText(/这里只显示您付的部分/)).toBeTruthy();
    expect(screen.queryByText('统筹基金支付')).toBeNull();
  });

  it('says that it was taken back, when, and where the money is', async () => {
    await show({ voidedAt: '2026-11-24T09:30:00+08:00' });
    expect(screen.getByText('已撤销')).toBeTruthy();
    expect(screen.getByText('已撤销，退回各人账户')).toBeTruthy();
    expect(screen.getByText('退回各人账户')).toBeTruthy();
  });
});
