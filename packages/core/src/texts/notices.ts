import { type Fen, fenText } from '@gongji/domain';
import type { Notice } from '../store/record.store';

// What people are told of their money, in neutral words: no hospital, no drug.

interface DebitNews {
  readonly holderId: string;
  readonly subjectId: string;
  readonly amountFen: Fen;
  /** Masked; null: for oneself. */
  readonly forName: string | null;
  readonly remainingFen: Fen;
  readonly capLeftFen: Fen | null;
}

/** Of the month's cap, so that whoever pays sees how much more can be taken. */
const capLeft = (fen: Fen | null): string => (fen === null ? '' : `本月限额还剩 ${fenText(fen)}。`);

export const settlementNotice = ({ holderId, subjectId, amountFen, forName, remainingFen, capLeftFen }: DebitNews): Notice => ({
  holderId,
  subjectId,
  topic: 'account-debited',
  title: '个人账户扣款',
  text: `${forName === null ? '您本人' : forName}的医保结算从您的个人账户支付 ${fenText(amountFen)}，账户余额 ${fenText(remainingFen)}。${capLeft(capLeftFen)}`,
});

export type PremiumAction = 'premium-held' | 'premium-paid' | 'premium-released';

interface PremiumNews {
  readonly holderId: string;
  readonly subjectId: string;
  readonly action: PremiumAction;
  readonly amountFen: Fen;
  readonly year: number;
  readonly forName: string;
  readonly capLeftFen: Fen | null;
}

const PREMIUM_TITLE: Readonly<Record<PremiumAction, string>> = {
  'premium-held': '居民医保费已申请代缴',
  'premium-paid': '居民医保费已缴',
  'premium-released': '冻结金额已退回',
};

const PREMIUM_TEXT: Readonly<Record<PremiumAction, (news: PremiumNews) => string>> = {
  'premium-held': ({ year, forName, amountFen }) => `为${forName}代缴 ${year} 年度居民医保费 ${fenText(amountFen)}，金额已冻结，尚未扣款。`,
  'premium-paid': ({ year, forName, amountFen }) => `为${forName}代缴 ${year} 年度居民医保费，已从您的个人账户扣款 ${fenText(amountFen)}。`,
  'premium-released': ({ year, forName, amountFen }) =>
    `为${forName}代缴 ${year} 年度居民医保费没有扣款，冻结的 ${fenText(amountFen)} 已退回可用余额。`,
};

export const premiumNotice = (news: PremiumNews): Notice => ({
  holderId: news.holderId,
  subjectId: news.subjectId,
  topic: news.action,
  title: PREMIUM_TITLE[news.action],
  text: PREMIUM_TEXT[news.action](news) + capLeft(news.capLeftFen),
});
