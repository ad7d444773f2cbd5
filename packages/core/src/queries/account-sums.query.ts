import { addMonths, ENTRY_KINDS, firstDayOf, type Month, monthAt, monthsAfter, ZERO } from '@gongji/domain';
import type { CoreDeps } from '../deps';
import { findNames } from '../facts/known';
import { type EntryFilter, findEntryChoices, findTrend, sumEntries, type SumRow } from '../store/entry.store';
import { findPersons } from '../store/person.store';
import type { AccountSums, AccountTrend, EntrySum } from '../views/account-view';

const NOTHING: EntrySum = { inFen: ZERO, outFen: ZERO, frozenFen: ZERO, count: 0 };
const sumOf = ({ in: inFen, out: outFen, frozen: frozenFen, count }: SumRow): EntrySum => ({ inFen, outFen, frozenFen, count });

/** What came in and went out under a filter, by year and month, and what there is to filter by. */
export async function readSums(deps: CoreDeps, { personId, ...filter }: EntryFilter & { readonly personId: string }): Promise<AccountSums> {
  const rows = await sumEntries(deps.db, personId, filter);
  const total = rows.find(({ year }) => year === null);
  const years = rows.flatMap((row) => (row.year !== null && row.month === null ? [{ ...sumOf(row), year: row.year }] : []));
  const months = rows.flatMap((row) =>
    row.year !== null && row.month !== null ? [{ ...sumOf(row), year: row.year, month: row.month }] : [],
  );
  return {
    total: total === undefined ? NOTHING : sumOf(total),
    years: years.map((each) => ({
      ...each,
      months: months.filter(({ year }) => year === each.year).map(({ year: _year, ...month }) => month),
    })),
    choices: await findChoices(deps, personId),
  };
}

/** Newest year first, kinds in the order of their list, people by name. */
async function findChoices(deps: CoreDeps, personId: string): Promise<AccountSums['choices']> {
  const rows = await findEntryChoices(deps.db, personId);
  const kinds = new Set(rows.map((row) => row.reason));
  const ids = [...new Set(rows.flatMap((row) => row.for_person_id ?? []))];
  const nameOf = await findNames(deps.db, deps, { readerId: personId, people: await findPersons(deps.db, ids) });
  return {
    years: newestFirst(rows.map((row) => row.year)).map((year) => ({
      year,
      months: newestFirst(rows.filter((row) => row.year === year).map((row) => row.month)),
    })),
    kinds: ENTRY_KINDS.filter((kind) => kinds.has(kind)),
    people: ids.map((id) => ({ personId: id, name: nameOf(id) })).sort((a, b) => (a.name < b.name ? -1 : 1)),
  };
}

const newestFirst = (numbers: readonly number[]): number[] => [...new Set(numbers)].sort((a, b) => b - a);

/** The last so many months, the present one included; none from before the account was opened. */
export async function readTrend(
  deps: CoreDeps,
  { personId, months }: { readonly personId: string; readonly months: number },
): Promise<AccountTrend> {
  const now = deps.now();
  const rows = await findTrend(deps.db, personId, now);
  const last = monthAt(now);
  const before = addMonths(firstDayOf(last), -months).slice(0, 7) as Month;
  const found = new Map(rows.map((row) => [row.month, row]));
  const opened = rows[0]?.month;
  if (opened === undefined) return { months: [] };
  let balanceFen = rows.filter(({ month }) => month <= before).at(-1)?.balance ?? ZERO;
  const shown = monthsAfter(before, last).map((month) => {
    const row = found.get(month);
    balanceFen = row?.balance ?? balanceFen;
    return { month, inFen: row?.in ?? ZERO, outFen: row?.out ?? ZERO, balanceFen };
  });
  return { months: shown.filter(({ month }) => month >= opened) };
}
