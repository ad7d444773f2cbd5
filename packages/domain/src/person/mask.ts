// What one person may see of another's name and number. Masked on the server: what is left out never travels.

/** 陈桂兰 → 陈*兰, 王军 → 王*. Counts characters, not code units: rare characters take two units. */
export function maskName(name: string): string {
  const characters = Array.from(name);
  const last = characters[characters.length - 1];
  if (characters.length <= 1) return '*';
  return characters.length === 2 ? `${characters[0]}*` : `${characters[0]}${'*'.repeat(characters.length - 2)}${last}`;
}

/** 18-character numbers keep the first three and last two; shorter ones the first and last two, so that the rest cannot be guessed from the kind. */
export function maskCertificate(number: string): string {
  const shown = number.length >= 15 ? 3 : 1;
  return number.length <= shown + 2
    ? '*'.repeat(number.length)
    : `${number.slice(0, shown)}${'*'.repeat(number.length - shown - 2)}${number.slice(-2)}`;
}
