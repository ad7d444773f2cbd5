// A request's id is 32 letters and digits, which nobody reads out without a mistake. The access log holds both, so what was read out leads to the request.

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** Of the random end of an id; as many as a number in JavaScript holds exactly. */
const HEX_DIGITS = 10;
const DIGITS = 12;

/** Twelve decimal digits that stand for an id: one in 10^12 that two of them agree. What is no UUID, such as a payment's own number, stays as it is. */
export const spokenReference = (id: string): string =>
  UUID.test(id) ? String(Number.parseInt(id.slice(-HEX_DIGITS), 16) % 10 ** DIGITS).padStart(DIGITS, '0') : id;

/** In groups of four, as a bank's card has them. */
export const groupedReference = (id: string): string => (UUID.test(id) ? (spokenReference(id).match(/\d{4}/g) ?? []).join(' ') : id);
