import {
  type FundUse,
  ownPayer,
  type Payer,
  type PlainDate,
  refused,
  type RegionPolicy,
  shanghaiDate,
  sponsorPayer,
  ZERO,
} from '@gongji/domain';
import type { CoreDeps } from '../deps';
import type { Outcome } from '../outcome';
import type { AccountUse } from '../requests';
import { findBindingsOfRelatives, type StoredBinding } from '../store/binding.store';
import { findAccounts, type PersonalAccount, potsOf } from '../store/ledger.store';
import { findChosenOrder } from '../store/order.store';
import { factsOf, findPersons } from '../store/person.store';
import { findStoredLimits, type StoredLimit } from '../store/shared-limit.store';
import { findSpentInMonth } from '../store/spending.store';
import type { PersonRow } from '../store/tables';
import type { Reader } from '../store/transaction';
import { sharedLimitIn } from './shared-limit';
import { sponsorsInOrder } from './sponsors';

export interface AskPayers {
  readonly personId: string;
  readonly use: FundUse;
  readonly accountUse: AccountUse;
  /** Only bindings that this accepts: those under lock in a settlement, one's own in a preview for a relative. */
  readonly accepts: (binding: StoredBinding) => boolean;
}

/** Who could pay for a person, in the order of deduction, and what is needed to write it down. */
export interface PayersFound {
  readonly payers: readonly Payer[];
  /** How many sponsors one cost may be taken from; null: any number. */
  readonly mostSponsors: number | null;
  readonly accounts: readonly PersonalAccount[];
  readonly people: ReadonlyMap<string, PersonRow>;
  /** The binding under which each sponsor pays. */
  readonly bindingOf: ReadonlyMap<string, string>;
  readonly policy: RegionPolicy;
}

interface Loaded {
  readonly person: PersonRow;
  readonly policy: RegionPolicy;
  readonly bindings: readonly StoredBinding[];
  readonly people: ReadonlyMap<string, PersonRow>;
  readonly accounts: readonly PersonalAccount[];
  readonly spent: Awaited<ReturnType<typeof findSpentInMonth>>;
  readonly limits: ReadonlyMap<string, StoredLimit>;
  readonly today: PlainDate;
}

/** Reads what the deduction is decided on. The preview, the pre-settlement and the settlement all ask here. */
export async function findPayers(reader: Reader, deps: CoreDeps, ask: AskPayers): Promise<Outcome<PayersFound>> {
  const loading = await load(reader, deps, ask);
  if (!loading.ok) return loading;
  const { person, policy, bindings, people, accounts, limits } = loading.value;
  const account = { payerId: person.id, pots: potsOf(accounts, person.id), policy };
  const own = ownPayer({ ...account, sharedLimit: sharedLimitIn(policy, limits.get(person.id)) }, ask.accountUse !== 'none');
  const asked = ask.accountUse === 'own-and-shared' ? bindings : [];
  const sponsors = asked.flatMap((binding) => sponsorOf(deps, loading.value, { binding, use: ask.use }));
  const bindingOf = new Map(bindings.map((binding) => [binding.ownerId, binding.id]));
  const mostSponsors = policy.rule('maxSponsorsPerSettlement')?.value ?? null;
  return { ok: true, value: { payers: [own, ...sponsors], mostSponsors, accounts, people, bindingOf, policy } };
}

async function load(reader: Reader, deps: CoreDeps, ask: AskPayers): Promise<Outcome<Loaded>> {
  const accepted = (await findBindingsOfRelatives(reader, [ask.personId])).filter((binding) => ask.accepts(binding));
  const holderIds = [ask.personId, ...accepted.map((binding) => binding.ownerId)];
  const people = await findPersons(reader, holderIds);
  const person = people.get(ask.personId);
  if (person === undefined) return refused('PERSON_NOT_ENROLLED');
  const today = shanghaiDate(deps.now());
  const policy = deps.policies.policyFor(person.region_code, today);
  if (policy === undefined) return refused('POLICY_NOT_FOUND');
  const bindings = sponsorsInOrder(policy, accepted, await findChosenOrder(reader, person.id));
  const bindingIds = bindings.map((binding) => binding.id);
  return {
    ok: true,
    value: {
      person,
      policy,
      people,
      today,
      bindings,
      accounts: await findAccounts(reader, holderIds),
      spent: await findSpentInMonth(reader, bindingIds, today),
      limits: await findStoredLimits(reader, holderIds),
    },
  };
}

/** Nobody where the sponsor's region has no rules: what may be shared there is not known. */
function sponsorOf(deps: CoreDeps, loaded: Loaded, { binding, use }: { binding: StoredBinding; use: FundUse }): readonly Payer[] {
  const sponsor = loaded.people.get(binding.ownerId);
  const policy = sponsor === undefined ? undefined : deps.policies.policyFor(sponsor.region_code, loaded.today);
  if (sponsor === undefined || policy === undefined) return [];
  const sharedLimit = sharedLimitIn(policy, loaded.limits.get(sponsor.id));
  const payer = sponsorPayer(
    { payerId: sponsor.id, pots: potsOf(loaded.accounts, sponsor.id), policy, sharedLimit },
    {
      binding,
      use,
      sponsor: factsOf(sponsor),
      user: factsOf(loaded.person),
      on: loaded.today,
      spentThisMonthFen: loaded.spent.get(binding.id) ?? ZERO,
    },
  );
  return [payer];
}
