import {
  addFen,
  decided,
  type DeductionLeg,
  type LevyFacts,
  OPEN_PREMIUM_STATES,
  type PlainDate,
  type PremiumQuoteRequest,
  refused,
  shanghaiDate,
  WEEKENDS_ONLY,
  ZERO,
} from '@gongji/domain';
import type { CoreDeps } from '../deps';
import type { Outcome } from '../outcome';
import { answerIfAny, type LevyAnswer } from '../outside';
import { findLiveBindings, findStandingBinding, pairName, type StoredBinding } from '../store/binding.store';
import type { PersonalAccount } from '../store/booking';
import { findAccounts, potsOf } from '../store/ledger.store';
import { noteLooks } from '../store/look.store';
import { certificateNumberOf, factsOf, findPerson, findPersons } from '../store/person.store';
import { findLivePayments, levyName, type LevyPlace, type LivePayment } from '../store/premium.store';
import { findStoredLimits } from '../store/shared-limit.store';
import { findSpentInMonth } from '../store/spending.store';
import type { PersonRow } from '../store/tables';
import type { Reader } from '../store/transaction';
import { decideEnding } from './ending';
import { sharedLimitIn } from './shared-limit';
import { openTotals, potName } from './totals';

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
  /** Who has applied or paid through this system, whoever it is. */
  readonly ourPayer: PersonRow | undefined;
  /** Where that is the payer of this one. */
  readonly ownPaymentId: string | null;
}

/** What a decision takes of an account before it is written. */
export interface PremiumTaken {
  readonly payerId: string;
  readonly bindingId: string;
  readonly levy: LevyPlace;
  readonly legs: readonly DeductionLeg[];
}

/** The facts of a whole list of questions. What is decided for one is seen by those after it, so that a list comes to the same as one after the other. */
export interface PremiumBook {
  readonly accounts: readonly PersonalAccount[];
  readonly find: (ask: AskPremium) => Outcome<PremiumFacts>;
  readonly take: (taken: PremiumTaken) => void;
}

export const findPremiumFacts = async (reader: Reader, deps: CoreDeps, ask: AskPremium): Promise<Outcome<PremiumFacts>> =>
  (await openPremiumBook(reader, deps, { asks: [ask], accounts: await findAccounts(reader, [ask.payerId]) })).find(ask);

interface AskInBook extends Omit<AskPremium, 'levy' | 'rulesOn'> {
  /** The binding, if it is known already: what was spent under it is then read together with everything else. */
  readonly bindingId?: string;
}

export interface AskBook {
  readonly asks: readonly AskInBook[];
  /** Of all payers, as of the lock where there is one. */
  readonly accounts: readonly PersonalAccount[];
}

