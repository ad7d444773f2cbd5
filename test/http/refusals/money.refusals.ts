import { randomUUID } from 'node:crypto';
import { enrolPeople } from '@gongji/core';
import { fen, plainDate, type RefundReason } from '@gongji/domain';
import { PEOPLE } from '../../../apps/sandbox/src/people/people';
import { type Edge, type EdgeOptions, OPENING_TIME } from '../../support/edge';
import { type Caller, logIn } from '../../support/edge-client';
import { accept, bindingRequest, SHARE_EVERYTHING } from '../../support/family';
import { fsiRefusal } from '../../support/institution';
import { cost, DEVICE, doMainJob, type MainJob, scan } from '../../support/main-job';
import { chen, COMPLETE, FUNDS_ONLY, GUARDIAN, type Reached, type ReachedTable, withRule } from './lab';

const MINUTE_MS = 60_000;

/** A sponsor with a relative whose premium the account may pay. */
interface Pair {
  readonly sponsor: Caller;
  readonly personId: string;
}
const KIN = {
  'chen-guilan': ['chen-jianguo', 'parent'],
  'sun-lan': ['sun-wei', 'spouse'],
  'sun-hao': ['sun-wei', 'child'],
  'wang-jun': ['wang-fang', 'sibling'],
  'wang-xiuying': ['wang-fang', 'parent'],
  'lin-mei': ['lin-hai', 'spouse'],
  'lin-ning': ['lin-hai', 'child'],
} as const;
/** What each one's region wants to be filled in. */
const ASKED_FOR = {
  'chen-jianguo': {},
  'sun-wei': { sharedLimitFen: fen(100_000) },
  'wang-fang': { shareFunds: COMPLETE },
  'lin-hai': { sharedLimitFen: fen(60_000) },
};

async function pairOf(edge: Edge, key: keyof typeof KIN, change: object = {}): Promise<Pair> {
  const [sponsorKey, relation] = KIN[key];
  const [sponsor, relative] = [await logIn(edge, sponsorKey), await logIn(edge, key)];
  const body = bindingRequest(key, relation, { ...FUNDS_ONLY, ...GUARDIAN, ...ASKED_FOR[sponsorKey], ...change });
  const { bindingId } = await sponsor.ask('proposeBinding', { body });
  const path = { bindingId };
  if ((await relative.ask('binding', { path })).awaitsMe) await accept(relative, bindingId);
  return { sponsor, personId: relative.personId };
}

const quote = ({ sponsor, personId }: Pair, year = 2027) => sponsor.refused('quotePremium', { body: { personId, year } });
const quoted = ({ sponsor, personId }: Pair) => sponsor.ask('quotePremium', { body: { personId, year: 2027 } });
const quoteRefused = (key: keyof typeof KIN, change: object = {}): Reached => ({
  by: async (edge) => quote(await pairOf(edge, key, change)),
});
const levied = (amountFen: number): Reached => ({
  world: {
    taxOffice: {
      findLevy: async () => ({
        found: true,
        categoryText: '居民',
        amountFen: fen(amountFen),
        state: 'due',
        payer: null,
        continuous: true,
        lapsedYears: 0,
      }),
    },
  },
  by: async (edge) => quote(await pairOf(edge, 'chen-guilan')),
});

const quotedOn = (at: string): Reached => ({
  by: async (edge) => {
    edge.pretendNow(new Date(at));
    const shareFunds = { ...SHARE_EVERYTHING, startsOn: plainDate(at.slice(0, 10)) };
    return quote(await pairOf(edge, 'chen-guilan', { shareFunds }));
  },
});

/** What the gateway says, as a page would get it. */
async function counter(edge: Edge, change: object) {
  const owner = await chen(edge);
  const { payload } = await owner.ask('showCode', { body: { personId: owner.personId, deviceId: DEVICE } });
  const input = cost(await scan(edge, payload), { psn_cash_pay: '0.00', ...change });
  return { code: await fsiRefusal(edge, { infno: '2207', input }), text: '见结算窗口', nextStep: '见结算窗口' };
}

