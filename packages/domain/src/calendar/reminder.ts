import type { PlainDate } from '../dates';
import type { FamilyDateKind } from './family-dates';

/**
 * How many days before, the furthest first. Assumed on 2026-11-28: nobody publishes when people are to be reminded. What lasts minutes or hours (a lock, an
 * invitation of 72 hours) is not reminded of: it is told when it happens.
 */
export const REMIND_DAYS_BEFORE: Readonly<Record<FamilyDateKind, readonly number[]>> = {
  'window-opens': [1],
  'window-closes': [30, 7, 1],
  'grant-ends': [30, 7, 1],
  'of-age': [30, 7, 1],
  'voidable-until': [7, 1],
  'asked-again': [],
  'accept-by': [],
};
export const REMINDER_NOTE = '暂定：提前几天提醒没有公开规定，这里按 30 天、7 天和 1 天各提醒一次。';

const DAY_MS = 86_400_000;
export const daysUntil = (on: PlainDate, today: PlainDate): number => Math.round((Date.parse(on) - Date.parse(today)) / DAY_MS);

/**
 * Which reminder of a day is due: the nearest one that has come, so that after a standstill, or for a day that became known late, people are reminded once and
 * not three times at once. undefined: none yet, or the day is over.
 */
export function reminderDue(kind: FamilyDateKind, on: PlainDate, today: PlainDate): number | undefined {
  const left = daysUntil(on, today);
  if (left < 0) return undefined;
  return REMIND_DAYS_BEFORE[kind].filter((days) => left <= days).sort((a, b) => a - b)[0];
}