/** A statement for each thing that is looked at, whatever the number of questions. */
export async function openPremiumBook(reader: Reader, deps: CoreDeps, { asks, accounts }: AskBook): Promise<PremiumBook> {
  const payerIds = [...new Set(asks.map(({ payerId }) => payerId))];
  const today = shanghaiDate(deps.now());
  const finding = findLiveBindings(reader, asks);
  const spentUnder = (bindingIds: readonly string[]) => findSpentInMonth(reader, bindingIds, today);
  const known = asks.flatMap(({ bindingId }) => bindingId ?? []);
  const [people, bindings, limits, live, spent] = await Promise.all([
    findPersons(reader, [...payerIds, ...asks.map(({ personId }) => personId)]),
    finding,
    findStoredLimits(reader, payerIds),
    findLivePayments(reader, asks),
    known.length === asks.length ? spentUnder(known) : finding.then((found) => spentUnder(Array.from(found.values(), ({ id }) => id))),
  ]);
  const payers = await findPersons(
    reader,
    Array.from(live.values(), ({ payerId }) => payerId),
  );
  const taken = new Map(live);
  const totals = openTotals();
  return {
    accounts,
    find: (ask) => {
      const [payer, person] = [people.get(ask.payerId), people.get(ask.personId)];
      if (payer === undefined || person === undefined) return refused('PREMIUM_PERSON_NOT_BOUND');
      const sponsorPolicy = deps.policies.policyFor(payer.region_code, ask.rulesOn);
      const personPolicy = deps.policies.policyFor(person.region_code, ask.rulesOn);
      if (sponsorPolicy === undefined || personPolicy === undefined) return refused('POLICY_NOT_FOUND');
      const binding = bindings.get(pairName({ ownerId: payer.id, relativeId: person.id }));
      const limit = sharedLimitIn(sponsorPolicy, limits.get(payer.id));
      const place = { personId: person.id, year: ask.year, regionCode: person.region_code };
      const ours = taken.get(levyName(place));
      const request: PremiumQuoteRequest = {
        sponsor: factsOf(payer),
        person: factsOf(person),
        binding: binding ?? null,
        isEnding: binding !== undefined && decideEnding(deps, binding, { owner: payer, relative: person }).ok,
        year: ask.year,
        levy: withOurPayment(ask.levy, ours),
        pots: potsOf(accounts, payer.id).map((pot) => ({
          ...pot,
          frozenFen: addFen(pot.frozenFen, totals.of(potName(payer.id, pot.pot))),
        })),
        spentThisMonthFen: binding === undefined ? ZERO : addFen(spent.get(binding.id) ?? ZERO, totals.of(binding.id)),
        sharedLimitFen: limit.limitFen,
        sharedSpentFen: addFen(limit.spentFen, totals.of(payer.id)),
        sponsorPolicy,
        personPolicy,
        today,
        calendar: deps.calendar ?? WEEKENDS_ONLY,
      };
      const ownPaymentId = ours?.payerId === payer.id ? ours.id : null;
      return decided({ request, binding, payer, person, ourPayer: payers.get(ours?.payerId ?? ''), ownPaymentId });
    },
    take: ({ payerId, bindingId, levy, legs }) => {
      taken.set(levyName(levy), { id: null, state: 'submitting', payerId });
      totals.take(legs, () => bindingId);
    },
  };
}

/** Our own open or finished payment counts before the tax office knows of it. */
function withOurPayment(levy: LevyFacts | null, ours: LivePayment | undefined): LevyFacts | null {
  if (levy === null || ours === undefined) return levy;
  return { ...levy, state: OPEN_PREMIUM_STATES.includes(ours.state) ? 'applied' : 'paid' };
}

/** Only about people one is bound to. */
export async function askLevyOfRelative(
  deps: CoreDeps,
  { actorId, personId, year }: { readonly actorId: string; readonly personId: string; readonly year: number },
): Promise<Outcome<LevyAnswer>> {
  const person = await findPerson(deps.db, personId);
  const binding = await findStandingBinding(deps.db, actorId, personId);
  if (person === undefined || binding === undefined) return refused('PREMIUM_PERSON_NOT_BOUND');
  await noteLooks(deps, [{ holderId: personId, looker: { kind: 'person', id: actorId }, what: 'levy', subjectId: personId }]);
  return askLevy(deps, person, year);
}

/** Asks the tax office, outside any transaction. Nothing was changed when it does not answer. */
export async function askLevy(deps: CoreDeps, person: PersonRow, year: number): Promise<Outcome<LevyAnswer>> {
  const certificateNumber = certificateNumberOf(deps, person);
  const answer = await answerIfAny(deps.taxOffice.findLevy({ certificateNumber, regionCode: person.region_code, year }));
  return answer === undefined ? refused('OUTSIDE_UNAVAILABLE', { party: '税务部门' }) : decided(answer);
}

export const levyFactsOf = (answer: LevyAnswer, year: number): LevyFacts | null =>
  answer.found
    ? { year, amountFen: answer.amountFen, state: answer.state, continuous: answer.continuous, lapsedYears: answer.lapsedYears }
    : null;