/** The main job's premium after the month has been closed. */
async function paidPremium(edge: Edge): Promise<MainJob> {
  const job = await doMainJob(edge);
  await edge.moveClockTo(new Date('2026-11-30T02:00:00Z'));
  return job;
}
const refundAsk = ({ paymentId }: MainJob, reason: RefundReason) => ({ path: { paymentId }, body: { reason } });
const refundRefused = (reason: RefundReason, world: EdgeOptions = {}): Reached => ({
  world,
  by: async (edge) => {
    const paid = await paidPremium(edge);
    return paid.son.refused('refundPremium', refundAsk(paid, reason));
  },
});

export const MONEY_REFUSALS: ReachedTable = {
  CODE_INVALID: {
    by: async (edge) => ({
      code: await fsiRefusal(edge, { infno: '6101', input: { businessType: '01301', ecQrCode: '0'.repeat(40) } }),
      text: '见结算窗口',
      nextStep: '见结算窗口',
    }),
  },
  SETTLEMENT_TOKEN_INVALID: { by: (edge) => counter(edge, { ecToken: 'x'.repeat(48) }) },
  SETTLEMENT_AMOUNT_INVALID: { by: (edge) => counter(edge, { medfee_sumamt: '0.00' }) },
  SETTLEMENT_CASH_NOT_AGREED: { by: (edge) => counter(edge, { acct_used_flag: '0' }) },
  SETTLEMENT_SPLIT_CHANGED: { by: (edge) => counter(edge, { psn_cash_pay: '5.00' }) },
  PREMIUM_PERSON_NOT_BOUND: {
    by: async (edge) => (await chen(edge)).refused('quotePremium', { body: { personId: randomUUID(), year: 2027 } }),
  },
  PREMIUM_GRANT_NOT_USABLE: quoteRefused('chen-guilan', { shareFunds: { ...SHARE_EVERYTHING, uses: ['care'] } }),
  PREMIUM_NOT_DUE: { by: async (edge) => quote(await pairOf(edge, 'chen-guilan'), 2030) },
  PREMIUM_NOT_RESIDENT: quoteRefused('lin-mei'),
  PREMIUM_ALREADY_PAID: quoteRefused('sun-lan'),
  PREMIUM_ALREADY_APPLIED: {
    by: async (edge) => {
      const { son, mother } = await doMainJob(edge);
      return quote({ sponsor: son, personId: mother.personId });
    },
  },
  PREMIUM_NOTHING_TO_PAY: levied(0),
  PREMIUM_WINDOW_NOT_OPEN: quotedOn('2026-09-15T02:00:00Z'),
  PREMIUM_WINDOW_CLOSED: quotedOn('2027-01-05T02:00:00Z'),
  PREMIUM_GROUP_EXCLUDED: quoteRefused('lin-ning'),
  PREMIUM_NOT_ENOUGH_BALANCE: levied(900_000),
  PREMIUM_BALANCE_TOO_LOW: {
    ...quoteRefused('chen-guilan'),
    world: { rules: withRule({ kind: 'premiumBalanceOverFen', value: fen(1_000_000) }) },
  },
  PREMIUM_OVER_CAP: quoteRefused('chen-guilan', { shareFunds: { ...SHARE_EVERYTHING, capPerPaymentFen: fen(30_000) } }),
  PREMIUM_OVER_SHARED_LIMIT: quoteRefused('sun-hao', { sharedLimitFen: fen(10_000) }),
  PREMIUM_SPONSOR_NOT_INSURED: {
    by: async (edge) => {
      const pair = await pairOf(edge, 'chen-guilan');
      const sponsor = PEOPLE.find(({ key }) => key === 'chen-jianguo');
      if (sponsor === undefined) throw new Error('the sandbox has no chen-jianguo');
      const { openid, name, certificateKind, certificateNumber, account, birthDate, regionCode, scheme } = sponsor;
      const insurance = { birthDate, regionCode, scheme, insuranceState: 'paused', groups: [] } as const;
      await enrolPeople(edge.deps.core, [{ openid, name, certificateKind, certificateNumber, account, insurance }]);
      return quote(pair);
    },
  },
  PREMIUM_QUOTE_EXPIRED: {
    by: async (edge) => {
      const pair = await pairOf(edge, 'chen-guilan');
      const { quoteId } = await quoted(pair);
      edge.pretendNow(new Date(OPENING_TIME.getTime() + 11 * MINUTE_MS));
      return pair.sponsor.refused('applyPremium', { body: { quoteId } });
    },
  },
  PREMIUM_QUOTE_CHANGED: {
    by: async (edge) => {
      const pair = await pairOf(edge, 'wang-xiuying');
      const { quoteId } = await quoted(pair);
      // As after a start with other packs.
      const policies = withRule({ kind: 'premiumClearing', value: { way: 'tax-batch' } })(edge.deps.core.policies);
      Object.assign(edge.deps.core, { policies });
      return pair.sponsor.refused('applyPremium', { body: { quoteId } });
    },
  },
  PREMIUM_PAYMENT_NOT_FOUND: {
    by: async (edge) => (await chen(edge)).refused('premiumPayment', { path: { paymentId: randomUUID() } }),
  },
  PREMIUM_RECEIPT_NOT_READY: {
    by: async (edge) => {
      const { son, paymentId } = await doMainJob(edge);
      return son.refused('receiptPicture', { path: { paymentId } });
    },
  },
  PREMIUM_NOT_VOIDABLE: {
    by: async (edge) => {
      const pair = await pairOf(edge, 'wang-xiuying');
      const { quoteId } = await quoted(pair);
      const { paymentId } = await pair.sponsor.ask('applyPremium', { body: { quoteId } });
      return pair.sponsor.refused('voidPremium', { path: { paymentId } });
    },
  },
  PREMIUM_NOT_REFUNDABLE: {
    by: async (edge) => {
      const { son, paymentId } = await doMainJob(edge);
      return son.refused('refundPremium', { path: { paymentId }, body: { reason: 'duplicate' } });
    },
  },
  PREMIUM_REFUND_UNDER_WAY: {
    by: async (edge) => {
      const paid = await paidPremium(edge);
      await paid.son.ask('refundPremium', refundAsk(paid, 'duplicate'));
      return paid.son.refused('refundPremium', refundAsk(paid, 'duplicate'));
    },
  },
  PREMIUM_REFUND_ELSEWHERE: refundRefused('duplicate', { rules: withRule({ kind: 'premiumRefund', value: { channel: 'tax-office' } }) }),
  PREMIUM_REFUND_TOO_LATE: {
    by: async (edge) => {
      const paid = await paidPremium(edge);
      edge.pretendNow(new Date('2026-12-31T16:00:00Z'));
      return paid.son.refused('refundPremium', refundAsk(paid, 'duplicate'));
    },
  },
  PREMIUM_REFUND_REASON_NOT_ACCEPTED: refundRefused('died', {
    rules: withRule({ kind: 'premiumRefund', value: { channel: 'here', reasons: ['duplicate'], onlyBeforeYear: true } }),
  }),
  PREMIUM_REFUND_REASON_NOT_SHOWN: refundRefused('died'),
  PREMIUM_LOCKED: {
    by: async (edge) => {
      const pair = await pairOf(edge, 'chen-guilan');
      const { quoteId } = await quoted(pair);
      await edge.fault('tax-apply', 'lock');
      const { paymentId, state } = await pair.sponsor.ask('applyPremium', { body: { quoteId } });
      if (state !== 'locked') throw new Error(`the payment is ${state}`);
      return pair.sponsor.refused('voidPremium', { path: { paymentId } });
    },
  },
};
