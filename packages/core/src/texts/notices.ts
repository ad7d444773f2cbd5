import { type Fen, fenText } from '@gongji/domain';
import type { Notice } from '../store/record.store';

// What people are told, in neutral words: no hospital, no drug, and after an unbinding nothing of the other side's money.

export type BindingAction =
  | 'binding-made'
  | 'binding-proposed'
  | 'binding-accepted'
  | 'binding-declined'
  | 'binding-ended'
  | 'binding-expired'
  | 'binding-ran-out';

interface BindingNews {
  readonly holderId: string;
  readonly subjectId: string;
  readonly action: BindingAction;
  /** Masked name of the other side. */
  readonly otherName: string;
  /** Which side of the binding the reader is. */
  readonly side: 'owner' | 'relative';
}

const BINDING_TITLE: Readonly<Record<BindingAction, string>> = {
  'binding-made': '亲情账户已绑定',
  'binding-proposed': '亲情账户等待确认',
  'binding-accepted': '亲情账户已确认',
  'binding-declined': '亲情账户未确认',
  'binding-ended': '亲情账户已解绑',
  'binding-expired': '亲情账户邀请已过期',
  'binding-ran-out': '亲情账户已到期',
};

const BINDING_TEXT: Readonly<Record<BindingAction, Readonly<Record<BindingNews['side'], (other: string) => string>>>> = {
  'binding-made': {
    owner: (other) => `您与${other}的亲情账户绑定已办好。`,
    relative: (other) => `${other}与您的亲情账户绑定已办好。如果不是您的近亲属，请解绑并投诉。`,
  },
  'binding-proposed': {
    owner: (other) => `已向${other}发出绑定邀请，请TA在 72 小时内登录确认。`,
    relative: (other) => `${other}邀请您绑定亲情账户，请在 72 小时内查看并确认；不认识对方请选择不同意。`,
  },
  'binding-accepted': { owner: (other) => `${other}已同意绑定。`, relative: (other) => `您已同意与${other}绑定。` },
  'binding-declined': { owner: (other) => `${other}没有同意绑定中需要TA确认的部分。`, relative: (other) => `您没有同意${other}的邀请。` },
  'binding-ended': {
    owner: (other) => `您与${other}的亲情账户已解绑，从现在起不会再有扣款。`,
    relative: (other) => `您与${other}的亲情账户已解绑。`,
  },
  'binding-expired': { owner: (other) => `${other}没有在期限内确认，邀请已失效。`, relative: (other) => `${other}的绑定邀请已失效。` },
  'binding-ran-out': { owner: (other) => `您与${other}的授权已到结束日期。`, relative: (other) => `您与${other}的授权已到结束日期。` },
};

export const bindingNotice = ({ holderId, subjectId, action, otherName, side }: BindingNews): Notice => ({
  holderId,
  subjectId,
  topic: action,
  title: BINDING_TITLE[action],
  text: BINDING_TEXT[action][side](otherName),
});

interface DebitNews {
  readonly holderId: string;
  readonly subjectId: string;
  readonly amountFen: Fen;
  /** Masked; null: for oneself. */
  readonly forName: string | null;
  readonly remainingFen: Fen;
}

export const settlementNotice = ({ holderId, subjectId, amountFen, forName, remainingFen }: DebitNews): Notice => ({
  holderId,
  subjectId,
  topic: 'account-debited',
  title: '个人账户扣款',
  text: `${forName === null ? '您本人' : forName}的医保结算从您的个人账户支付 ${fenText(amountFen)}，账户余额 ${fenText(remainingFen)}。`,
});

export type PremiumAction = 'premium-held' | 'premium-paid' | 'premium-released';

interface PremiumNews {
  readonly holderId: string;
  readonly subjectId: string;
  readonly action: PremiumAction;
  readonly amountFen: Fen;
  readonly year: number;
  readonly forName: string;
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
  text: PREMIUM_TEXT[news.action](news),
});
