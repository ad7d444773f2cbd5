import type { BindingView, PaymentView, ShownCode, UnbindPreview } from '@gongji/contract';
import { fen, plainDate } from '@gongji/domain';
import { type Caller, logIn } from '../support/edge-client';
import { accept, bindingRequest, bindMother, SHARE_EVERYTHING } from '../support/family';
import { fsiOutput, HOSPITAL, nextMsgid } from '../support/institution';
import type { RunningSystem } from '../support/system';

// What the people of the pictures did before anybody looks: once, on a running system, so that a page in order shows what really comes.

/** Inside the premium window, and the day on which that month's premiums were taken. */
export const AUTUMN = '2026-11-23T10:00:00+08:00';
export const TODAY = '2026-11-30T10:00:00+08:00';

export const PEOPLE_KEYS = {
  /** Has bound his mother, paid at a counter and paid her premium. */
  son: 'chen-jianguo',
  mother: 'chen-guilan',
  /** Has bound a brother and a mother, whose premiums are due. */
  sister: 'wang-fang',
  /** Has invited his wife, who has not answered. */
  husband: 'lin-hai',
  wife: 'lin-mei',
  /** Has asked the tax office for a premium. */
  daughter: 'liu-min',
  /** Has asked too, and was not answered. */
  father: 'sun-wei',
  /** Has bound nobody. */
  newcomer: 'hu-yong',
} as const;
export type Who = keyof typeof PEOPLE_KEYS;

export interface Made {
  readonly people: Readonly<Record<Who, Caller>>;
  readonly bound: BindingView;
  readonly invited: BindingView;
  readonly paid: PaymentView;
  /** As it stood before its month ended, and what unbinding that relative was answered then. */
  readonly applied: PaymentView;
  readonly blocked: UnbindPreview;
  /** Whose premiums the sister can pay. */
  readonly due: readonly string[];
  /** As it stood before the tax office was asked again. */
  readonly unanswered: PaymentView;
  /** The son's. */
  readonly complaintId: string;
  /** The son's own. */
  readonly settlementId: string;
  /** A code of the son's, given once for all pictures. */
  readonly code: ShownCode;
}

export const DEVICE = 'device-0001';
const MOTHERS_PHONE = 'device-0002';

export const makePeople = async (system: RunningSystem): Promise<Made> => {
  const edge = { url: system.bffUrl };
  const people = Object.fromEntries(
    await Promise.all(Object.entries(PEOPLE_KEYS).map(async ([who, key]) => [who, await logIn(edge, key)] as const)),
  ) as Made['people'];
  const { son, mother, sister, husband, daughter, father } = people;
  const { bindingId } = await bindMother(son, mother);
  await settle(son, AUTUMN);
  await bindForPremium(sister, ['wang-jun', 'sibling'], ['wang-xiuying', 'parent']);
  await bindForPremium(daughter, ['liu-zhiqiang', 'parent']);
  await bindForPremium(father, ['sun-hao', 'child', { guardianStatement: true, sharedLimitFen: fen(100_000) }]);
  const before = await pay(son);
  const applied = await pay(daughter);
  const [engaged] = (await daughter.ask('bindings')).bindings;
  const blocked = await daughter.ask('unbindPreview', { path: { bindingId: engaged?.bindingId ?? '' } });
  await nobodyAnswers(system);
  const unanswered = await pay(father);
  await system.moveClockTo(TODAY);
  const terms = { sharedLimitFen: fen(50_000), shareFunds: { ...SHARE_EVERYTHING, startsOn: plainDate('2026-11-30') } };
  const invited = await husband.ask('proposeBinding', { body: bindingRequest('lin-mei', 'spouse', terms) });
  const paid = await premiumOf(son, before.paymentId);
  const code = await son.ask('showCode', { body: { personId: son.personId, deviceId: DEVICE } });
  await mother.ask('showCode', { body: { personId: mother.personId, deviceId: MOTHERS_PHONE } });
  const [settled] = (await son.ask('accountEntries', { query: { kind: 'settlement' } })).entries;
  const { complaintId } = await son.ask('writeComplaint', { body: COMPLAINT });
  const bound = await son.ask('binding', { path: { bindingId } });
  const due = (await sister.ask('bindings')).bindings.map(({ other }) => other.personId);
  return {
    people,
    bound,
    invited,
    paid,
    applied,
    blocked,
    due,
    unanswered,
    complaintId,
    settlementId: settled?.settlementId ?? '',
    code: { ...code, payload: PAYLOAD },
  };
};

const COMPLAINT = {
  kind: 'premium',
  text: '母亲的居民医保费扣了两次，请帮我看一下。',
  about: null,
  reference: null,
  errorCode: null,
  phone: null,
} as const;

/** The pictures of a code are drawn from it, and have to be the same in each run. */
const PAYLOAD = '0123456789'.repeat(4);

const settle = async (payer: Caller, at: string): Promise<void> => {
  const { payload } = await payer.ask('showCode', { body: { personId: payer.personId, deviceId: DEVICE } });
  const ask = { signedAt: new Date(at), institution: HOSPITAL };
  const scanned = { ...ask, infno: '6101', input: { businessType: '01301', ecQrCode: payload }, msgid: nextMsgid() };
  const { ecToken } = await fsiOutput<{ ecToken: string }>(payer.edge, scanned);
  const cost = {
    ecToken,
    med_type: '11',
    use: 'care',
    medfee_sumamt: '128.60',
    fund_pay_sumamt: '64.30',
    acct_used_flag: '2',
    psn_cash_pay: '0.00',
  };
  await fsiOutput(payer.edge, { ...ask, infno: '2207', input: cost, msgid: nextMsgid() });
};

type Relative = readonly [key: string, relation: Parameters<typeof bindingRequest>[1], asked?: Parameters<typeof bindingRequest>[2]];

const bindForPremium = async (owner: Caller, ...relatives: readonly Relative[]): Promise<void> => {
  const shareFunds = { ...SHARE_EVERYTHING, endsOn: plainDate('2027-11-21'), place: 1 };
  for (const [key, relation, asked] of relatives) {
    const { bindingId } = await owner.ask('proposeBinding', { body: bindingRequest(key, relation, { shareFunds, ...asked }) });
    const relative = await logIn(owner.edge, key);
    const { awaitsMe } = await relative.ask('binding', { path: { bindingId } });
    if (awaitsMe) await accept(relative, bindingId);
  }
};

const pay = async (payer: Caller): Promise<PaymentView> => {
  const { bindings } = await payer.ask('bindings');
  const [binding] = bindings;
  if (binding === undefined) throw new Error('nobody to pay for');
  const { quoteId } = await payer.ask('quotePremium', { body: { personId: binding.other.personId, year: 2027 } });
  return payer.ask('applyPremium', { body: { quoteId } });
};

const PATIENCE_MS = 20_000;

const premiumOf = async (payer: Caller, paymentId: string): Promise<PaymentView> => {
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    const payment = await payer.ask('premiumPayment', { path: { paymentId } });
    if (payment.receipt !== null) return payment;
    if (Date.now() > until) throw new Error(`the premium is still ${payment.state}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
};

const nobodyAnswers = async ({ sandboxUrl }: RunningSystem): Promise<void> => {
  const body = JSON.stringify({ part: 'tax-apply', mode: 'work-then-silence', times: 1 });
  await fetch(`${sandboxUrl}/sandbox/faults`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
};
