import type { PlainDate } from './dates';

// Numbers that people read out to each other: the day (YYMMDD), drawn digits and a check digit, by which a digit misheard or two exchanged are noticed.

/** `serial`: drawn, of so many `digits`. Throws RangeError for another. */
export function spokenNumber(on: PlainDate, { serial, digits }: { readonly serial: number; readonly digits: number }): string {
  if (!Number.isInteger(serial) || serial < 0 || serial >= 10 ** digits) throw new RangeError(`not a serial: ${serial}`);
  const told = `${on.slice(2).replace(/-/g, '')}${String(serial).padStart(digits, '0')}`;
  return `${told}${checkDigit(told)}`;
}

/** The number as somebody typed or spoke it, without gaps; undefined where it cannot be one with so many drawn `digits`. */
export function parseSpokenNumber(rawNumber: string, digits: number): string | undefined {
  const told = rawNumber.replace(/[\s-]/g, '');
  const isOne = /^\d+$/.test(told) && told.length === 6 + digits + 1;
  return isOne && checkDigit(told.slice(0, -1)) === told.slice(-1) ? told : undefined;
}

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
