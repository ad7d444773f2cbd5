import type { Difference, Fen, PlainDate } from '@gongji/domain';
import { lastsUntilExplained } from '@gongji/domain';
import type { Selectable } from 'kysely';
import type { CoreDeps } from '../deps';
import type { DifferenceRow, ReconciliationRunRow } from './reconciliation-tables';
import type { Reader, Tx } from './transaction';

/** Why a difference is no more: the two agree by themselves, our own question found out, or the two differ in another way now. */
export type ResolvedBy = 'agrees-now' | 'found-out' | 'differs-otherwise';

export const findStanding = (reader: Reader, regionCode: string, paymentIds: readonly string[]): Promise<Selectable<DifferenceRow>[]> =>
  reader
    .selectFrom('reconciliation_differences')
    .selectAll()
    .where('region_code', '=', regionCode)
    .where('payment_id', 'in', [...paymentIds])
    .where('state', '<>', 'resolved')
    .execute();

interface Compared {
  readonly run: ReconciliationRunRow;
  readonly ids: readonly string[];
  readonly found: readonly Difference[];
  /** Found before our own question was asked, and gone after it. */
  readonly foundOut: readonly Difference[];
  readonly amountOf: (paymentId: string) => Fen;
}

const keyOf = (difference: { readonly paymentId: string; readonly kind: string }): string => `${difference.kind} ${difference.paymentId}`;

/** New ones are opened, those that stand stay with the day they were found on, those that are gone are resolved. What was explained opens again when it changes, or when another file has it too. */
export async function saveDifferences(tx: Tx, deps: CoreDeps, compared: Compared): Promise<void> {
  const { run, ids, found, foundOut } = compared;
  const standing = new Map(
    (await findStanding(tx, run.region_code, ids)).map((row) => [keyOf({ paymentId: row.payment_id, kind: row.kind }), row]),
  );
  const fresh: DifferenceRowDraft[] = foundOut
    .filter((difference) => !standing.has(keyOf(difference)))
    .map((difference) => draftOf(deps, compared, { difference, state: 'resolved', reason: 'found-out' }));
  for (const difference of found) {
    const row = standing.get(keyOf(difference));
    standing.delete(keyOf(difference));
    if (row === undefined) fresh.push(draftOf(deps, compared, { difference, state: 'open', reason: null }));
    else if (row.our_value !== difference.ours || row.their_value !== difference.theirs || lastsUntilExplained(row.kind))
      await changeDifference(tx, deps, {
        id: row.id,
        state: 'open',
        reason: null,
        our_value: difference.ours,
        their_value: difference.theirs,
      });
  }
  for (const row of standing.values())
    if (!lastsUntilExplained(row.kind)) await changeDifference(tx, deps, { id: row.id, state: 'resolved', reason: resolvedBy(found, row) });
  if (fresh.length > 0) await tx.insertInto('reconciliation_differences').values(fresh).execute();
}

const resolvedBy = (found: readonly Difference[], row: { readonly payment_id: string }): ResolvedBy =>
  found.some(({ paymentId }) => paymentId === row.payment_id) ? 'differs-otherwise' : 'agrees-now';

type DifferenceRowDraft = Omit<DifferenceRow, 'number'>;

const draftOf = (
  deps: CoreDeps,
  { run, amountOf }: Compared,
  { difference, ...standing }: { readonly difference: Difference; readonly state: 'open' | 'resolved'; readonly reason: ResolvedBy | null },
): DifferenceRowDraft => ({
  ...standing,
  id: deps.newId(),
  holder_id: run.holder_id,
  run_id: run.id,
  region_code: run.region_code,
  payment_id: difference.paymentId,
  kind: difference.kind,
  our_value: difference.ours,
  their_value: difference.theirs,
  amount_fen: amountOf(difference.paymentId),
  found_on: run.file_date,
  found_at: deps.now(),
  changed_at: deps.now(),
});

async function changeDifference(
  tx: Tx,
  deps: CoreDeps,
  { id, ...change }: Partial<DifferenceRowDraft> & { readonly id: string },
): Promise<void> {
  await tx
    .updateTable('reconciliation_differences')
    .set({ ...change, changed_at: deps.now() })
    .where('id', '=', id)
    .execute();
}

/** By the number that the report shows. Answers whether there was an open one. */
export async function explainDifference(
  tx: Tx,
  deps: CoreDeps,
  { number, reason }: { readonly number: number; readonly reason: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('reconciliation_differences')
    .set({ state: 'explained', reason, changed_at: deps.now() })
    .where('number', '=', number)
    .where('state', '=', 'open')
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Oldest first. */
export const findOpenDifferences = (reader: Reader, until: PlainDate): Promise<Selectable<DifferenceRow>[]> =>
  reader
    .selectFrom('reconciliation_differences')
    .selectAll()
    .where('state', '=', 'open')
    .where('found_on', '<=', until)
    .orderBy('found_on')
    .orderBy('number')
    .execute();
