import {
  addFen,
  type CapAfterVoid,
  capAfterVoid,
  decided,
  decideVoidSettlement,
  type Fen,
  monthAt,
  refused,
  shanghaiDate,
  sharedLeft,
  subtractFen,
  ZERO,
} from '@gongji/domain';
import type { CoreDeps } from '../deps';
import { findKnown, type Known } from './known';
import { sharedLimitIn } from './shared-limit';
import type { Outcome } from '../outcome';
import type { VoidSettlement } from '../requests';
import { findBindings } from '../store/binding.store';
import type { PersonalAccount } from '../store/booking';
import { lockCodes } from '../store/code.store';
import { lockAccounts, potsOf } from '../store/ledger.store';
import { findPersons } from '../store/person.store';
import { ANNULLED, annulment, findRequests, scopedKey } from '../store/request.store';
import { findLegsOf, type SettlementLegRow } from '../store/settlement.store';
import { findSettled, findSettlementsMeant, findVoidedAt } from '../store/settlement-void.store';
import { findStoredLimits, type StoredLimit } from '../store/shared-limit.store';
import { findSpentInMonth } from '../store/spending.store';
import type { SettlementRow } from '../store/settlement-tables';
import type { PersonRow } from '../store/tables';
import { RequestRaced, type Tx } from '../store/transaction';

/** A settlement that may be taken back, with what each account paid of it, pot by pot. */
export interface SettlementFound {
  readonly settlement: SettlementRow;
  readonly legs: readonly SettlementLegRow[];
  readonly taken: Awaited<ReturnType<typeof findSettled>>;
}

/** How a payer stands after a share has come back. */
export interface PayerAfter {
  readonly balanceFen: Fen;
  /** null: one's own money, under no cap. */
  readonly cap: CapAfterVoid | null;
  /** Left of the limit for all relatives together; null: none, or one's own money. */
  readonly sharedLeftFen: Fen | null;
}

/** The settlements that a list of voids means, under lock. What is taken back by one is seen by those after it. */
export interface VoidBook {
  readonly accounts: readonly PersonalAccount[];
  readonly people: ReadonlyMap<string, PersonRow>;
  /** The payers among the readers. */
  readonly known: Known;
  /** null: the message that was to settle has not arrived. */
  readonly find: (request: VoidSettlement) => Outcome<SettlementFound | null>;
  /** Notes that it is taken back; how each payer then stands, in the order of the legs. */
  readonly take: (found: SettlementFound) => readonly PayerAfter[];
}

/**
 * Codes, then accounts. The code is what the settlement was made under, so that two voids of it, or a void and the same settlement sent again, come one
 * after the other.
 */
export async function lockVoidBook(tx: Tx, deps: CoreDeps, requests: readonly VoidSettlement[]): Promise<VoidBook> {
  // Another institution's is looked at no further than one that never was.
  const settlements = (await findSettlementsMeant(tx, requests)).filter((settlement) =>
    requests.some((request) => request.institutionId === settlement.institution_id && isMeant(request, settlement)),
  );
  const ids = settlements.map(({ id }) => id);
  await lockCodes(
    tx,
    settlements.map((settlement) => settlement.code_id),
  );
  const legs = await findLegsOf(tx, ids);
  const holderIds = legs.map((leg) => leg.holder_id);
  const accounts = await lockAccounts(tx, holderIds);
  const bindingIds = legs.flatMap((leg) => leg.binding_id ?? []);
  const loaded = {
    settlements,
    legs,
    accounts,
    taken: await findSettled(tx, ids),
    voided: new Set((await findVoidedAt(tx, ids)).keys()),
    unarrived: await findUnarrived(tx, requests, settlements),
    people: await findPersons(tx, [...holderIds, ...settlements.map((settlement) => settlement.holder_id)]),
    bindings: await findBindings(tx, bindingIds),
    spent: new Map(await findSpentInMonth(tx, bindingIds, shanghaiDate(deps.now()))),
    limits: new Map(await findStoredLimits(tx, holderIds)),
    balances: new Map(holderIds.map((id) => [id, addFen(...potsOf(accounts, id).map((pot) => pot.balanceFen))])),
  };
  const known = await findKnown(tx, deps, holderIds);
  return {
    accounts,
    people: loaded.people,
    known,
    find: (request) => findIn(loaded, request),
    take: (found) => takeBack(deps, loaded, found),
  };
}

