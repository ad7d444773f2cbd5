// Where somebody wants to be called back. Only the shape is checked: whether anybody answers there is found out by calling.

/** A mobile number of the mainland, or a fixed one with its area code; undefined for anything else. Spaces and dashes are dropped. */
export function parsePhone(rawPhone: string): string | undefined {
  const digits = rawPhone.replace(/[\s-]/g, '');
  return /^(1[3-9]\d{9}|0\d{9,11})$/.test(digits) ? digits : undefined;
}

/** 138****1234 */
export const maskPhone = (phone: string): string => `${phone.slice(0, 3)}****${phone.slice(-4)}`;
