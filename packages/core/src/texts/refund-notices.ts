import { fenText } from '@gongji/domain';
import type { Notice } from '../store/record.store';
import type { PremiumPaymentRow } from '../store/tables';

// What the two are told of a refund: the payer of the money, the person of the cover that is gone with it.

export type RefundAction = 'premium-refund-asked' | 'premium-refunded' | 'premium-refund-refused';

interface RefundNews {
  readonly payment: Pick<PremiumPaymentRow, 'id' | 'holder_id' | 'person_id' | 'year' | 'amount_fen'>;
  readonly action: RefundAction;
  readonly payerName: string;
  readonly personName: string;
}

type Words = Readonly<Record<RefundAction, (news: RefundNews) => string>>;

const TITLE: Readonly<Record<RefundAction, string>> = {
  'premium-refund-asked': '居民医保费已申请退费',
  'premium-refunded': '居民医保费已退费',
  'premium-refund-refused': '居民医保费退费没有通过',
};

const TO_PAYER: Words = {
  'premium-refund-asked': ({ payment, personName }) =>
    `您为${personName}代缴的 ${payment.year} 年度居民医保费 ${fenText(payment.amount_fen)} 已申请退费，由税务部门决定。`,
  'premium-refunded': ({ payment, personName }) =>
    `您为${personName}代缴的 ${payment.year} 年度居民医保费已退费，${fenText(payment.amount_fen)} 已退回原来扣款的个人账户。`,
  'premium-refund-refused': ({ payment, personName }) =>
    `您为${personName}代缴的 ${payment.year} 年度居民医保费，税务部门没有同意退费，仍为已缴费。`,
};

const TO_PERSON: Words = {
  'premium-refund-asked': ({ payment, payerName }) => `${payerName}为您代缴的 ${payment.year} 年度居民医保费已申请退费，由税务部门决定。`,
  'premium-refunded': ({ payment, payerName }) =>
    `${payerName}为您代缴的 ${payment.year} 年度居民医保费已退费。没有另外缴过的，${payment.year} 年度变为未缴费，需要居民医保请重新缴费。`,
  'premium-refund-refused': ({ payment, payerName }) => `${payerName}为您代缴的 ${payment.year} 年度居民医保费没有退费，仍为已缴费。`,
};

export function refundNotices(news: RefundNews): readonly Notice[] {
  const { payment, action } = news;
  const told = { topic: action, title: TITLE[action], subjectId: payment.id };
  return [
    { ...told, holderId: payment.holder_id, text: TO_PAYER[action](news) },
    { ...told, holderId: payment.person_id, text: TO_PERSON[action](news) },
  ];
}
