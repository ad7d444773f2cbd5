import { type LevyFacts, OPEN_PREMIUM_STATES, type PlainDate, type PremiumQuoteRequest, refused, shanghaiDate, ZERO } from '@gongji/domain';
import type { CoreDeps } from '../deps';
import type { Outcome } from '../outcome';
import { type LevyAnswer, NoAnswer, NotSent } from '../outside';
import { findLiveBinding, type StoredBinding } from '../store/binding.store';
import { findAccounts, type PersonalAccount, potsOf } from '../store/ledger.store';
import { certificateNumberOf, factsOf, findPerson, findPersons } from '../store/person.store';
import { findLivePayment } from '../store/premium.store';
import { findStoredLimits } from '../store/shared-limit.store';
import { findSpentInMonth } from '../store/spending.store';
import type { PersonRow, PremiumPaymentRow } from '../store/tables';
import type { Reader } from '../store/transaction';
import { sharedLimitIn } from './shared-limit';

const NO_HOLIDAYS: ReadonlySet<PlainDate> = new Set();

export interface AskPremium {
  readonly payerId: string;
  readonly personId: string;
  readonly year: number;
  readonly levy: LevyFacts | null;
  /** The day whose rules decide: today for a question, the day of the quote for what was quoted. Dates and limits are always those of today. */
  readonly rulesOn: PlainDate;
}

/** What a premium is decided on, as of now or as of the lock. */
export interface PremiumFacts {
  readonly request: PremiumQuoteRequest;
  readonly binding: StoredBinding | undefined;
  readonly payer: PersonRow;
  readonly person: PersonRow;
  readonly accounts: readonly PersonalAccount[];
  /** Who has applied or paid through this system, whoever it is. */
  readonly ourPayer: PersonRow | undefined;
}

export async function findPremiumFacts(reader: Reader, deps: CoreDeps, ask: AskPremium): Promise<Outcome<PremiumFacts>> {
  const people = await findPersons(reader, [ask.payerId, ask.personId]);
  const [payer, person] = [people.get(ask.payerId), people.get(ask.personId)];
  if (payer === undefined || person === undefined) return refused('PREMIUM_PERSON_NOT_BOUND');
  const today = shanghaiDate(deps.now());
  const sponsorPolicy = deps.policies.policyFor(payer.region_code, ask.rulesOn);
  const personPolicy = deps.policies.policyFor(person.region_code, ask.rulesOn);
  if (sponsorPolicy === undefined || personPolicy === undefined) return refused('POLICY_NOT_FOUND');
  const binding = await findLiveBinding(reader, payer.id, person.id);
  const accounts = await findAccounts(reader, [payer.id]);
  const limit = sharedLimitIn(sponsorPolicy, (await findStoredLimits(reader, [payer.id])).get(payer.id));
  const spent = binding === undefined ? undefined : (await findSpentInMonth(reader, [binding.id], today)).get(binding.id);
  const ours = await findLivePayment(reader, { personId: person.id, year: ask.year, regionCode: person.region_code });
  const ourPayer = ours === undefined ? undefined : (await findPersons(reader, [ours.holder_id])).get(ours.holder_id);
  const request: PremiumQuoteRequest = {
    sponsor: factsOf(payer),
    person: factsOf(person),
    binding: binding ?? null,
    year: ask.year,
    levy: withOurPayment(ask.levy, ours),
    pots: potsOf(accounts, payer.id),
    spentThisMonthFen: spent ?? ZERO,
    sharedLimitFen: limit.limitFen,
    sharedSpentFen: limit.spentFen,
    sponsorPolicy,
    personPolicy,
    today,
    holidays: deps.holidays ?? NO_HOLIDAYS,
  };
  return { ok: true, value: { request, binding, payer, person, accounts, ourPayer } };
}

/** Our own open or finished payment counts before the tax office knows of it. */
function withOurPayment(levy: LevyFacts | null, ours: Pick<PremiumPaymentRow, 'state'> | undefined): LevyFacts | null {
  if (levy === null || ours === undefined) return levy;
  return { ...levy, state: OPEN_PREMIUM_STATES.includes(ours.state) ? 'applied' : 'paid' };
}

/** Only about people one is bound to. */
export async function askLevyOfRelative(
  deps: CoreDeps,
  { actorId, personId, year }: { readonly actorId: string; readonly personId: string; readonly year: number },
): Promise<Outcome<LevyAnswer>> {
  const person = await findPerson(deps.db, personId);
  const binding = await findLiveBinding(deps.db, actorId, personId);
  return person === undefined || binding === undefined ? refused('PREMIUM_PERSON_NOT_BOUND') : askLevy(deps, person, year);
}

/** Asks the tax office, outside any transaction. Nothing was changed when it does not answer. */
export async function askLevy(deps: CoreDeps, person: PersonRow, year: number): Promise<Outcome<LevyAnswer>> {
  try {
    const certificateNumber = certificateNumberOf(deps, person);
    return { ok: true, value: await deps.taxOffice.findLevy({ certificateNumber, regionCode: person.region_code, year }) };
  } catch (error) {
    if (error instanceof NotSent || error instanceof NoAnswer) return refused('OUTSIDE_UNAVAILABLE', { party: '税务部门' });
    throw error;
  }
}

export const levyFactsOf = (answer: LevyAnswer, year: number): LevyFacts | null =>
  answer.found
    ? { year, amountFen: answer.amountFen, state: answer.state, continuous: answer.continuous, lapsedYears: answer.lapsedYears }
    : null;
