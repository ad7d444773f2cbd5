import {
  addFen,
  AT_COUNTER,
  type CounterUse,
  decided,
  type DeductionLeg,
  type Fen,
  type FundUse,
  monthCapLeft,
  ownPayer,
  type Payer,
  type PotBalance,
  refused,
  type RegionPolicy,
  shanghaiDate,
  sharedLeft,
  sponsorPayer,
  subtractFen,
  ZERO,
} from '@gongji/domain';
import type { CoreDeps } from '../deps';
import type { Outcome } from '../outcome';
import type { AccountUse } from '../requests';
import { findBindingsOfRelatives, type StoredBinding } from '../store/binding.store';
import type { PersonalAccount } from '../store/booking';
import { findCounterUses, findInstitutionKinds, type StoredCounterUse, UNUSED } from '../store/counter-use.store';
import { findAccounts, potsOf } from '../store/ledger.store';
import { findChosenOrders } from '../store/order.store';
import { factsOf, findPersons } from '../store/person.store';
import { findStoredLimits } from '../store/shared-limit.store';
import { findSpentInMonth } from '../store/spending.store';
import type { PersonRow } from '../store/tables';
import type { Reader } from '../store/transaction';
import { decideEnding } from './ending';
import { sharedLimitIn } from './shared-limit';
import { sponsorsInOrder } from './sponsors';
import { openTotals, potName } from './totals';

export interface AskPayers {
  readonly personId: string;
  readonly use: FundUse;
  readonly accountUse: AccountUse;
  /** Where the cost is; null: nowhere yet. */
  readonly institutionId: string | null;
  /** Only bindings that this accepts: those under lock in a settlement, one's own in a preview for a relative. */
  readonly accepts: (binding: StoredBinding) => boolean;
}

/** Who could pay for a person, in the order of deduction, and what is needed to write it down. */
export interface PayersFound {
  readonly payers: readonly Payer[];
  /** How many sponsors one cost may be taken from; null: any number. */
  readonly mostSponsors: number | null;
  readonly people: ReadonlyMap<string, PersonRow>;
  /** The binding under which each sponsor pays. */
  readonly bindingOf: ReadonlyMap<string, string>;
  readonly policy: RegionPolicy;
}

/** Who could pay for each person of a list. What is decided for one is seen by those after it, so that a list comes to the same as one after the other. */
export interface PayersBook {
  /** As they were when the book was opened. */
  readonly accounts: readonly PersonalAccount[];
  readonly find: (ask: AskPayers) => Outcome<PayersFound>;
  readonly take: (personId: string, legs: readonly DeductionLeg[], bindingOf: PayersFound['bindingOf']) => void;
  /** What a holder has after everything that was taken. */
  readonly balanceOf: (holderId: string) => Fen;
  /** What is left of a binding's cap after everything that was taken this month; null: no cap, or no such binding. */
  readonly capLeftOf: (bindingId: string) => Fen | null;
  /** What is left of a holder's limit for all relatives together; null: no limit. */
  readonly sharedLeftOf: (holderId: string) => Fen | null;
}

export const findPayers = async (reader: Reader, deps: CoreDeps, ask: AskPayers): Promise<Outcome<PayersFound>> =>
  (
    await openPayersBook(reader, deps, { personIds: [ask.personId], institutionIds: ask.institutionId === null ? [] : [ask.institutionId] })
  ).find(ask);

interface Asking {
  readonly personIds: readonly string[];
  readonly institutionIds: readonly string[];
}

/** The preview, the pre-settlement and the settlement all ask here. */
export async function openPayersBook(reader: Reader, deps: CoreDeps, asking: Asking): Promise<PayersBook> {
  const loaded = await load(reader, deps, asking);
  const { accounts, totals } = loaded;
  return {
    accounts,
    find: (ask) => findIn(deps, loaded, ask),
    take: (personId, legs, bindingOf) => {
      totals.take(legs, (payerId) => bindingOf.get(payerId) ?? '');
      countShared(loaded, personId, legs);
    },
    capLeftOf: (bindingId) => {
      const binding = loaded.bindings.find(({ id }) => id === bindingId);
      return binding === undefined ? null : monthCapLeft(binding, spentOf(loaded, bindingId));
    },
    sharedLeftOf: (holderId) => sharedLeftIn(deps, loaded, holderId),
    balanceOf: (holderId) => addFen(...potsAfter(loaded, holderId).map((pot) => pot.balanceFen)),
  };
}

type Loaded = Awaited<ReturnType<typeof load>>;

