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
import { factsOf, findPersons } from '../store/person.store';
import { findSharedLimits, findSpentInMonth, type SharedLimit } from '../store/spending.store';
import type { PersonRow } from '../store/tables';
import type { Reader } from '../store/transaction';

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
  readonly accounts: readonly PersonalAccount[];
  readonly people: ReadonlyMap<string, PersonRow>;
  /** The binding under which each sponsor pays. */
  readonly bindingOf: ReadonlyMap<string, string>;
  readonly policy: RegionPolicy;
}

interface Loaded {
  readonly person: PersonRow;
  readonly bindings: readonly StoredBinding[];
  readonly people: ReadonlyMap<string, PersonRow>;
  readonly accounts: readonly PersonalAccount[];
  readonly spent: Awaited<ReturnType<typeof findSpentInMonth>>;
  readonly limits: ReadonlyMap<string, SharedLimit>;
  readonly today: PlainDate;
}

/** Reads what the deduction is decided on. The preview, the pre-settlement and the settlement all ask here. */
export async function findPayers(reader: Reader, deps: CoreDeps, ask: AskPayers): Promise<Outcome<PayersFound>> {
  const loaded = await load(reader, deps, ask);
  if (loaded === undefined) return refused('PERSON_NOT_ENROLLED');
  const { person, bindings, people, accounts } = loaded;
  const policy = deps.policies.policyFor(person.region_code, loaded.today);
  if (policy === undefined) return refused('POLICY_NOT_FOUND');
  const own = ownPayer({ payerId: person.id, pots: potsOf(accounts, person.id), policy }, ask.accountUse !== 'none');
  const sponsors =
    ask.accountUse === 'own-and-shared' ? bindings.flatMap((binding) => sponsorOf(deps, loaded, { binding, use: ask.use })) : [];
  const bindingOf = new Map(bindings.map((binding) => [binding.ownerId, binding.id]));
  return { ok: true, value: { payers: [own, ...sponsors], accounts, people, bindingOf, policy } };
}

async function load(reader: Reader, deps: CoreDeps, ask: AskPayers): Promise<Loaded | undefined> {
  const funded = (await findBindingsOfRelatives(reader, [ask.personId])).filter(
    (binding) => ask.accepts(binding) && binding.grants.some((grant) => grant.kind === 'share-funds'),
  );
  const holderIds = [ask.personId, ...funded.map((binding) => binding.ownerId)];
  const people = await findPersons(reader, holderIds);
  const person = people.get(ask.personId);
  if (person === undefined) return undefined;
  const today = shanghaiDate(deps.now());
  return {
    person,
    people,
    today,
    bindings: funded,
    accounts: await findAccounts(reader, holderIds),
    spent: await findSpentInMonth(
      reader,
      funded.map((binding) => binding.id),
      today,
    ),
    limits: await findSharedLimits(reader, holderIds),
  };
}

/** Nobody where the sponsor's region has no rules: what may be shared there is not known. */
function sponsorOf(deps: CoreDeps, loaded: Loaded, { binding, use }: { binding: StoredBinding; use: FundUse }): readonly Payer[] {
  const sponsor = loaded.people.get(binding.ownerId);
  const policy = sponsor === undefined ? undefined : deps.policies.policyFor(sponsor.region_code, loaded.today);
  if (sponsor === undefined || policy === undefined) return [];
  const limit = loaded.limits.get(sponsor.id);
  const payer = sponsorPayer(
    { payerId: sponsor.id, pots: potsOf(loaded.accounts, sponsor.id), policy },
    {
      binding,
      use,
      sponsor: factsOf(sponsor),
      user: factsOf(loaded.person),
      on: loaded.today,
      spentThisMonthFen: loaded.spent.get(binding.id) ?? ZERO,
      sharedLimitFen: limit?.limitFen ?? null,
      sharedSpentFen: limit?.spentFen ?? ZERO,
    },
  );
  return [payer];
}
