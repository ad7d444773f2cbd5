import type { registerCredit } from '@gongji/contract';
import { fen, type Month } from '@gongji/domain';
import { z } from 'zod';
import { PEOPLE } from '../people/people';
import { personNow, type Register } from './register';

/** The lines of each month's file, as they stood when it was first asked for: a file that is there does not change. */
export const creditFiles = z.record(z.string(), z.array(z.strictObject({ key: z.string(), amountFen: z.int().min(1) })));
export type CreditFile = z.infer<typeof creditFiles>[string];
export type CreditLine = z.infer<typeof registerCredit>;

/** A tenth of what the account opened with as this year's money, in whole yuan: about what a month brings by November. */
export const monthlyCreditFen = (currentYearFen: number): number => Math.round(currentYearFen / 1000) * 100;

/** Who has an account and is insured as an employee now. */
export function makeCreditFile(register: Register): CreditFile {
  return PEOPLE.flatMap((person) => {
    const { insuranceState, diedOn } = personNow(register, person);
    if (person.account === null || insuranceState !== 'normal' || diedOn !== null) return [];
    const amountFen = monthlyCreditFen(person.account.currentYearFen);
    return amountFen > 0 ? [{ key: person.key, amountFen }] : [];
  });
}

/** Numbered from 1 in the order of the file; from the place where each is insured now. */
export function linesOf(file: CreditFile, register: Register): readonly CreditLine[] {
  return file.flatMap(({ key, amountFen }, index) => {
    const person = PEOPLE.find((each) => each.key === key);
    if (person === undefined) return [];
    const { certificateKind, certificateNumber } = person;
    const { regionCode } = personNow(register, person);
    return [{ number: index + 1, certificateKind, certificateNumber, regionCode, amountFen: fen(amountFen) }];
  });
}

/** A month's file is there from its first day on. */
export const isThere = (month: Month, now: Month): boolean => month <= now;
