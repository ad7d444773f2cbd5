import { addFen, decided, decideSettle, type Deduction, type Fen, refused, subtractFen, type SettleRequest, ZERO } from '@gongji/domain';
import type { CoreDeps } from '../deps';
import { findOfflineLeft } from '../facts/offline-left';
import { openPayersBook, type PayersBook, type PayersFound } from '../facts/payers';
import { findGoodCodes, isTokenGood } from '../facts/scanned-person';
import { findShowable } from '../facts/shown-code';
import type { Outcome } from '../outcome';
import type { Cost, PreSettle } from '../requests';
import type { StoredBinding } from '../store/binding.store';
import { findPersons } from '../store/person.store';
import type { InsuranceCodeRow } from '../store/tables';
import type { Reader } from '../store/transaction';
import type { SettlementSplit } from '../views/code-view';
import { legsNamed, legViews, payerName } from '../views/legs';

export interface AskSplit {
  readonly cost: Cost;
  readonly institutionId: string;
  /** null: a pre-settlement, which only asks. */
  readonly agreedCashFen: SettleRequest['agreedCashFen'];
  readonly accepts: (binding: StoredBinding) => boolean;
}

export interface Split {
  readonly code: InsuranceCodeRow;
  readonly deduction: Deduction;
  readonly found: PayersFound;
}

/** The scanned codes of a list of costs, and who could pay. */
export interface SplitBook {
  readonly codes: ReadonlyMap<string, InsuranceCodeRow>;
  /** Ids of the codes that a relative showed and might still show. */
  readonly showable: ReadonlySet<string>;
  readonly payers: PayersBook;
  /** Ids of the codes that this list has settled. */
  readonly settled: Set<string>;
  /** What accounts may still pay today, by person, on codes shown without network. */
  readonly offlineLeft: ReadonlyMap<string, Fen>;
  /** By offline code, what was decided on it last. */
  readonly offlineDecided: Map<string, { readonly holderId: string; readonly coveredFen: Fen }>;
}

type AskedSplit = Pick<PreSettle, 'ecToken' | 'institutionId'>;

export async function openSplitBook(reader: Reader, deps: CoreDeps, asked: readonly AskedSplit[]): Promise<SplitBook> {
  const codes = await findGoodCodes(reader, deps, asked);
  const shown = [...codes.values()];
  const byRelatives = shown.filter((code) => code.binding_id !== null);
  const [showable, payers, offlineLeft] = await Promise.all([
    findShowable(reader, deps, byRelatives),
    openPayersBook(reader, deps, {
      personIds: shown.map((code) => code.holder_id),
      institutionIds: asked.map(({ institutionId }) => institutionId),
    }),
    findOfflineLeft(reader, deps, shown),
  ]);
  return { codes, showable, payers, settled: new Set(), offlineLeft, offlineDecided: new Map() };
}

/** Who pays what of a cost, decided the same way before and at the settlement. */
export function decideSplit(deps: CoreDeps, book: SplitBook, ask: AskSplit): Outcome<Split> {
  const { cost, institutionId, agreedCashFen } = ask;
  const code = book.codes.get(cost.ecToken);
  if (code === undefined || book.settled.has(code.id) || !isTokenGood(code, institutionId, deps.now()))
    return refused('SETTLEMENT_TOKEN_INVALID');
  // Whoever unbinds the relative that showed their code does not pay on it any more.
  if (code.binding_id !== null && !book.showable.has(code.id)) return refused('SETTLEMENT_TOKEN_INVALID');
  const found = book.payers.find({ ...cost, personId: code.holder_id, institutionId, accepts: ask.accepts });
  if (!found.ok) return found;
  const { totalFen, fundFen } = cost;
  const { payers, mostSponsors } = found.value;
  const mostAccountFen = code.offline_key_id === null ? null : leftOffline(book, code.holder_id);
  const decision = decideSettle({ totalFen, fundFen, payers, mostSponsors, mostAccountFen, agreedCashFen });
  if (!decision.ok) return decision;
  if (mostAccountFen !== null) book.offlineDecided.set(code.id, { holderId: code.holder_id, coveredFen: decision.value.coveredFen });
  return decided({ code, deduction: decision.value, found: found.value });
}

/** What this list has settled before counts as well. */
function leftOffline({ offlineLeft, offlineDecided, settled }: SplitBook, holderId: string): Fen {
  const before = [...offlineDecided].filter(([codeId, last]) => settled.has(codeId) && last.holderId === holderId);
  return subtractFen(offlineLeft.get(holderId) ?? ZERO, addFen(...before.map(([, { coveredFen }]) => coveredFen)));
}

export function splitView(deps: CoreDeps, { totalFen, fundFen }: Cost, { deduction, found }: Split): SettlementSplit {
  return {
    totalFen,
    fundFen,
    accountFen: deduction.coveredFen,
    sharedFen: sharedOf(deduction),
    cashFen: deduction.cashFen,
    legs: legViews(deduction.legs, (payerId) => payerName(deps, payerId, found.people)),
  };
}

/** As it is kept under a msgid. */
export const namelessSplit = <S extends SettlementSplit>(split: S): S => ({ ...split, legs: legsNamed(split.legs, () => '') });

/** As it is told again: the payers by the names that they have now. */
export async function namedSplit<S extends SettlementSplit>(reader: Reader, deps: CoreDeps, split: S): Promise<S> {
  const people = await findPersons(
    reader,
    split.legs.map(({ payerId }) => payerId),
  );
  return { ...split, legs: legsNamed(split.legs, (payerId) => payerName(deps, payerId, people)) };
}

/** What relatives' accounts pay of it. */
export const sharedOf = ({ legs, coveredFen }: Deduction): Fen =>
  subtractFen(coveredFen, legs.find((leg) => leg.own)?.amountFen ?? (0 as Fen));
