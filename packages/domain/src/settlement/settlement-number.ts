import type { PlainDate } from '../dates';
import { parseSpokenNumber, spokenNumber } from '../spoken-number';

// Sixteen digits in four groups of four, nine of them drawn. For people at a counter and on the phone, who cannot read a UUID to each other; the machines keep
// theirs. A number opens nothing, and says nothing of how many settlements there are.

const DRAWN = 9;
/** So many numbers a day. */
export const SETTLEMENT_SERIALS = 10 ** DRAWN;

/** `serial`: drawn, 0 to 999,999,999. Throws RangeError for another. */
export const settlementNumber = (on: PlainDate, serial: number): string => spokenNumber(on, { serial, digits: DRAWN });

/** The digits of a number as somebody typed or spoke it, or undefined where it cannot be one. */
export const parseSettlementNumber = (rawNumber: string): string | undefined => parseSpokenNumber(rawNumber, DRAWN);

/** 2611 2300 0004 7118: as it is shown and read out. */
export const settlementNumberText = (number: string): string => number.replace(/(\d{4})(?=\d)/g, '$1 ');
