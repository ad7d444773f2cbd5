import { decided, type DeductionLeg, refused, SETTLEMENT_SERIALS, settlementNumber, shanghaiDate } from '@gongji/domain';
import type { CoreDeps } from '../deps';
import { findKnown, type Known } from '../facts/known';
import { findGoodCodes } from '../facts/scanned-person';
import type { Command, Outcome } from '../outcome';
import { gather } from '../request-lists/gather';
import { runOnce } from '../request-lists/run-once';
import type { Settle } from '../requests';
import { lockBindingsOfRelatives } from '../store/binding.store';
import type { Movement, PersonalAccount } from '../store/booking';
import { lockCodesByToken, markSettled } from '../store/code.store';
import { accountIdOf, clearingAccountId, institutionAccount, lockAccounts, move } from '../store/ledger.store';
import { type Look, noteLooksIn } from '../store/look.store';
import { type Notice, tell, writeAudit } from '../store/record.store';
import { saveSettlements, type SettlementLegRow } from '../store/settlement.store';
import { findVoidedAt } from '../store/settlement-void.store';
import type { SettlementRow } from '../store/settlement-tables';
import type { Tx } from '../store/transaction';
import { NOTHING_LIMITS, settlementNotice } from '../texts/notices';
import { patientNotice } from '../texts/settlement-notices';
import type { Settled } from '../views/code-view';
import { decideSplit, namedSplit, namelessSplit, openSplitBook, sharedOf, type Split, type SplitBook, splitView } from './settlement-split';

/** Takes a cost from the accounts in their order, all or nothing, and spends the token. The msgid is the key: sent again, it gets the same answer. */
const settleList: Command<Settle, Settled> = (deps, requests) =>
  runOnce<Settle, Settled, Group, readonly LockedBinding[]>(
    deps,
    {
      kind: 'settle',
      bodyOf: ({ key: _key, institutionId: _institution, ...body }) => body,
      lock: (tx, all) => lockMoney(tx, deps, all),
      look: (tx, bindings, all) => look(tx, deps, { bindings, requests: all }),
      act: (_tx, request, group) => settleOne(deps, request, group),
      kept: namelessSplit,
      repeat: (tx, { answer }) => stillSettled(tx, deps, answer),
      write: (tx, group) => write(tx, deps, group),
      writesAtOnce: true,
    },
    requests,
  );

/** Requests that come at once are one list. */
export const settle: Command<Settle, Settled> = gather(settleList);

/** A msgid that is sent again after its settlement was voided must not look settled. */
async function stillSettled(tx: Tx, deps: CoreDeps, settled: Settled): Promise<Outcome<Settled>> {
  const voided = await findVoidedAt(tx, [settled.settlementId]);
  return voided.size === 0 ? decided(await namedSplit(tx, deps, settled)) : refused('SETTLEMENT_VOIDED');
}

interface Group {
  readonly lockedBindings: ReadonlySet<string>;
  readonly book: SplitBook;
  /** The sponsors among the readers. */
  readonly known: Known;
  /** Decided so far. */
  readonly settled: Decided[];
}

interface Decided {
  readonly request: Settle;
  readonly split: Split;
  readonly row: SettlementRow;
  readonly paying: readonly DeductionLeg[];
  readonly notices: readonly Notice[];
}

type LockedBinding = Awaited<ReturnType<typeof lockBindingsOfRelatives>>[number];

/** Bindings, codes, accounts. A binding that is made after the first statement is not in the set and pays nothing this time. */
async function lockMoney(tx: Tx, deps: CoreDeps, requests: readonly Settle[]): Promise<readonly LockedBinding[]> {
  const tokens = requests.map((request) => request.ecToken);
  const patientIds = [...(await findGoodCodes(tx, deps, requests)).values()].map((code) => code.holder_id);
  const [bindings] = await Promise.all([lockBindingsOfRelatives(tx, patientIds), lockCodesByToken(tx, tokens)]);
  await lockAccounts(tx, [...patientIds, ...bindings.map((binding) => binding.ownerId)]);
  return bindings;
}

async function look(
  tx: Tx,
  deps: CoreDeps,
  { bindings, requests }: { readonly bindings: readonly LockedBinding[]; readonly requests: readonly Settle[] },
): Promise<Group> {
  const [book, known] = await Promise.all([
    openSplitBook(tx, deps, requests),
    findKnown(
      tx,
      deps,
      bindings.map((binding) => binding.ownerId),
    ),
  ]);
  return { lockedBindings: new Set(bindings.map((binding) => binding.id)), book, known, settled: [] };
}

function settleOne(deps: CoreDeps, request: Settle, { lockedBindings, book, known, settled }: Group): Outcome<Settled> {
  const split = decideSplit(deps, book, {
    cost: request,
    institutionId: request.institutionId,
    agreedCashFen: request.cashFen,
    accepts: ({ id }) => lockedBindings.has(id),
  });
  if (!split.ok) return split;
  const { code, deduction, found } = split.value;
  const settlementId = deps.newId();
  const number = drawNumber(deps);
  const paying = deduction.legs.filter((leg) => leg.amountFen > 0);
  book.settled.add(code.id);
  book.payers.take(code.holder_id, paying, found.bindingOf);
  const row = settlementRow({ request, split: split.value, settlementId, number }, deps.now());
  settled.push({ request, split: split.value, row, paying, notices: noticesOf(known, book, { split: split.value, row, paying }) });
  return decided({ settlementId, number, ...splitView(deps, request, split.value) });
}

