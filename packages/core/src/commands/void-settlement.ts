import { decided, ZERO } from '@gongji/domain';
import type { CoreDeps } from '../deps';
import { lockVoidBook, type PayerAfter, type SettlementFound, type VoidBook } from '../facts/void-book';
import { carryOverReleased } from '../steps/carry-over';
import { closePots } from '../steps/close-pots';
import type { Command, Outcome } from '../outcome';
import { gather } from '../request-lists/gather';
import { runOnce } from '../request-lists/run-once';
import type { VoidSettlement } from '../requests';
import type { Movement } from '../store/booking';
import { move } from '../store/ledger.store';
import { isHere } from '../store/person.store';
import { noteChanged } from '../store/code.store';
import { type Notice, tell, writeAudit } from '../store/record.store';
import { saveVoids } from '../store/settlement-void.store';
import type { SettlementVoidRow } from '../store/settlement-tables';
import type { Tx } from '../store/transaction';
import { givenBackNotice, voidedNotice } from '../texts/settlement-notices';
import type { VoidedSettlement } from '../views/code-view';
import { instant } from '../views/instant';
import { payerName } from '../views/legs';
import { namedSplit, namelessSplit } from './settlement-split';

const voidList: Command<VoidSettlement, VoidedSettlement> = (deps, requests) =>
  runOnce<VoidSettlement, VoidedSettlement, Group>(
    deps,
    {
      kind: 'void-settlement',
      bodyOf: ({ key: _key, institutionId: _institution, ...body }) => body,
      lock: async (tx, all) => ({ book: await lockVoidBook(tx, deps, all), voids: [] }),
      act: (_tx, request, group) => voidOne(deps, request, group),
      kept: namelessSplit,
      repeat: async (tx, { answer }) => decided(await namedSplit(tx, deps, answer)),
      annuls: (request, { settlementId }) => (settlementId === null && 'originalKey' in request ? [request.originalKey] : []),
      write: (tx, group) => write(tx, deps, group),
    },
    requests,
  );

/**
 * Gives every share of a settlement back to the account and the pot that it came from, in one transaction: for the institution that settled, once, whatever has
 * become of the payers' bindings and accounts since. SETTLEMENT_NOT_FOUND for an unknown settlement and for somebody else's, SETTLEMENT_VOIDED under another
 * key. A msgid that no message has borne yet is used up: SETTLEMENT_ANNULLED for the message when it comes. Requests that come at once are one list.
 */
export const voidSettlement: Command<VoidSettlement, VoidedSettlement> = gather(voidList);

interface Group {
  readonly book: VoidBook;
  readonly voids: Decided[];
}

interface Decided {
  readonly row: SettlementVoidRow;
  /** null: nothing had arrived. */
  readonly found: SettlementFound | null;
  readonly payers: readonly PayerAfter[];
}

function voidOne(deps: CoreDeps, request: VoidSettlement, { book, voids }: Group): Outcome<VoidedSettlement> {
  const decision = book.find(request);
  if (!decision.ok) return decision;
  const found = decision.value;
  const row = { id: deps.newId(), institution_id: request.institutionId, at: deps.now() };
  if (found === null) {
    const msgid = 'originalKey' in request ? request.originalKey : request.key;
    voids.push({ row: { ...row, holder_id: request.institutionId, msgid, settlement_id: null }, found, payers: [] });
    return decided({ settlementId: null, number: null, voidedAt: instant(row.at), ...NOTHING });
  }
  const { id, holder_id, msgid } = found.settlement;
  voids.push({ row: { ...row, holder_id, msgid, settlement_id: id }, found, payers: book.take(found) });
  return decided({ settlementId: id, number: found.settlement.number, voidedAt: instant(row.at), ...splitOf(deps, book, found) });
}

const NOTHING = { totalFen: ZERO, fundFen: ZERO, accountFen: ZERO, sharedFen: ZERO, cashFen: ZERO, legs: [] };

const splitOf = (deps: CoreDeps, { people }: VoidBook, { settlement, legs }: SettlementFound) => ({
  totalFen: settlement.total_fen,
  fundFen: settlement.fund_fen,
  accountFen: settlement.account_fen,
  sharedFen: settlement.shared_fen,
  cashFen: settlement.cash_fen,
  legs: legs.map(({ holder_id: payerId, binding_id: bindingId, amount_fen: amountFen }) => ({
    payerId,
    payer: payerName(deps, payerId, people),
    own: bindingId === null,
    amountFen,
    skippedText: null,
  })),
});

async function write(tx: Tx, deps: CoreDeps, { book, voids }: Group): Promise<void> {
  if (voids.length === 0) return;
  await saveVoids(
    tx,
    voids.map(({ row }) => row),
  );
  const { accounts, people } = book;
  const taken = voids.flatMap(({ found }) => found?.taken ?? []);
  const gone = taken.filter((each) => !isHere(people.get(each.holder_id)));
  // From there an earlier year's money moves on to the carried-over pot, and that of people who have left to where the rest of their money went.
  const carried = await carryOverReleased(tx, deps, { accounts, holds: taken.filter((each) => !gone.includes(each)) });
  const closing = await closePots(tx, deps, gone.map(potOf));
  await move(tx, deps, { accounts, movements: [...taken.map(reversal), ...carried, ...closing] });
  await writeAudit(
    tx,
    deps,
    voids.map(({ row: { institution_id: id, holder_id: holderId, settlement_id: settlementId, id: voidId } }) => ({
      holderId,
      actor: { kind: 'institution', id },
      action: settlementId === null ? 'settlement-annulled' : 'settlement-voided',
      subjectId: settlementId ?? voidId,
    })),
  );
  await tell(
    tx,
    deps,
    voids.flatMap((each) => noticesOf(book, each)),
  );
  noteChanged(
    tx,
    deps,
    voids.flatMap(({ found }) => found?.settlement.code_id ?? []),
  );
}

type Taken = SettlementFound['taken'][number];

/** To the very pot it came from, once: named after the pot, within the settlement. */
const reversal = (transfer: Taken): Movement => ({
  kind: 'posted',
  requestId: `settlement-void/${transfer.pot}`,
  holderId: transfer.holder_id,
  fromAccountId: transfer.to_account_id,
  toAccountId: transfer.from_account_id,
  amountFen: transfer.amount,
  reason: 'settlement-void',
  subjectId: transfer.subject_id,
  forPersonId: transfer.for_person_id,
});

const potOf = ({ holder_id: holderId, from_account_id: accountId, pot, amount: amountFen, subject_id: subjectId }: Taken) => ({
  holderId,
  accountId,
  pot,
  amountFen,
  subjectId,
});

function noticesOf({ people, known }: VoidBook, { found, payers }: Decided): readonly Notice[] {
  if (found === null) return [];
  const { settlement, legs } = found;
  const patient = people.get(settlement.holder_id);
  const shares = legs.flatMap(({ holder_id: holderId, amount_fen: amountFen }, index) => {
    const after = payers[index];
    if (after === undefined || after.cap === null) return [];
    const forName = known.nameFor(holderId, patient);
    return [givenBackNotice({ ...after, settlement, holderId, amountFen, forName, cap: after.cap })];
  });
  const own = payers.find(({ cap }) => cap === null);
  return [...shares, voidedNotice({ settlement, ownBalanceFen: own?.balanceFen ?? null })].filter(({ holderId }) =>
    isHere(people.get(holderId)),
  );
}