/** A statement for each thing, whatever the number of people. */
async function load(reader: Reader, deps: CoreDeps, { personIds, institutionIds }: Asking) {
  const now = deps.now();
  const today = shanghaiDate(now);
  const bindings = await findBindingsOfRelatives(reader, personIds);
  const bindingIds = bindings.map(({ id }) => id);
  const holderIds = [...personIds, ...bindings.map(({ ownerId }) => ownerId)];
  const [people, orders, accounts, spent, limits, counterUses, institutionKinds] = await Promise.all([
    findPersons(reader, holderIds),
    findChosenOrders(reader, personIds),
    findAccounts(reader, holderIds),
    findSpentInMonth(reader, bindingIds, today),
    findStoredLimits(reader, holderIds),
    findCounterUses(reader, personIds, { now, today }),
    findInstitutionKinds(reader, institutionIds),
  ]);
  return {
    today,
    bindings,
    people,
    orders,
    accounts,
    spent,
    limits,
    counterUses: new Map(counterUses),
    institutionKinds,
    totals: openTotals(),
  };
}

function findIn(deps: CoreDeps, loaded: Loaded, { personId, use, accountUse, institutionId, accepts }: AskPayers): Outcome<PayersFound> {
  const { people, today } = loaded;
  const person = people.get(personId);
  if (person === undefined) return refused('PERSON_NOT_ENROLLED');
  const policy = deps.policies.policyFor(person.region_code, today);
  if (policy === undefined) return refused('POLICY_NOT_FOUND');
  const accepted = loaded.bindings.filter((binding) => binding.relativeId === personId && accepts(binding));
  const inOrder = sponsorsInOrder(policy, accepted, loaded.orders.get(personId) ?? []);
  const own = ownPayer(accountOf(loaded, personId, policy), accountUse !== 'none');
  const asked = accountUse === 'own-and-shared' ? inOrder : [];
  const institutionKind = loaded.institutionKinds.get(institutionId ?? '') ?? null;
  const counter = AT_COUNTER.includes(use) ? { ...usedBy(loaded, personId), institutionKind } : undefined;
  const sponsors = asked.flatMap((binding) => sponsorOf(deps, loaded, { binding, person, use, counter }));
  const bindingOf = new Map(inOrder.map((binding) => [binding.ownerId, binding.id]));
  const mostSponsors = policy.rule('maxSponsorsPerSettlement')?.value ?? null;
  return decided({ payers: [own, ...sponsors], mostSponsors, people, bindingOf, policy });
}

interface AskSponsor {
  readonly binding: StoredBinding;
  readonly person: PersonRow;
  readonly use: FundUse;
  readonly counter: CounterUse | undefined;
}

/** No payer if the sponsor's region has no rules: what may be shared there is unknown. */
function sponsorOf(deps: CoreDeps, loaded: Loaded, { binding, person, use, counter }: AskSponsor): readonly Payer[] {
  const { people, today } = loaded;
  const sponsor = people.get(binding.ownerId);
  const policy = sponsor === undefined ? undefined : deps.policies.policyFor(sponsor.region_code, today);
  if (sponsor === undefined || policy === undefined) return [];
  const spentThisMonthFen = spentOf(loaded, binding.id);
  const isEnding = decideEnding(deps, binding, { owner: sponsor, relative: person }).ok;
  const grantUse = { binding, isEnding, use, sponsor: factsOf(sponsor), user: factsOf(person), on: today, spentThisMonthFen, counter };
  return [sponsorPayer(accountOf(loaded, sponsor.id, policy), grantUse)];
}

const usedBy = ({ counterUses }: Loaded, personId: string): StoredCounterUse => counterUses.get(personId) ?? UNUSED;

function countShared(loaded: Loaded, personId: string, legs: readonly DeductionLeg[]): void {
  const sharedFen = addFen(...legs.filter((leg) => !leg.own).map((leg) => leg.amountFen));
  if (sharedFen === 0) return;
  const { settledLastHour, settledToday, sharedTodayFen } = usedBy(loaded, personId);
  const used = { settledLastHour: settledLastHour + 1, settledToday: settledToday + 1, sharedTodayFen: addFen(sharedTodayFen, sharedFen) };
  loaded.counterUses.set(personId, used);
}

const spentOf = ({ spent, totals }: Loaded, bindingId: string): Fen => addFen(spent.get(bindingId) ?? ZERO, totals.of(bindingId));

function accountOf(loaded: Loaded, payerId: string, policy: RegionPolicy) {
  const limit = sharedLimitIn(policy, loaded.limits.get(payerId));
  const sharedLimit = { ...limit, spentFen: addFen(limit.spentFen, loaded.totals.of(payerId)) };
  return { payerId, pots: potsAfter(loaded, payerId), policy, sharedLimit };
}

function sharedLeftIn(deps: CoreDeps, loaded: Loaded, holderId: string): Fen | null {
  const holder = loaded.people.get(holderId);
  const policy = holder === undefined ? undefined : deps.policies.policyFor(holder.region_code, loaded.today);
  return policy === undefined ? null : sharedLeft(accountOf(loaded, holderId, policy).sharedLimit);
}

const potsAfter = ({ accounts, totals }: Loaded, holderId: string): readonly PotBalance[] =>
  potsOf(accounts, holderId).map((pot) => ({ ...pot, balanceFen: subtractFen(pot.balanceFen, totals.of(potName(holderId, pot.pot))) }));
