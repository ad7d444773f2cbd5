import type { PlainDate } from '../dates';
import { parseSpokenNumber, spokenNumber } from '../spoken-number';

// Twelve digits in two groups of six, five of them drawn: short enough to be read out on the phone. A number opens nothing: who reads a complaint is asked who
// they are.

const DRAWN = 5;

/** `serial`: drawn, 0 to 99,999. Throws RangeError for another. */
export const complaintNumber = (on: PlainDate, serial: number): string => spokenNumber(on, { serial, digits: DRAWN });

/** The digits of a number as somebody typed or spoke it, or undefined where it cannot be one. */
export const parseComplaintNumber = (rawNumber: string): string | undefined => parseSpokenNumber(rawNumber, DRAWN);

/** 261123 004711: as it is shown and read out. */
export const complaintNumberText = (number: string): string => `${number.slice(0, 6)} ${number.slice(6)}`;
