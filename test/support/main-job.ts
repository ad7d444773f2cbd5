import type { Edge } from './edge';
import { type Caller, logIn } from './edge-client';
import { bindMother } from './family';
import { fsiOutput, HOSPITAL, nextMsgid } from './institution';

/** Everything the main job leaves behind, by its ids. */
export interface MainJob {
  readonly son: Caller;
  readonly mother: Caller;
  /** Insured in the same city, related to nobody. */
  readonly stranger: Caller;
  readonly bindingId: string;
  readonly codeId: string;
  readonly settlementId: string;
  readonly msgid: string;
  readonly quoteId: string;
  readonly paymentId: string;
}

export const DEVICE = 'device-0001';

/** A son binds his mother, shows her code, a hospital settles a cost of hers on his account, and he pays her premium. */
export async function doMainJob(edge: Edge): Promise<MainJob> {
  const [son, mother, stranger] = await Promise.all([logIn(edge, 'chen-jianguo'), logIn(edge, 'chen-guilan'), logIn(edge, 'zhou-an')]);
  const { bindingId } = await bindMother(son, mother);
  const { codeId, payload } = await son.ask('showCode', { body: { personId: mother.personId, deviceId: DEVICE } });
  const ecToken = await scan(edge, payload);
  const msgid = nextMsgid(HOSPITAL, edge.deps.core.now());
  const { setl_id: settlementId } = await fsiOutput<{ setl_id: string }>(edge, {
    infno: '2207',
    msgid,
    input: cost(ecToken, { psn_cash_pay: '0.00' }),
  });
  const { quoteId } = await son.ask('quotePremium', { body: { personId: mother.personId, year: 2027 } });
  const { paymentId } = await son.ask('applyPremium', { body: { quoteId } });
  return { son, mother, stranger, bindingId, codeId, settlementId, msgid, quoteId, paymentId };
}

/** 6101: the code is burnt, and the counter holds a token. */
export async function scan(edge: Edge, payload: string, institution?: string): Promise<string> {
  const input = { businessType: '01301', ecQrCode: payload };
  const ask = { infno: '6101', input, ...(institution === undefined ? {} : { institution }) };
  return (await fsiOutput<{ ecToken: string }>(edge, ask)).ecToken;
}

/** A cost of 120.00 yuan, 40.00 of it from the fund, the rest from the accounts. */
export const cost = (ecToken: string, overrides: Readonly<Record<string, unknown>> = {}) => ({
  ecToken,
  med_type: '11',
  use: 'care',
  medfee_sumamt: '120.00',
  fund_pay_sumamt: '40.00',
  acct_used_flag: '2',
  ...overrides,
});

/** The same at a pharmacy. */
export const pharmacyCost = (ecToken: string, overrides: Readonly<Record<string, unknown>> = {}) =>
  cost(ecToken, { med_type: '41', use: 'drug', ...overrides });
