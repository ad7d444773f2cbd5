import { type Fen, type Month, monthAt, monthsAfter, monthStart, potOfCredit } from '@gongji/domain';
import type { CoreDeps } from '../deps';
import { type CreditPage, isSilence, type MonthlyCredit } from '../outside';
import {
  creditRun,
  findFinishedMonths,
  findFirstMonth,
  findHoldersBefore,
  findMoved,
  findRun,
  lockRun,
  requestIdOf,
  stepRun,
} from '../store/account-run.store';
import type { Movement } from '../store/booking';
import { accountIdOf, clearingAccountId, creditAccount, lockAccounts, move, openClearingAccounts } from '../store/ledger.store';
import { findPersonIdsByCertificate, findPersons, holdPersons, isHere } from '../store/person.store';
import { tell, writeAudit } from '../store/record.store';
import { inTransaction, type Tx } from '../store/transaction';
import { creditNotice } from '../texts/account-notices';
import { isYearSwitched } from './switch-year';

/** So many lines are asked for and written down at once: locks are short, and a statement stays below the 65,535 values that PostgreSQL takes. */
export const CREDIT_PAGE = 500;

/**
 * Credits what the insurance register has for each month that has begun, oldest first. A page of lines and the place in the file are one transaction. A
 * month of the present year waits until the year is switched, so that its money is never taken for last year's. Answers how many were credited; throws Unreadable
 * for a page that is not what was agreed on.
 */
export async function creditAccounts(deps: CoreDeps): Promise<number> {
  let credited = 0;
  for (const month of await findDueMonths(deps)) credited += await creditMonth(deps, month);
  return credited;
}

async function findDueMonths(deps: CoreDeps): Promise<readonly Month[]> {
  const first = await findFirstMonth(deps.db);
  if (first === undefined) return [];
  const [finished, now] = [await findFinishedMonths(deps.db), deps.now()];
  const left = monthsAfter(first, monthAt(now)).filter((month) => !finished.has(month));
  if (left.length === 0 || (await isYearSwitched(deps.db, now))) return left;
  return left.filter((month) => potOfCredit(month, now) === 'carriedOver');
}

async function creditMonth(deps: CoreDeps, month: Month): Promise<number> {
  let credited = 0;
  for (;;) {
    const run = await findRun(deps.db, creditRun(month));
    if (run !== undefined && run.finished_at !== null) return credited;
    const after = Number(run?.cursor ?? 0);
    const page = await ask(deps, month, after);
    if (!page.ready) return credited;
    credited += await inTransaction(deps.db, (tx) => take(tx, deps, { month, after, credits: page.credits }));
  }
}

/** A file that is not there yet, and a register that does not answer, are asked again at the next run. */
async function ask(deps: CoreDeps, month: Month, after: number): Promise<CreditPage> {
  try {
    return await deps.insuranceRegister.creditsOf({ month, after, limit: CREDIT_PAGE });
  } catch (error) {
    if (isSilence(error)) return { ready: false };
    throw error;
  }
}

interface Page {
  readonly month: Month;
  readonly after: number;
  readonly credits: readonly MonthlyCredit[];
}

async function take(tx: Tx, deps: CoreDeps, { month, after, credits }: Page): Promise<number> {
  const run = await lockRun(tx, deps, creditRun(month));
  // Another process took the same page meanwhile.
  if (run.finished_at !== null || Number(run.cursor) !== after) return 0;
  const lines = await findCreditable(tx, deps, { month, credits });
  await write(tx, deps, { month, lines });
  const cursor = String(credits[credits.length - 1]?.number ?? after);
  const amounts = lines.map((line) => line.amountFen);
  await stepRun(tx, deps, { run, step: { cursor, amounts, passed: credits.length - lines.length, last: credits.length < CREDIT_PAGE } });
  return lines.length;
}

interface Line {
  readonly holderId: string;
  readonly regionCode: string;
  readonly amountFen: Fen;
}

/** Passed over: people without an account here, who left in this moment, accounts that opened in or after the month with what it brought, a second line of one person. */
async function findCreditable(tx: Tx, deps: CoreDeps, { month, credits }: Omit<Page, 'after'>): Promise<readonly Line[]> {
  const ids = await findPersonIdsByCertificate(tx, deps, credits);
  const known = ids.filter((id) => id !== undefined);
  await holdPersons(tx, known);
  const people = await findPersons(tx, known);
  const holders = await findHoldersBefore(tx, known, monthStart(month));
  const moved = await findMoved(tx, known, requestIdOf(creditRun(month)));
  const lines = new Map<string, Line>();
  for (const [index, { regionCode, amountFen }] of credits.entries()) {
    const holderId = ids[index];
    if (holderId === undefined || !isHere(people.get(holderId))) continue;
    if (!holders.has(holderId) || moved.has(holderId) || lines.has(holderId)) continue;
    lines.set(holderId, { holderId, regionCode, amountFen });
  }
  return [...lines.values()];
}

async function write(tx: Tx, deps: CoreDeps, { month, lines }: { readonly month: Month; readonly lines: readonly Line[] }): Promise<void> {
  const names = new Set(lines.map((line) => creditAccount(line.regionCode)));
  await openClearingAccounts(tx, deps, [...names]);
  const accounts = await lockAccounts(
    tx,
    lines.map((line) => line.holderId),
  );
  // After the locks: whoever switches the year has them before or will wait for them.
  const pot = potOfCredit(month, deps.now());
  const movements = lines.map(
    ({ holderId, regionCode, amountFen }): Movement => ({
      kind: 'posted',
      requestId: requestIdOf(creditRun(month)),
      holderId,
      fromAccountId: clearingAccountId(creditAccount(regionCode)),
      toAccountId: accountIdOf(accounts, holderId, pot),
      amountFen,
      reason: 'credit',
      subjectId: holderId,
      forPersonId: null,
    }),
  );
  await move(tx, deps, { accounts, movements });
  await writeAudit(
    tx,
    deps,
    lines.map(({ holderId }) => ({ holderId, actor: { kind: 'job' }, action: 'account-credited', subjectId: holderId })),
  );
  await tell(
    tx,
    deps,
    lines.map((line) => creditNotice({ ...line, month, pot })),
  );
}
