import { randomInt } from 'node:crypto';
import type { PlainDate } from '@gongji/domain';

const DIGITS = 12;
const SERIALS = 10 ** DIGITS;
/** The average step is half of this, so two numbers do not tell how many payments lie between them. */
const MOST_STEP = 1_000;

/** Where this process begins. With another day in front, the same twelve digits are another number. */
let serial = randomInt(SERIALS);

/**
 * For people to read out: the day, and digits that say nothing about anybody. They go up in small steps, so that the unique index finds each new one
 * beside the last. The database refuses one that another process has given, and the transaction runs again with another.
 */
export function paymentNumber(day: PlainDate): string {
  serial = (serial + randomInt(1, MOST_STEP)) % SERIALS;
  return `GJ${day.replaceAll('-', '')}${String(serial).padStart(DIGITS, '0')}`;
}
