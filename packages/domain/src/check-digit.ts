/** ISO/IEC 7812-1 annex B (Luhn): a digit misheard or two exchanged are noticed. `digits`: of 0 to 9. */
export function checkDigit(digits: string): string {
  const sum = Array.from(digits)
    .reverse()
    .reduce((total, digit, index) => total + luhnShare(Number(digit), index), 0);
  return String((10 - (sum % 10)) % 10);
}

function luhnShare(digit: number, index: number): number {
  const doubled = index % 2 === 0 ? digit * 2 : digit;
  return doubled > 9 ? doubled - 9 : doubled;
}