interface Loaded {
  readonly settlements: readonly SettlementRow[];
  readonly legs: readonly SettlementLegRow[];
  readonly taken: SettlementFound['taken'];
  readonly voided: Set<string>;
  /** By scoped key: what stands in the way of using up a msgid that no settlement bears. */
  readonly unarrived: Map<string, 'SETTLEMENT_NOT_FOUND' | 'SETTLEMENT_VOIDED' | null>;
  readonly bindings: Awaited<ReturnType<typeof findBindings>>;
  readonly spent: Map<string, Fen>;
  readonly limits: Map<string, StoredLimit>;
  readonly people: VoidBook['people'];
  readonly balances: Map<string, Fen>;
}

const nameOf = ({ institutionId: holderId }: VoidSettlement, key: string): string => scopedKey({ holderId, key });
const isMeant = (request: VoidSettlement, { id, institution_id: institutionId, msgid }: SettlementRow): boolean =>
  'settlementId' in request
    ? id === request.settlementId.toLowerCase()
    : institutionId === request.institutionId && msgid === request.originalKey;

/** Once a settlement has its msgid written, it is there to be found: whoever looked before looks again. */
async function findUnarrived(
  tx: Tx,
  requests: readonly VoidSettlement[],
  settlements: readonly SettlementRow[],
): Promise<Loaded['unarrived']> {
  const unarrived = requests.filter((request) => !settlements.some((settlement) => isMeant(request, settlement)));
  const asked = unarrived.flatMap((request) =>
    'originalKey' in request ? [annulment({ holderId: request.institutionId, key: request.originalKey })] : [],
  );
  const answered = await findRequests(tx, asked);
  if ([...answered.values()].some(({ kind }) => kind === 'settle')) throw new RequestRaced();
  const ownKeys = new Set(requests.map((request) => nameOf(request, request.key)));
  return new Map(
    asked.map((each) => {
      const name = scopedKey(each);
      const kind = answered.get(name)?.kind;
      if (kind === ANNULLED) return [name, 'SETTLEMENT_VOIDED'];
      return [name, kind === undefined && !ownKeys.has(name) ? null : 'SETTLEMENT_NOT_FOUND'];
    }),
  );
}

function findIn(loaded: Loaded, request: VoidSettlement): Outcome<SettlementFound | null> {
  const settlement = loaded.settlements.find((each) => isMeant(request, each));
  if (settlement === undefined && 'originalKey' in request) {
    const name = nameOf(request, request.originalKey);
    const code = loaded.unarrived.get(name) ?? null;
    if (code !== null) return refused(code);
    loaded.unarrived.set(name, 'SETTLEMENT_VOIDED');
    return decided(null);
  }
  const facts = settlement && { settlement, institutionId: settlement.institution_id, voided: loaded.voided.has(settlement.id) };
  const decision = decideVoidSettlement(facts, request.institutionId);
  if (!decision.ok) return decision;
  const { id } = decision.value.settlement;
  return decided({
    settlement: decision.value.settlement,
    legs: loaded.legs.filter((leg) => leg.settlement_id === id),
    taken: loaded.taken.filter((transfer) => transfer.subject_id === id),
  });
}

function takeBack(deps: CoreDeps, loaded: Loaded, { settlement, legs }: SettlementFound): readonly PayerAfter[] {
  const { voided, balances, spent, bindings } = loaded;
  const now = deps.now();
  voided.add(settlement.id);
  return legs.map((leg) => {
    const { holder_id: holderId, binding_id: bindingId, amount_fen: amountFen } = leg;
    const balanceFen = addFen(balances.get(holderId) ?? ZERO, amountFen);
    balances.set(holderId, balanceFen);
    const binding = bindings.get(bindingId ?? '');
    if (bindingId === null || binding === undefined) return { balanceFen, cap: null, sharedLeftFen: null };
    const counted = monthAt(settlement.at) === monthAt(now) ? amountFen : ZERO;
    const spentThisMonthFen = subtractFen(spent.get(bindingId) ?? ZERO, counted);
    spent.set(bindingId, spentThisMonthFen);
    const cap = capAfterVoid({ binding, settledAt: settlement.at, now, spentThisMonthFen });
    return { balanceFen, cap, sharedLeftFen: giveBackToLimit(deps, loaded, leg) };
  });
}

/** What is then left of the payer's limit for all relatives together. */
function giveBackToLimit(deps: CoreDeps, { limits, people }: Loaded, leg: SettlementLegRow): Fen | null {
  const { holder_id: holderId, amount_fen: amountFen, at } = leg;
  const limit = limits.get(holderId);
  const policy = deps.policies.policyFor(people.get(holderId)?.region_code ?? '', shanghaiDate(deps.now()));
  if (limit === undefined || policy === undefined) return null;
  const after = at < limit.setAt ? limit : { ...limit, spentFen: subtractFen(limit.spentFen, amountFen) };
  limits.set(holderId, after);
  return sharedLeft(sharedLimitIn(policy, after));
}
