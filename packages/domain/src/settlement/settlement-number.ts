import { checkDigit } from '../check-digit';
import type { PlainDate } from '../dates';

// Sixteen digits in four groups of four: the day, nine drawn digits and a check digit. For people at a counter and on the phone, who cannot read a UUID to each
// other; the machines keep theirs. A number opens nothing, and says nothing of how many settlements there are.

/** So many numbers a day. */
export const SETTLEMENT_SERIALS = 1_000_000_000;

/** `serial`: drawn, 0 to 999,999,999. Throws RangeError for another. */
export function settlementNumber(on: PlainDate, serial: number): string {
  if (!Number.isInteger(serial) || serial < 0 || serial >= SETTLEMENT_SERIALS) throw new RangeError(`not a serial: ${serial}`);
  const digits = `${on.slice(2).replace(/-/g, '')}${String(serial).padStart(9, '0')}`;
  return `${digits}${checkDigit(digits)}`;
}

/** The digits of a number as somebody typed or spoke it, or undefined where it cannot be one. */
export function parseSettlementNumber(rawNumber: string): string | undefined {
  const digits = rawNumber.replace(/[\s-]/g, '');
  return /^\d{16}$/.test(digits) && checkDigit(digits.slice(0, -1)) === digits.slice(-1) ? digits : undefined;
}

/** 2611 2300 0004 7118: as it is shown and read out. */
export const settlementNumberText = (number: string): string => number.replace(/(\d{4})(?=\d)/g, '$1 ');
