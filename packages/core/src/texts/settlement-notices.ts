import { type CapAfterVoid, type Fen, fenText, monthAt, monthText, subtractFen } from '@gongji/domain';
import type { Notice } from '../store/record.store';
import type { SettlementRow } from '../store/settlement-tables';
import { leftText, settlementNumberSentence } from './notices';

// What a patient is told of a settlement, and everybody when it is taken back, in neutral words: no hospital, no drug.

interface GivenBackNews {
  readonly settlement: SettlementRow;
  readonly holderId: string;
  readonly amountFen: Fen;
  /** The patient, masked. */
  readonly forName: string;
  readonly balanceFen: Fen;
  readonly cap: CapAfterVoid;
  /** Left of the limit for all relatives together; null: none. */
  readonly sharedLeftFen: Fen | null;
}

const told = (settlement: Pick<SettlementRow, 'id'>) => ({ subjectId: settlement.id, topic: 'settlement-voided', title: '医保结算已撤销' });

export const givenBackNotice = ({ settlement, holderId, amountFen, forName, balanceFen, cap, sharedLeftFen }: GivenBackNews): Notice => ({
  ...told(settlement),
  holderId,
  text: `${forName}的医保结算已撤销，您支付的 ${fenText(amountFen)} 已退回原来的个人账户，账户余额 ${fenText(balanceFen)}。${capText(settlement, cap)}${leftText({ capFen: null, sharedFen: sharedLeftFen })}${settlementNumberSentence(settlement.number)}`,
});

function capText({ at }: SettlementRow, cap: CapAfterVoid): string {
  switch (cap.kind) {
    case 'freed':
      return `这笔不再计入本月限额，本月限额还剩 ${fenText(cap.leftFen)}。`;
    case 'month-over':
      return `这笔计在${monthText(monthAt(at))}，那个月已过，不增加本月限额。`;
    case 'ended':
      return '您与TA的家庭共济已结束，这笔钱照样退回给您。';
    case 'no-cap':
      return '';
  }
}

interface PatientNews {
  readonly settlement: Omit<SettlementRow, 'policy_version'>;
  /** Of the patient's own account afterwards; null: it has no part in it. */
  readonly ownBalanceFen: Fen | null;
}

/** Said to the patient where a relative pays a part or showed the code: who pays what, nothing left out. */
export const patientNotice = (news: PatientNews): Notice => ({
  holderId: news.settlement.holder_id,
  subjectId: news.settlement.id,
  topic: 'account-debited',
  title: '医保结算完成',
  text: `您 ${fenText(news.settlement.total_fen)} 的医保结算已完成：${[...accountParts(news), ...otherParts(news)].join('，')}。${settlementNumberSentence(news.settlement.number)}`,
});

/** What came back in all; the rest is in nobody's account, and the institution's own to give back. */
export function voidedNotice(news: PatientNews): Notice {
  const { settlement } = news;
  const [back, rest] = [accountParts(news), otherParts(news)];
  const said = back.length === 0 ? '个人账户没有付钱，不用退回。' : `已退回${back.join('，')}。`;
  const elsewhere = rest.length === 0 ? '' : `${rest.join('、')} 由医药机构处理。`;
  return {
    ...told(settlement),
    holderId: settlement.holder_id,
    text: `您 ${fenText(settlement.total_fen)} 的医保结算已由医药机构撤销。${said}${elsewhere}${settlementNumberSentence(settlement.number)}`,
  };
}

function accountParts({ settlement: { account_fen: account, shared_fen: shared }, ownBalanceFen }: PatientNews): readonly string[] {
  const own = subtractFen(account, shared);
  const balance = ownBalanceFen === null ? '' : `（余额 ${fenText(ownBalanceFen)}）`;
  return [...(own > 0 ? [`您的个人账户 ${fenText(own)}${balance}`] : []), ...(shared > 0 ? [`亲属的个人账户 ${fenText(shared)}`] : [])];
}

const otherParts = ({ settlement: { fund_fen: fund, cash_fen: cash } }: PatientNews): readonly string[] => [
  ...(fund > 0 ? [`统筹基金 ${fenText(fund)}`] : []),
  ...(cash > 0 ? [`现金 ${fenText(cash)}`] : []),
];
