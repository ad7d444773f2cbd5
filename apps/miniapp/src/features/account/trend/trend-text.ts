import type { AccountTrend } from '@gongji/contract';
import { fen, fenText, type Month, ZERO } from '@gongji/domain';
import { ACCOUNT } from '@gongji/texts';
import { monthText } from '@/shared/text/moment';
import { say } from '@/shared/text/say';
import { monthName } from '../account-text';

const TREND = ACCOUNT.trend;

type MonthOfTrend = AccountTrend['months'][number];

/** The picture in words, for whoever does not see it: from when to when, from how much to how much, the most and the least. */
export function trendText(months: readonly MonthOfTrend[]): string {
  const [first, last] = [months[0], months[months.length - 1]];
  if (first === undefined || last === undefined) return say(TREND.nothing);
  if (first === last) return say(TREND.oneMonth, { month: monthText(last.month), balance: fenText(last.balanceFen) });
  const by = [...months].sort((a, b) => a.balanceFen - b.balanceFen);
  const [least, most] = [by[0] ?? first, by[by.length - 1] ?? last];
  return say(TREND.course, {
    from: monthText(first.month),
    before: fenText(first.balanceFen),
    now: fenText(last.balanceFen),
    change: changeText(first, last),
    most: fenText(most.balanceFen),
    mostMonth: monthText(most.month),
    least: fenText(least.balanceFen),
    leastMonth: monthText(least.month),
  });
}

function changeText({ balanceFen: before }: MonthOfTrend, { balanceFen: now }: MonthOfTrend): string {
  const change = fen(now - before);
  if (change === ZERO) return say(TREND.same);
  return say(change > ZERO ? TREND.more : TREND.less, { amount: fenText(fen(Math.abs(change))) });
}

/** Under a column: the month, in full while there is room for it. Of two years every other month is named. */
export function columnLabel(month: Month, index: number, count: number): string {
  if (count > 12 && index % 2 === 1) return '';
  const number = Number(month.slice(5));
  return count > 6 ? String(number) : monthName(number);
}

/** What little is more than nothing must show, and be seen as little. */
const LEAST_PERCENT = 1;

/** How high each column stands, in percent of the highest, from zero. */
export function heightsOf(months: readonly MonthOfTrend[]): readonly number[] {
  const most = Math.max(...months.map(({ balanceFen }) => balanceFen), 1);
  return months.map(({ balanceFen }) => (balanceFen <= 0 ? 0 : Math.max(LEAST_PERCENT, Math.round((balanceFen / most) * 100))));
}
