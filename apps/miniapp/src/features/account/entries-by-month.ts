import type { AccountEntry } from '@gongji/contract';
import { shanghaiDate } from '@gongji/domain';

export interface MonthOfEntries {
  /** `2026年11月` */
  readonly title: string;
  readonly entries: readonly AccountEntry[];
}

const monthOf = ({ at }: AccountEntry): string => {
  const [year = '', month = ''] = shanghaiDate(new Date(at)).split('-');
  return `${year}年${Number(month)}月`;
};

/** Newest first, as they come; a month that goes on over two pages stays one month. */
export function entriesByMonth(entries: readonly AccountEntry[]): readonly MonthOfEntries[] {
  const months = new Map<string, AccountEntry[]>();
  for (const entry of entries) {
    const title = monthOf(entry);
    months.set(title, [...(months.get(title) ?? []), entry]);
  }
  return [...months].map(([title, list]) => ({ title, entries: list }));
}
