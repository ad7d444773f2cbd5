import { AppError, type EntryKind } from '@gongji/domain';
import type { CoreDeps } from '../deps';
import { findNames } from '../facts/known';
import { type EntryFilter, findEntries, type StoredEntry } from '../store/entry.store';
import { findAccounts } from '../store/ledger.store';
import { findPersons } from '../store/person.store';
import type { AccountEntry, EntryPage } from '../views/account-view';
import { instant } from '../views/instant';

export interface AskEntries extends EntryFilter {
  readonly personId: string;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** The movements of the person's pots that the filter takes, newest first; the cursor is the last entry seen. */
export async function readEntries(deps: CoreDeps, { personId, cursor, limit, ...filter }: AskEntries): Promise<EntryPage> {
  const before = cursor === undefined ? null : entryIdOf(cursor);
  const rows = await findEntries(deps.db, { holderId: personId, filter, before, limit: limit + 1 });
  const page = rows.slice(0, limit);
  const ids = page.flatMap((row) => row.for_person_id ?? []);
  const nameOf = await findNames(deps.db, deps, { readerId: personId, people: await findPersons(deps.db, ids) });
  const last = rows.length > limit ? page[page.length - 1] : undefined;
  return { entries: page.map((row) => entryOf(row, nameOf)), nextCursor: last === undefined ? null : `e${last.id}` };
}

const EXPORT_PAGE = 500;

export type AskExport = Omit<AskEntries, 'cursor' | 'limit'>;

/** The same, all of them, a page at a time: the first is read before anything is answered, so that a refusal is still one. */
export async function exportEntries(deps: CoreDeps, ask: AskExport): Promise<AsyncIterable<AccountEntry>> {
  if ((await findAccounts(deps.db, [ask.personId])).length === 0) throw new AppError('ACCOUNT_NOT_FOUND');
  const first = await readEntries(deps, { ...ask, limit: EXPORT_PAGE });
  return pagesAfter(deps, ask, first);
}

async function* pagesAfter(deps: CoreDeps, ask: AskExport, first: EntryPage): AsyncGenerator<AccountEntry> {
  let page = first;
  for (;;) {
    yield* page.entries;
    if (page.nextCursor === null) return;
    page = await readEntries(deps, { ...ask, cursor: page.nextCursor, limit: EXPORT_PAGE });
  }
}

/** A cursor that is none of ours finds nothing rather than everything. */
const entryIdOf = (cursor: string): number => Number(/^e(\d{1,15})$/.exec(cursor)?.[1] ?? '0');

const entryOf = (row: StoredEntry, nameOf: (id: string) => string): AccountEntry => ({
  entryId: String(row.id),
  at: instant(row.at),
  kind: row.reason,
  pot: row.pot,
  amountFen: row.amount,
  frozenFen: row.frozen_delta,
  balanceAfterFen: row.balance_after,
  frozenAfterFen: row.frozen_after,
  forPerson: row.for_person_id === null ? null : nameOf(row.for_person_id),
  counterparty: row.institution ?? COUNTERPARTY[row.reason],
  number: row.number,
  settlementId: row.settlement_id,
});

const COUNTERPARTY: Readonly<Record<EntryKind, string>> = {
  opening: '开户余额',
  credit: '医保经办机构',
  'year-switch': '当年与历年账户之间',
  settlement: '定点医药机构',
  'settlement-void': '定点医药机构',
  'premium-hold': '税务部门',
  'premium-paid': '税务部门',
  'premium-released': '税务部门',
  refund: '退回',
};
