import { randomInt } from 'node:crypto';
import type { PlainDate } from '@gongji/domain';

const DIGITS = 12;
const SERIALS = 10 ** DIGITS;
/** Half of it on the average: two numbers do not tell how many there are between them. */
const MOST_STEP = 1_000;

/** Where this process begins. The same twelve digits of another day are another number. */
let serial = randomInt(SERIALS);

/**
 * For people to read out: the day, and digits that say nothing about anybody. They go up in small steps, so that the index that keeps them unique finds
 * each new one beside the last. One that another process has given the database refuses, and the transaction runs again with another.
 */
export function paymentNumber(day: PlainDate): string {
  serial = (serial + randomInt(1, MOST_STEP)) % SERIALS;
  return `GJ${day.replaceAll('-', '')}${String(serial).padStart(DIGITS, '0')}`;
}
