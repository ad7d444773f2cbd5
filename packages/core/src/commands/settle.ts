import { addFen, decided, type DeductionLeg, type Fen, maskName } from '@gongji/domain';
import type { CoreDeps } from '../deps';
import type { Command, Outcome } from '../outcome';
import type { Settle } from '../requests';
import { findBindingsOfRelatives, lockBindingsOfRelatives } from '../store/binding.store';
import { findCodesByToken, lockCodesByToken, markSettled } from '../store/code.store';
import {
  accountIdOf,
  clearingAccountId,
  institutionAccount,
  lockAccounts,
  type Movement,
  move,
  type PersonalAccount,
} from '../store/ledger.store';
import { nameOf } from '../store/person.store';
import { type Notice, tell, writeAudit } from '../store/record.store';
import { saveSettlement } from '../store/settlement.store';
import type { Tx } from '../store/transaction';
import { settlementNotice } from '../texts/notices';
import type { Settled } from '../views/code-view';
import { runOnce } from './run-once';
import { decideSplit, sharedOf, type Split, splitView } from './settlement-split';

type LockedBindings = ReadonlySet<string>;

/** Takes a cost from the accounts in their order, all or nothing, and spends the token. The msgid is the key: sent again, it gets the same answer. */
export const settle: Command<Settle, Settled> = (deps, requests) =>
  runOnce<Settle, Settled, LockedBindings>(
    deps,
    {
      kind: 'settle',
      scopeOf: ({ institutionId, key }) => ({ holderId: institutionId, key }),
      bodyOf: ({ key: _key, institutionId: _institution, ...body }) => body,
      lock: lockMoney,
      act: (tx, request, locked) => settleOne(tx, deps, { request, locked }),
    },
    requests,
  );

/** Bindings, codes, accounts. A binding that is made after this statement is not in the set and pays nothing this time. */
async function lockMoney(tx: Tx, requests: readonly Settle[]): Promise<LockedBindings> {
  const tokens = requests.map((request) => request.ecToken);
  const patientIds = [...(await findCodesByToken(tx, tokens)).values()].map((code) => code.holder_id);
  const locked = new Set(await lockBindingsOfRelatives(tx, patientIds));
  await lockCodesByToken(tx, tokens);
  const bindings = (await findBindingsOfRelatives(tx, patientIds)).filter((binding) => locked.has(binding.id));
  await lockAccounts(tx, [...patientIds, ...bindings.map((binding) => binding.ownerId)]);
  return locked;
}

async function settleOne(
  tx: Tx,
  deps: CoreDeps,
  { request, locked }: { request: Settle; locked: LockedBindings },
): Promise<Outcome<Settled>> {
  const ask = {
    cost: request,
    institutionId: request.institutionId,
    agreedCashFen: request.cashFen,
    accepts: ({ id }: { readonly id: string }) => locked.has(id),
  };
  const split = await decideSplit(tx, deps, ask);
  if (!split.ok) return split;
  const settlementId = deps.newId();
  await write(tx, deps, { request, split: split.value, settlementId });
  return decided({ settlementId, ...splitView(deps, request, split.value) });
}

interface Decided {
  readonly request: Settle;
  readonly split: Split;
  readonly settlementId: string;
}

async function write(tx: Tx, deps: CoreDeps, settled: Decided): Promise<void> {
  const { request, split, settlementId } = settled;
  const { code, deduction, found } = split;
  const paying = deduction.legs.filter((leg) => leg.amountFen > 0);
  await saveSettlement(
    tx,
    {
      id: settlementId,
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
      at: deps.now(),
    },
    paying.map(({ payerId, own, amountFen }) => ({ payerId, amountFen, bindingId: own ? null : (found.bindingOf.get(payerId) ?? null) })),
  );
  const after = await move(tx, deps, { accounts: found.accounts, movements: paying.flatMap((leg) => movementsOf(leg, settled)) });
  await markSettled(tx, deps, [code.id]);
  const actor = { kind: 'institution', id: request.institutionId } as const;
  await writeAudit(tx, deps, [{ holderId: code.holder_id, actor, action: 'settled', subjectId: settlementId }]);
  await tell(
    tx,
    deps,
    paying.map((leg) => noticeOf(deps, leg, { settled, after })),
  );
}

const movementsOf = (leg: DeductionLeg, { request, split, settlementId }: Decided): readonly Movement[] =>
  leg.pots.map(({ pot, amountFen }) => ({
    kind: 'posted',
    requestId: `settlement/${pot}`,
    holderId: leg.payerId,
    fromAccountId: accountIdOf(split.found.accounts, leg.payerId, pot),
    toAccountId: clearingAccountId(institutionAccount(request.institutionId)),
    amountFen,
    reason: 'settlement',
    subjectId: settlementId,
    forPersonId: leg.own ? null : split.code.holder_id,
  }));

function noticeOf(
  deps: CoreDeps,
  leg: DeductionLeg,
  { settled, after }: { readonly settled: Decided; readonly after: readonly PersonalAccount[] },
): Notice {
  const { split, settlementId } = settled;
  const patient = split.found.people.get(split.code.holder_id);
  return settlementNotice({
    holderId: leg.payerId,
    subjectId: settlementId,
    amountFen: leg.amountFen,
    forName: leg.own || patient === undefined ? null : maskName(nameOf(deps, patient)),
    remainingFen: balanceOf(after, leg.payerId),
  });
}

const balanceOf = (accounts: readonly PersonalAccount[], holderId: string): Fen =>
  addFen(...accounts.filter((account) => account.holderId === holderId).map((account) => account.balance as Fen));
