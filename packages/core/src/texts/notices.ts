import { type Fen, fenText, settlementNumberText } from '@gongji/domain';
import type { Notice } from '../store/record.store';

// What people are told of their money, in neutral words: no hospital, no drug.

interface DebitNews {
  readonly holderId: string;
  readonly subjectId: string;
  /** Of the settlement. */
  readonly number: string;
  readonly amountFen: Fen;
  /** Masked; null: for oneself. */
  readonly forName: string | null;
  readonly remainingFen: Fen;
  readonly left: Left;
}

/** How much more can be taken; null: no such limit. */
export interface Left {
  /** Of the binding's cap of this month. */
  readonly capFen: Fen | null;
  /** Of the limit for all relatives together. */
  readonly sharedFen: Fen | null;
}
export const NOTHING_LIMITS: Left = { capFen: null, sharedFen: null };

export const leftText = ({ capFen, sharedFen }: Left): string =>
  `${capFen === null ? '' : `本月限额还剩 ${fenText(capFen)}。`}${sharedFen === null ? '' : `全体亲属共用限额还剩 ${fenText(sharedFen)}。`}`;

/** For who asks at the counter or on the phone. */
export const settlementNumberSentence = (number: string): string => `结算编号 ${settlementNumberText(number)}。`;

export const settlementNotice = ({ holderId, subjectId, number, amountFen, forName, remainingFen, left }: DebitNews): Notice => ({
  holderId,
  subjectId,
  topic: 'account-debited',
  title: '个人账户扣款',
  text: `${forName === null ? '您本人' : forName}的医保结算从您的个人账户支付 ${fenText(amountFen)}，账户余额 ${fenText(remainingFen)}。${leftText(left)}${settlementNumberSentence(number)}`,
});

export type PremiumAction = 'premium-waiting' | 'premium-held' | 'premium-paid' | 'premium-released' | 'premium-voided';

interface PremiumNews {
  readonly holderId: string;
  readonly subjectId: string;
  readonly action: PremiumAction;
  readonly amountFen: Fen;
  readonly year: number;
  readonly forName: string;
  readonly left: Left;
}

const PREMIUM_TITLE: Readonly<Record<PremiumAction, string>> = {
  'premium-waiting': '居民医保费代缴正在办理',
  'premium-held': '居民医保费已申请代缴',
  'premium-paid': '居民医保费已缴',
  'premium-released': '冻结金额已退回',
  'premium-voided': '代缴已作废',
};

const PREMIUM_TEXT: Readonly<Record<PremiumAction, (news: PremiumNews) => string>> = {
  'premium-waiting': ({ year, forName, amountFen }) =>
    `为${forName}代缴 ${year} 年度居民医保费 ${fenText(amountFen)}，金额已冻结，尚未扣款。税务部门还没有答复，有结果会再告诉您。`,
  'premium-held': ({ year, forName, amountFen }) => `为${forName}代缴 ${year} 年度居民医保费 ${fenText(amountFen)}，金额已冻结，尚未扣款。`,
  'premium-paid': ({ year, forName, amountFen }) => `为${forName}代缴 ${year} 年度居民医保费，已从您的个人账户扣款 ${fenText(amountFen)}。`,
  'premium-released': ({ year, forName, amountFen }) =>
    `为${forName}代缴 ${year} 年度居民医保费没有扣款，冻结的 ${fenText(amountFen)} 已退回可用余额。`,
  'premium-voided': ({ year, forName, amountFen }) =>
    `您已作废为${forName}代缴的 ${year} 年度居民医保费，没有扣款，冻结的 ${fenText(amountFen)} 已退回可用余额。`,
};

export const premiumNotice = (news: PremiumNews): Notice => ({
  holderId: news.holderId,
  subjectId: news.subjectId,
  topic: news.action,
  title: PREMIUM_TITLE[news.action],
  text: PREMIUM_TEXT[news.action](news) + leftText(news.left),
});

interface CoverNews {
  readonly personId: string;
  readonly subjectId: string;
  readonly action: PremiumAction;
  readonly year: number;
  readonly payerName: string;
}

const COVER_TITLE: Readonly<Record<PremiumAction, string>> = {
  'premium-waiting': '家人正在为您缴费',
  'premium-held': '家人已为您申请缴费',
  'premium-paid': '家人已为您缴费',
  'premium-released': '家人为您申请的缴费没有办成',
  'premium-voided': '家人已撤销为您申请的缴费',
};

const COVER_TEXT: Readonly<Record<PremiumAction, (news: CoverNews) => string>> = {
  'premium-waiting': ({ payerName, year }) =>
    `${payerName}正在为您代缴 ${year} 年度居民医保费，税务部门还没有答复。请先不要在其他地方缴费，以免重复。`,
  'premium-held': ({ payerName, year }) => `${payerName}已为您申请代缴 ${year} 年度居民医保费，还没有扣款。请不要在其他地方重复缴费。`,
  'premium-paid': ({ payerName, year }) => `${payerName}已用个人账户为您缴了 ${year} 年度居民医保费。`,
  'premium-released': ({ payerName, year }) =>
    `${payerName}为您申请的 ${year} 年度居民医保代缴没有扣款。是否已缴费以税务部门为准，请及时查看。`,
  'premium-voided': ({ payerName, year }) =>
    `${payerName}已撤销为您申请的 ${year} 年度居民医保代缴，没有扣款。这个年度要参保的，请另外缴费。`,
};

/** Whose cover it is: the same event without a word of the payer's money. */
export const coverNotice = (news: CoverNews): Notice => ({
  holderId: news.personId,
  subjectId: news.subjectId,
  topic: news.action,
  title: COVER_TITLE[news.action],
  text: COVER_TEXT[news.action](news),
});
