import { addDays, type Fen, type PlainDate, reconcile, shanghaiDate, startOfDay, ZERO } from '@gongji/domain';
import type { CoreDeps } from '../deps';
import { answerIfAny } from '../outside';
import { saveDifferences } from '../store/difference.store';
import { changeRun, findOpenRuns, findRun, findSubjects, findTaxRegions, lockRun, openRun, savePage } from '../store/reconciliation.store';
import type { ReconciliationRunRow } from '../store/reconciliation-tables';
import { findOwnPayments, findSides, type Sides } from '../store/tax-file.store';
import { inTransaction } from '../store/transaction';
import { eachApart } from '../request-lists/each-apart';
import { finishRefund } from './refund-premiums';
import { resolvePremium } from './resolve-premiums';
import { singleFlight } from '../request-lists/single-flight';
import { isAwaiting, secondsAfter } from '../steps/take-answer';
import { finishVoid } from '../steps/finish-void';

/** When yesterday's file is there. Nobody publishes it: ASSUMED. */
const FILE_READY_HOUR = 6;
/** After a long stop not every day of it: older files are asked for by hand. */
const MOST_DAYS_BACK = 31;
const TRY_AGAIN_SECONDS = 600;
/** Compared in one transaction. */
const PORTION = 500;

/**
 * Yesterday's file of each region, and those of days that were missed, against our payments. A page and the place in the file are one transaction, and so
 * are a portion and the place in the list: a killed run goes on where it stopped. Answers how many runs came to their end.
 */
export async function reconcileTaxOffice(deps: CoreDeps): Promise<number> {
  await openDueRuns(deps);
  return workThrough(deps, await findOpenRuns(deps.db, deps.now()));
}

/** One day by hand, whether or not it was tried a moment ago. Done days stay as they are. */
export async function reconcileDay(deps: CoreDeps, date: PlainDate): Promise<number> {
  // The last day asked for stands for all before it.
  await openDueRuns(deps);
  const regions = await findTaxRegions(deps.db);
  await inTransaction(deps.db, async (tx) => {
    for (const { regionCode } of regions) await openRun(tx, deps, { regionCode, date });
  });
  return workThrough(
    deps,
    (await findOpenRuns(deps.db, null)).filter((run) => run.file_date === date),
  );
}

async function openDueRuns(deps: CoreDeps): Promise<void> {
  const now = deps.now();
  const yesterday = addDays(shanghaiDate(now), secondsAfter(startOfDay(shanghaiDate(now)), FILE_READY_HOUR * 3600) <= now ? -1 : -2);
  const missing = (await findTaxRegions(deps.db)).flatMap(({ regionCode, openedAt, lastDate }) => {
    const first = lastDate === null ? shanghaiDate(openedAt) : addDays(lastDate, 1);
    const from = first < addDays(yesterday, -MOST_DAYS_BACK) ? addDays(yesterday, -MOST_DAYS_BACK) : first;
    return daysBetween(from, yesterday).map((date) => ({ regionCode, date }));
  });
  if (missing.length === 0) return;
  await inTransaction(deps.db, async (tx) => {
    for (const day of missing) await openRun(tx, deps, day);
  });
}

function daysBetween(from: PlainDate, to: PlainDate): readonly PlainDate[] {
  const days: PlainDate[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}

/** The days of a region one after the other, the regions side by side: one that does not answer holds up no other. */
async function workThrough(deps: CoreDeps, runs: readonly ReconciliationRunRow[]): Promise<number> {
  const regions = [...new Set(runs.map((run) => run.region_code))];
  let done = 0;
  await eachApart(regions, async (regionCode) => {
    for (const { id } of runs.filter((run) => run.region_code === regionCode)) {
      await singleFlight(deps, `reconcile/${id}`, () => advance(deps, id));
      if ((await findRun(deps.db, id)).state !== 'done') return;
      done += 1;
    }
  });
  return done;
}

async function advance(deps: CoreDeps, id: string): Promise<void> {
  for (let run = await findRun(deps.db, id); run.state !== 'done'; run = await findRun(deps.db, id)) {
    if (run.state === 'comparing') await comparePortion(deps, run);
    else if (!(await readPage(deps, run))) return;
  }
}

/** Answers whether there was a page. */
async function readPage(deps: CoreDeps, run: ReconciliationRunRow): Promise<boolean> {
  const { file_date: date, region_code: regionCode, cursor } = run;
  const page = await answerIfAny(deps.taxOffice.dailyFile({ date, regionCode, cursor }));
  // A file that never ends is no file.
  const isUsable = page !== undefined && (page.nextCursor === null || (page.nextCursor !== cursor && page.lines.length > 0));
  await inTransaction(deps.db, async (tx) => {
    const locked = await lockRun(tx, run.id);
    // Another process took the same page meanwhile.
    if (locked.state !== 'reading' || locked.cursor !== cursor || locked.line_count !== run.line_count) return;
    if (isUsable) await savePage(tx, deps, { run: locked, page });
    else await changeRun(tx, { id: run.id, try_from: secondsAfter(deps.now(), TRY_AGAIN_SECONDS) });
  });
  return isUsable;
}

async function comparePortion(deps: CoreDeps, run: ReconciliationRunRow): Promise<void> {
  const ids = await findSubjects(deps.db, run, PORTION);
  const dayEnds = startOfDay(addDays(run.file_date, 1));
  const found = (sides: Sides) => (ids.length === 0 ? [] : reconcile({ ...sides, dayEnds }));
  const before = ids.length === 0 ? [] : found(await findSides(deps.db, deps, { run, ids }));
  const unknown = before.filter(({ kind }) => kind === 'not-yet-known');
  await findOut(
    deps,
    unknown.map(({ paymentId }) => paymentId),
  );
  await inTransaction(deps.db, async (tx) => {
    const locked = await lockRun(tx, run.id);
    if (locked.state !== 'comparing' || locked.compared_after !== run.compared_after) return;
    if (ids.length > 0) {
      const sides = await findSides(tx, deps, { run, ids });
      const now = found(sides);
      const still = new Set(now.map(({ paymentId }) => paymentId));
      const foundOut = unknown.filter(({ paymentId }) => !still.has(paymentId));
      await saveDifferences(tx, deps, { run, ids, found: now, foundOut, amountOf: amountIn(sides) });
      locked.agreeing_count += ids.length - still.size;
    }
    const compared = { id: run.id, agreeing_count: locked.agreeing_count, compared_after: ids[ids.length - 1] ?? run.compared_after };
    await changeRun(tx, ids.length < PORTION ? { ...compared, state: 'done', done_at: deps.now() } : compared);
  });
}

/** The ordinary way, and nothing else: what a payment may become is in the table of steps. Whatever goes wrong stands as a difference. */
async function findOut(deps: CoreDeps, paymentIds: readonly string[]): Promise<void> {
  const payments = await findOwnPayments(deps.db, paymentIds);
  await eachApart(payments, async (payment) => {
    if (isAwaiting(payment)) await resolvePremium(deps, payment.id);
    else if (payment.state === 'refunding') await finishRefund(deps, payment.id);
    else if (payment.void_requested_at !== null) await finishVoid(deps, payment.id);
  }).catch(() => undefined);
}

function amountIn({ ours, theirs }: Sides): (paymentId: string) => Fen {
  const amounts = new Map([...theirs, ...ours].map((side) => [side.paymentId, side.amountFen]));
  return (paymentId) => amounts.get(paymentId) ?? ZERO;
}
