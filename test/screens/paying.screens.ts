import { ZERO } from '@gongji/domain';
import type { Made } from './made';
import { screen, type Screen, type State } from './screen';

/** Of no receipt. */
const CODE = `GJ${'1'.repeat(20)}.${'a'.repeat(64)}`;
const NOT_NOW = { code: 'PREMIUM_ALREADY_PAID', text: '这一年度已经缴过费。', nextStep: '不需要再缴。' };

const paid = ({ paid: { paymentId } }: Made) => ({ paymentId });

const pay: State['act'] = async ({ tap }) => {
  await tap(/^我确认要为/, 'checkbox');
  await tap(/^从我的个人账户支付/);
};

/** What lies behind the tab of premiums. */
export const PAYING_SCREENS = {
  'premium-check': screen({
    as: 'sister',
    query: ({ due }) => ({ personIds: due.join(), year: '2027' }),
    reads: ['quotePremiums'],
    empty: {
      sees: '现在不能代缴',
      replies: {
        quotePremiums: ({ items }) => ({
          items: items.slice(0, 1).map((item) => ({ ...item, quote: null, refusal: NOT_NOW })),
          totalFen: ZERO,
        }),
      },
    },
    ok: { sees: /^从我的个人账户支付/ },
    more: {
      expired: {
        sees: '报价已过期',
        act: async ({ sees, later }) => {
          await sees(/^从我的个人账户支付/);
          await later(3600);
        },
      },
      refused: {
        sees: '现在办理的人太多。',
        replies: { applyPremiums: { refuse: 'SERVICE_BUSY' } },
        act: pay,
      },
      unknown: { sees: /处理中/, replies: { applyPremiums: 'silent' }, act: pay },
      submitting: { sees: '正在提交，请不要离开…', replies: { applyPremiums: 'held' }, act: pay },
    },
  }),
  payment: screen({
    query: paid,
    reads: ['premiumPayment'],
    empty: { never: 'it is about one payment' },
    ok: { sees: '查看缴费凭证' },
    more: {
      applied: { replies: ({ applied: answer }) => ({ premiumPayment: { answer } }), sees: '已申请，待清缴' },
      unanswered: { replies: ({ unanswered: answer }) => ({ premiumPayment: { answer } }), sees: '处理中，请勿重复支付' },
    },
  }),
  payments: screen({
    reads: ['premiumPayments'],
    empty: { sees: '还没有代缴记录', replies: { premiumPayments: { answer: { payments: [], paidForMe: [] } } } },
    ok: { sees: '已缴费' },
    more: { forMe: { as: 'mother', sees: '家人帮我缴的' } },
  }),
  refund: screen({
    query: paid,
    reads: ['previewRefund'],
    empty: { never: 'it is about one payment' },
    ok: { sees: '钱退到哪里' },
    more: {
      refused: {
        sees: '现在办理的人太多。',
        replies: { refundPremium: { refuse: 'SERVICE_BUSY' } },
        act: async ({ tap }) => {
          await tap(/^重复缴费/, 'radio');
          await tap(/^申请退费/);
        },
      },
    },
  }),
  receipt: screen({
    query: paid,
    reads: ['receipt'],
    empty: { never: 'it is about one payment' },
    ok: { sees: '个人账户代缴凭证' },
  }),
  'verify-receipt': screen({
    reads: ['verifyReceipt'],
    query: () => ({ code: CODE }),
    loading: { never: 'it is a form; its button says that it is checking' },
    empty: { query: () => ({}), sees: '查验凭证' },
    ok: { sees: '凭证属实', query: ({ paid: { receipt } }) => ({ code: `${receipt?.ourNumber}.${receipt?.hash}` }) },
    more: {
      invalid: { query: () => ({}), sees: /需要改正/, act: ({ tap }) => tap('查验凭证') },
      unfound: { sees: '查不到这张凭证' },
    },
  }),
} as const satisfies Readonly<Record<string, Screen>>;
