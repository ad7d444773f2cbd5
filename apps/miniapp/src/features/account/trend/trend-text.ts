import type { AccountTrend } from '@gongji/contract';
import { fen, fenText, type Month, ZERO } from '@gongji/domain';
import { monthText } from '@/shared/text/moment';

type MonthOfTrend = AccountTrend['months'][number];

/** The picture in words, for whoever does not see it: from when to when, from how much to how much, the most and the least. */
export function trendText(months: readonly MonthOfTrend[]): string {
  const [first, last] = [months[0], months[months.length - 1]];
  if (first === undefined || last === undefined) return '还没有走势。';
  if (first === last) return `${monthText(last.month)}，现在余额 ${fenText(last.balanceFen)}。`;
  const by = [...months].sort((a, b) => a.balanceFen - b.balanceFen);
  const [least, most] = [by[0] ?? first, by[by.length - 1] ?? last];
  return (
    `${monthText(first.month)}底余额 ${fenText(first.balanceFen)}，现在 ${fenText(last.balanceFen)}，${changeText(first, last)}。` +
    `月底最多 ${fenText(most.balanceFen)}（${monthText(most.month)}），最少 ${fenText(least.balanceFen)}（${monthText(least.month)}）。`
  );
}

function changeText({ balanceFen: before }: MonthOfTrend, { balanceFen: now }: MonthOfTrend): string {
  const change = fen(now - before);
  if (change === ZERO) return '没有变化';
  return change > ZERO ? `多了 ${fenText(change)}` : `少了 ${fenText(fen(-Number(change)))}`;
}

/** Under a column: the month, in full while there is room for it. Of two years every other month is named. */
export function columnLabel(month: Month, index: number, count: number): string {
  if (count > 12 && index % 2 === 1) return '';
  return `${Number(month.slice(5))}${count > 6 ? '' : '月'}`;
}

/** What little is more than nothing must show, and be seen as little. */
const LEAST_PERCENT = 1;

/** How high each column stands, in percent of the highest, from zero. */
export function heightsOf(months: readonly MonthOfTrend[]): readonly number[] {
  const most = Math.max(...months.map(({ balanceFen }) => balanceFen), 1);
  return months.map(({ balanceFen }) => (balanceFen <= 0 ? 0 : Math.max(LEAST_PERCENT, Math.round((balanceFen / most) * 100))));
}
