/** What is printed on a receipt: our number and the check code. */
export interface ReceiptCode {
  readonly number: string;
  readonly hash: string;
}

export const codeText = ({ number, hash }: ReceiptCode): string => `${number}.${hash}`;

/** From a scanned address or from its code alone; undefined: this is no receipt of ours. */
export function parseCode(scanned: string): ReceiptCode | undefined {
  const [, number, hash] = /(?:^|code=)(GJ\d{20})\.([0-9a-f]{64})$/.exec(scanned.trim()) ?? [];
  return number === undefined || hash === undefined ? undefined : { number, hash };
}

/** As somebody types it from the paper: in groups, in capitals. */
export const plainNumber = (typed: string): string => typed.replace(/\s/g, '').toUpperCase();
export const plainHash = (typed: string): string => typed.replace(/[\s-]/g, '').toLowerCase();
export const isNumber = (number: string): boolean => /^GJ\d{20}$/.test(number);
export const isHash = (hash: string): boolean => /^[0-9a-f]{64}$/.test(hash);
/** In fours, as on the paper. */
export const hashText = (hash: string): string => (hash.match(/.{4}/g) ?? []).join(' ');
