import type { PlainDate } from '../dates';
import { plainDate } from '../dates';
import type { RuleSource } from '../policy/rules';

/** One row of the table in the notice. */
export interface WaitingExample {
  readonly continuous: boolean;
  readonly inWindow: boolean;
  readonly waitingMonths: number;
  readonly startsOn: PlainDate;
  readonly endsOn: PlainDate;
}

/**
 * The one worked example in an official text: a city of Shaanxi, for 2026. It shows that paying inside the window does not undo a lapse, and that months
 * count from the first day of the year of cover. The calculation is held to it row by row.
 */
export const WAITING_NOTICE: {
  readonly year: number;
  readonly closesOn: PlainDate;
  readonly source: RuleSource;
  readonly rows: readonly WaitingExample[];
} = {
  year: 2026,
  closesOn: plainDate('2025-12-25'),
  source: { title: '陕西一地市 2026 年度城乡居民医保参保缴费通知', address: 'http://www.zbvacp.com/info/1072/53601.htm', date: '2025' },
  rows: [
    { continuous: true, inWindow: true, waitingMonths: 0, startsOn: plainDate('2026-01-01'), endsOn: plainDate('2026-12-31') },
    { continuous: false, inWindow: true, waitingMonths: 3, startsOn: plainDate('2026-04-01'), endsOn: plainDate('2026-12-31') },
  ],
};
