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

/** ISO/IEC 7812-1 annex B (Luhn). */
function checkDigit(digits: string): string {
  const sum = Array.from(digits)
    .reverse()
    .reduce((total, digit, index) => total + luhnShare(Number(digit), index), 0);
  return String((10 - (sum % 10)) % 10);
}

function luhnShare(digit: number, index: number): number {
  const doubled = index % 2 === 0 ? digit * 2 : digit;
  return doubled > 9 ? doubled - 9 : doubled;
}
