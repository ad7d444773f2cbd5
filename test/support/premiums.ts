import {
  applyPremium,
  type CoreDeps,
  ledgerReportText,
  one,
  type PaymentView,
  type ProposeBinding,
  quotePremium,
  type QuoteView,
  readPayment,
  runDueJobs,
  verifyLedger,
} from '@gongji/core';
import { fen } from '@gongji/domain';
import { type CoreLab, enrol, enrolParent, newKey, type Person } from './core-lab';
import { bind } from './core-steps';

// A premium on its way, for tests.

export const YEAR = 2027;

/** Who pays for whom, bound with every use. */
export interface Family {
  readonly payer: Person;
  readonly person: Person;
  readonly bindingId: string;
}

const CHILD_BORN = '2015-02-10';

async function bound(lab: CoreLab, pair: Omit<Family, 'bindingId'>, overrides: Partial<ProposeBinding> = {}): Promise<Family> {
  return { ...pair, bindingId: await bind(lab, pair.payer, pair.person, overrides) };
}

/** Guangdong: cleared in the last three working days of the month. */
export const familyInShenzhen = async (lab: CoreLab, overrides: Partial<ProposeBinding> = {}): Promise<Family> =>
  bound(lab, { payer: await enrol(lab), person: await enrolParent(lab) }, overrides);

/** Jinan: cleared with the application. */
export const familyInJinan = async (lab: CoreLab): Promise<Family> => {
  const payer = await enrol(lab, { regionCode: '370100', birthDate: '1981-01-01' });
  const person = await enrolParent(lab, { regionCode: '370100', birthDate: CHILD_BORN });
  return bound(lab, { payer, person }, { relation: 'child', guardianStatement: true, sharedLimitFen: fen(1_000_000) });
};

/** Beijing: cleared by a sweep on the last day of the month. */
export const familyInBeijing = async (lab: CoreLab): Promise<Family> =>
  bound(lab, { payer: await enrol(lab, { regionCode: '110000' }), person: await enrolParent(lab, { regionCode: '110000' }) });

export const levyKeyOf = ({ person }: Pick<Family, 'person'>) => ({
  certificateNumber: person.certificateNumber,
  regionCode: person.insurance.regionCode,
  year: YEAR,
});

export const quoteFor = (lab: CoreLab, { payer, person }: Family): Promise<QuoteView> =>
  one(quotePremium)(lab.deps, { key: newKey(), actorId: payer.personId, personId: person.personId, year: YEAR });

export const applyQuote = (deps: CoreDeps, { payer }: Family, { quoteId }: QuoteView): Promise<PaymentView> =>
  one(applyPremium)(deps, { key: newKey(), actorId: payer.personId, quoteId });

/** Asks the price and applies. */
export const applyFor = async (lab: CoreLab, family: Family): Promise<PaymentView> =>
  applyQuote(lab.deps, family, await quoteFor(lab, family));

export const viewOf = (lab: CoreLab, { payer }: Family, { paymentId }: PaymentView): Promise<PaymentView> =>
  readPayment(lab.deps, { personId: payer.personId, paymentId });

export const stateOf = async (lab: CoreLab, family: Family, payment: PaymentView): Promise<string> =>
  (await viewOf(lab, family, payment)).state;

export const runAt = (lab: CoreLab, at: string) => {
  lab.setClock(new Date(at));
  return runDueJobs(lab.deps);
};

interface Money {
  /** In every pot together. */
  readonly balance: number;
  readonly frozen: number;
  /** Taken by the tax office, by the entries of its accounts. */
  readonly taken: number;
}

/** What stands in the books now. */
export async function countMoney({ pool }: CoreLab): Promise<Money> {
  const { rows } = await pool.query<Money>(`select
    (select coalesce(sum(balance), 0)::bigint from accounts where kind = 'personal') balance,
    (select coalesce(sum(frozen), 0)::bigint from accounts where kind = 'personal') frozen,
    (select coalesce(sum(e.amount), 0)::bigint from entries e join accounts a on a.id = e.account_id where a.name like 'tax/%') taken`);
  const [money] = rows;
  if (money === undefined) throw new Error('the books answered nothing');
  return money;
}

/** The books are whole, and what the tax office took is what left the accounts. */
export async function checkBooks(lab: CoreLab): Promise<void> {
  const report = await verifyLedger(lab.deps);
  if (report.faultCount > 0) throw new Error(ledgerReportText(report));
  const { taken } = await countMoney(lab);
  if (taken !== lab.tax.takenFen()) throw new Error(`the tax office took ${lab.tax.takenFen()}, the accounts gave ${taken}`);
}
