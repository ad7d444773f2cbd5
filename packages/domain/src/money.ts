// Money is an integer number of 分 from the moment it is parsed to the row it is stored in. Yuan exist only as text.

/** A whole number of 分. Made by `fen` (checked) only, so a float or a text cannot pass for an amount. */
export type Fen = number & { readonly __unit: 'fen' };

/** Above any amount one person can own or owe (90 billion yuan), below where numbers stop being exact. */
export const MAX_FEN = 9_000_000_000_000;

export const isFen = (value: unknown): value is Fen =>
  typeof value === 'number' && Number.isSafeInteger(value) && Math.abs(value) <= MAX_FEN;

/** Throws RangeError for anything but a whole number of 分: a wrong amount inside the program is a bug, not an answer. */
export function fen(value: number): Fen {
  if (!isFen(value)) throw new RangeError(`not a whole number of fen: ${value}`);
  return value;
}

export const ZERO = fen(0);
export const addFen = (...amounts: readonly Fen[]): Fen => fen(amounts.reduce((sum, next) => sum + next, 0));
export const subtractFen = (from: Fen, amount: Fen): Fen => fen(from - amount);
export const minFen = (...amounts: readonly Fen[]): Fen => fen(Math.min(...amounts));
export const atLeastZero = (amount: Fen): Fen => fen(Math.max(0, amount));

const grouped = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/g, ',');

/** `fen(123456)` → `1234.56`: the form that the institutions' gateway speaks. */
export function yuanOf(amount: Fen): string {
  const digits = String(Math.abs(amount)).padStart(3, '0');
  return `${amount < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** `fen(123456)` → `¥1,234.56`: the form that people read. */
export function fenText(amount: Fen): string {
  const [whole = '0', cents = '00'] = yuanOf(atLeastZero(fen(Math.abs(amount)))).split('.');
  return `${amount < 0 ? '−' : ''}¥${grouped(whole)}.${cents}`;
}

/** `12`, `12.5`, `12.34` → 分; anything else (signs, exponents, a third decimal) → undefined. */
export function parseYuan(rawYuan: string): Fen | undefined {
  const match = /^(\d{1,11})(?:\.(\d{1,2}))?$/.exec(rawYuan.trim());
  if (!match) return undefined;
  const amount = Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
  return isFen(amount) ? amount : undefined;
}