/** The database refuses a number that exists already, and the transaction runs again with another. */
const drawNumber = ({ now, randomBytes }: CoreDeps): string =>
  settlementNumber(shanghaiDate(now()), randomBytes(6).readUIntBE(0, 6) % SETTLEMENT_SERIALS);

async function write(tx: Tx, deps: CoreDeps, { book, settled }: Group): Promise<void> {
  if (settled.length === 0) return;
  const { accounts } = book.payers;
  await Promise.all([
    saveSettlements(tx, {
      settlements: settled.map(({ row }) => row),
      legs: settled.flatMap(legRows),
    }),
    move(tx, deps, { accounts, movements: settled.flatMap((each) => movementsOf(each, accounts)) }),
    markSettled(tx, deps, [...book.settled]),
    writeAudit(
      tx,
      deps,
      settled.map(({ row: { institution_id: id, holder_id: holderId, id: subjectId } }) => ({
        holderId,
        actor: { kind: 'institution', id },
        action: 'settled',
        subjectId,
      })),
    ),
    tell(
      tx,
      deps,
      settled.flatMap((each) => each.notices),
    ),
    noteLooksIn(tx, deps, settled.flatMap(looksOf)),
  ]);
}

/** Whoever pays gets a message; a sponsor who is named and pays nothing finds it in the list of who looked. */
const looksOf = ({ row, split: { deduction } }: Decided): readonly Look[] =>
  deduction.legs
    .filter(({ own, amountFen }) => !own && amountFen === 0)
    .map(({ payerId: holderId }) => ({
      holderId,
      looker: { kind: 'institution', id: row.institution_id },
      what: 'sponsor-split',
      subjectId: row.code_id,
    }));

/** A patient who alone pays their own cost gets the payer's message; if anybody else is involved, the patient gets one about the whole settlement. */
function noticesOf(known: Known, { payers }: SplitBook, { split, row, paying }: Omit<Decided, 'request' | 'notices'>): readonly Notice[] {
  const { code, found } = split;
  const whole = row.shared_fen > 0 || code.binding_id !== null;
  const own = paying.some((leg) => leg.own);
  const debits = paying
    .filter((leg) => !leg.own || !whole)
    .map(({ payerId: holderId, own: isOwn, amountFen }) =>
      settlementNotice({
        holderId,
        subjectId: row.id,
        number: row.number,
        amountFen,
        forName: isOwn ? null : known.nameFor(holderId, found.people.get(row.holder_id)),
        remainingFen: payers.balanceOf(holderId),
        left: isOwn
          ? NOTHING_LIMITS
          : { capFen: payers.capLeftOf(found.bindingOf.get(holderId) ?? ''), sharedFen: payers.sharedLeftOf(holderId) },
      }),
    );
  return whole ? [...debits, patientNotice({ settlement: row, ownBalanceFen: own ? payers.balanceOf(row.holder_id) : null })] : debits;
}

type Settling = Pick<Decided, 'request' | 'split'> & { readonly settlementId: string; readonly number: string };

const settlementRow = ({ request, split: { code, deduction, found }, settlementId, number }: Settling, at: Date): SettlementRow => ({
  id: settlementId,
  number,
  holder_id: code.holder_id,
  institution_id: request.institutionId,
  code_id: code.id,
  msgid: request.key,
  use: request.use,
  account_use: request.accountUse,
  total_fen: request.totalFen,
  fund_fen: request.fundFen,
  account_fen: deduction.coveredFen,
  shared_fen: sharedOf(deduction),
  cash_fen: deduction.cashFen,
  policy_version: found.policy.version,
  at,
});

const legRows = ({ split: { found }, row, paying }: Decided): readonly SettlementLegRow[] =>
  paying.map(({ payerId, own, amountFen }, position) => ({
    settlement_id: row.id,
    position,
    holder_id: payerId,
    binding_id: own ? null : (found.bindingOf.get(payerId) ?? null),
    amount_fen: amountFen,
    at: row.at,
  }));

const movementsOf = ({ request, split, row, paying }: Decided, accounts: readonly PersonalAccount[]): readonly Movement[] =>
  paying.flatMap((leg) =>
    leg.pots.map(
      ({ pot, amountFen }): Movement => ({
        kind: 'posted',
        requestId: `settlement/${pot}`,
        holderId: leg.payerId,
        fromAccountId: accountIdOf(accounts, leg.payerId, pot),
        toAccountId: clearingAccountId(institutionAccount(request.institutionId)),
        amountFen,
        reason: 'settlement',
        subjectId: row.id,
        forPersonId: leg.own ? null : split.code.holder_id,
      }),
    ),
  );
