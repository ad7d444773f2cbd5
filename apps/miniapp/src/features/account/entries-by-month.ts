import type { AccountEntry, AccountSums } from '@gongji/contract';
import { fenText, type Month, monthAt, ZERO } from '@gongji/domain';
import { ACCOUNT } from '@gongji/texts';
import { monthText } from '@/shared/text/moment';
import { say } from '@/shared/text/say';

export interface MonthOfEntries {
  readonly month: Month;
  /** `2026年11月` */
  readonly title: string;
  readonly entries: readonly AccountEntry[];
}

/** Newest first, as they come; a month that goes on over two pages stays one month. */
export function entriesByMonth(entries: readonly AccountEntry[]): readonly MonthOfEntries[] {
  const months = new Map<Month, AccountEntry[]>();
  for (const entry of entries) {
    const month = monthAt(new Date(entry.at));
    months.set(month, [...(months.get(month) ?? []), entry]);
  }
  return [...months].map(([month, list]) => ({ month, title: monthText(month), entries: list }));
}

/** `收入 ¥180.00，支出 ¥80.00`: the whole month under the filter, also while only a part of it is loaded; undefined until it is known. */
export function monthSumText(sums: AccountSums | undefined, month: Month): string | undefined {
  const ofYear = sums?.years.find(({ year }) => year === Number(month.slice(0, 4)));
  const sum = ofYear?.months.find((each) => each.month === Number(month.slice(5)));
  if (sum === undefined) return undefined;
  const moved = { in: fenText(sum.inFen), out: fenText(sum.outFen) };
  return sum.frozenFen > ZERO
    ? say(ACCOUNT.entries.monthSumFrozen, { ...moved, frozen: fenText(sum.frozenFen) })
    : say(ACCOUNT.entries.monthSum, moved);
}
