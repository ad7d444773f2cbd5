import { checkDigit } from '../check-digit';
import type { PlainDate } from '../dates';

// Twelve digits in two groups of six: the day, then five drawn digits and a check digit. Short enough to be read out on the phone, and a digit misheard or two
// exchanged are noticed. A number opens nothing: who reads a complaint is asked who they are.

const SERIALS = 100_000;

/** `serial`: drawn, 0 to 99,999. Throws RangeError for another. */
export function complaintNumber(on: PlainDate, serial: number): string {
  if (!Number.isInteger(serial) || serial < 0 || serial >= SERIALS) throw new RangeError(`not a serial: ${serial}`);
  const digits = `${on.slice(2).replace(/-/g, '')}${String(serial).padStart(5, '0')}`;
  return `${digits}${checkDigit(digits)}`;
}

/** The digits of a number as somebody typed or spoke it, or undefined where it cannot be one. */
export function parseComplaintNumber(rawNumber: string): string | undefined {
  const digits = rawNumber.replace(/[\s-]/g, '');
  return /^\d{12}$/.test(digits) && checkDigit(digits.slice(0, -1)) === digits.slice(-1) ? digits : undefined;
}

/** 261123 004711: as it is shown and read out. */
export const complaintNumberText = (number: string): string => `${number.slice(0, 6)} ${number.slice(6)}`;
