import type { Sentence } from './sentence';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Dates inside what the service says. */
export const DATES: readonly Sentence[] = MONTHS.flatMap((month, index): readonly Sentence[] => [
  [`{year}年${index + 1}月{day}日 {time}`, `{day} ${month} {year} {time}`],
  [`{year}年${index + 1}月{day}日`, `{day} ${month} {year}`],
  [`{year}年${index + 1}月`, `${month} {year}`],
]);
