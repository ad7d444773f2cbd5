import { availableFen, shanghaiDate, startOfYear, yearOf } from '@gongji/domain';
import type { CoreDeps } from '../deps';
import { findMoved, findNextHolders, findRun, lockRun, requestIdOf, stepRun, switchRun } from '../store/account-run.store';
import type { Movement } from '../store/booking';
import { accountIdOf, lockAccounts, move, potsOf } from '../store/ledger.store';
import { tell, writeAudit } from '../store/record.store';
import { carryOver } from '../steps/carry-over';
import { inTransaction, type Reader, type Tx } from '../store/transaction';
import { yearSwitchNotice } from '../texts/account-notices';

/** Two statements' values for each stay below the 65,535 that PostgreSQL takes. */
export const SWITCH_PAGE = 500;

const yearAt = (now: Date): number => yearOf(shanghaiDate(now));

/**
 * On 1 January in Shanghai what is left in the current year's pot becomes carried-over money, account by account, in pages that are one transaction each
 * with the place. What is frozen stays until its payment is finished: cleared, it leaves; released, it follows (`carryOverReleased`). Accounts that open
 * in the new year are left alone. Answers how many were switched.
 */
export async function switchYear(deps: CoreDeps): Promise<number> {
  const now = deps.now();
  const year = yearAt(now);
  let switched = 0;
  while (!(await isYearSwitched(deps.db, now))) {
    const after = (await findRun(deps.db, switchRun(year)))?.cursor ?? '';
    switched += await inTransaction(deps.db, (tx) => take(tx, deps, { year, after }));
  }
  return switched;
}

/** Also where no account is older than the year: there is nothing to switch. */
export async function isYearSwitched(reader: Reader, now: Date): Promise<boolean> {
  const year = yearAt(now);
  const run = await findRun(reader, switchRun(year));
  if (run !== undefined) return run.finished_at !== null;
  return (await findNextHolders(reader, { after: '', before: startOfYear(year), limit: 1 })).length === 0;
}

interface Page {
  readonly year: number;
  readonly after: string;
}

async function take(tx: Tx, deps: CoreDeps, { year, after }: Page): Promise<number> {
  const run = await lockRun(tx, deps, switchRun(year));
  // Another process took the same page meanwhile.
  if (run.finished_at !== null || run.cursor !== after) return 0;
  const holderIds = await findNextHolders(tx, { after, before: startOfYear(year), limit: SWITCH_PAGE });
  const movements = await write(tx, deps, { year, holderIds });
  const step = {
    cursor: holderIds[holderIds.length - 1] ?? after,
    amounts: movements.map((movement) => movement.amountFen),
    passed: holderIds.length - movements.length,
    last: holderIds.length < SWITCH_PAGE,
  };
  await stepRun(tx, deps, { run, step });
  return movements.length;
}

async function write(
  tx: Tx,
  deps: CoreDeps,
  { year, holderIds }: { readonly year: number; readonly holderIds: readonly string[] },
): Promise<readonly Movement[]> {
  const accounts = await lockAccounts(tx, holderIds);
  const requestId = requestIdOf(switchRun(year));
  const moved = await findMoved(tx, holderIds, requestId);
  const movements = holderIds.flatMap((holderId): readonly Movement[] => {
    const pot = potsOf(accounts, holderId).find((each) => each.pot === 'currentYear');
    if (pot === undefined || moved.has(holderId)) return [];
    const amountFen = availableFen(pot);
    if (amountFen <= 0) return [];
    return [carryOver({ holderId, requestId, amountFen, idOf: (each) => accountIdOf(accounts, holderId, each) })];
  });
  await move(tx, deps, { accounts, movements });
  await writeAudit(
    tx,
    deps,
    movements.map(({ holderId }) => ({ holderId, actor: { kind: 'job' }, action: 'year-switched', subjectId: holderId })),
  );
  await tell(
    tx,
    deps,
    movements.map(({ holderId, amountFen }) => yearSwitchNotice({ holderId, amountFen, year })),
  );
  return movements;
}
