// Both databases deliver values as text; these parsers replace the drivers' own, so that both give the same.

const INT8 = 20;
const BYTEA = 17;
const DATE = 1082;
const TIMESTAMPTZ = 1184;

/** Amounts and counters stay below 2^53 (see MAX_FEN); one that does not is a broken row, not a rounding. */
const exactNumber = (text: string): number => {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError('a stored number is too large to be exact');
  return value;
};

/** `2026-11-23 02:00:00.123456+00`, as a session in UTC writes it. */
const instant = (text: string): Date => {
  if (!text.endsWith('+00')) throw new RangeError('a session that is not in UTC');
  return new Date(`${text.slice(0, 10)}T${text.slice(11, -3)}Z`);
};

/** Civil dates stay `YYYY-MM-DD`: a Date would carry the machine's zone. */
export const parsers: Readonly<Record<number, (text: string) => unknown>> = {
  [INT8]: exactNumber,
  [BYTEA]: (text) => Buffer.from(text.slice(2), 'hex'),
  [DATE]: (text) => text,
  [TIMESTAMPTZ]: instant,
};
