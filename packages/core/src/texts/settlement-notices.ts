import { type CapAfterVoid, type Fen, fenText, monthAt, monthText } from '@gongji/domain';
import type { Notice } from '../store/record.store';
import type { SettlementRow } from '../store/tables';

// What people are told when a settlement is taken back, in neutral words: no hospital, no drug.

interface GivenBackNews {
  readonly settlement: SettlementRow;
  readonly holderId: string;
  readonly amountFen: Fen;
  /** The patient, masked; null: the payer is the patient. */
  readonly forName: string | null;
  readonly balanceFen: Fen;
  readonly cap: CapAfterVoid | null;
}

const told = (settlement: SettlementRow) => ({ subjectId: settlement.id, topic: 'settlement-voided', title: '医保结算已撤销' });

export const givenBackNotice = ({ settlement, holderId, amountFen, forName, balanceFen, cap }: GivenBackNews): Notice => ({
  ...told(settlement),
  holderId,
  text: `${forName ?? '您本人'}的医保结算已撤销，您支付的 ${fenText(amountFen)} 已退回原来的个人账户，账户余额 ${fenText(balanceFen)}。${capText(settlement, cap)}`,
});

function capText({ at }: SettlementRow, cap: CapAfterVoid | null): string {
  switch (cap?.kind) {
    case 'freed':
      return `这笔不再计入本月限额，本月限额还剩 ${fenText(cap.leftFen)}。`;
    case 'month-over':
      return `这笔计在${monthText(monthAt(at))}，那个月已过，不增加本月限额。`;
    case 'ended':
      return '您与对方的家庭共济已结束，这笔钱照样退回给您。';
    case 'no-cap':
    case undefined:
      return '';
  }
}

/** What came back in all; the rest is not in anybody's account, and the institution's own to give back. */
export function voidedNotice(settlement: SettlementRow): Notice {
  const { holder_id: holderId, total_fen: total, account_fen: account, shared_fen: shared, fund_fen: fund, cash_fen: cash } = settlement;
  const own = (account - shared) as Fen;
  const parts = [...(own > 0 ? [`您的个人账户 ${fenText(own)}`] : []), ...(shared > 0 ? [`亲属的个人账户 ${fenText(shared)}`] : [])];
  const back = parts.length === 0 ? '个人账户没有付钱，没有要退回的。' : `已退回：${parts.join('，')}。`;
  const rest = [...(fund > 0 ? [`统筹基金 ${fenText(fund)}`] : []), ...(cash > 0 ? [`现金 ${fenText(cash)}`] : [])];
  const elsewhere = rest.length === 0 ? '' : `${rest.join('、')}由医药机构处理。`;
  return { ...told(settlement), holderId, text: `您 ${fenText(total)} 的医保结算已由医药机构撤销。${back}${elsewhere}` };
}
