import { plainDateText, regionCode, type SandboxPerson } from '@gongji/contract';
import { INSURANCE_STATES, type InsuranceState, isInsuredPlace, type PlainDate } from '@gongji/domain';
import { z } from 'zod';
import { PEOPLE } from '../people/people';

// The insurance register: how people stand after what happened to them. Pure, so that every change stands in a table of tests.

export const INSURANCE_CHANGES = ['insurance-paused', 'insurance-ended', 'insurance-resumed'] as const;
export const CHANGES = [...INSURANCE_CHANGES, 'moved', 'died'] as const;

export const changeRequest = z.discriminatedUnion('change', [
  z.strictObject({ key: z.string(), change: z.enum([...INSURANCE_CHANGES, 'died']) }),
  z.strictObject({ key: z.string(), change: z.literal('moved'), regionCode: regionCode.refine(isInsuredPlace, '不是参保的统筹区') }),
]);
export type ChangeRequest = z.infer<typeof changeRequest>;

const standing = { regionCode, insuranceState: z.enum(INSURANCE_STATES), diedOn: plainDateText.nullable() };
/** One numbered change, with how the person stands after it; restored comes from a reset. */
export const registerEntry = z.strictObject({
  number: z.int().min(1),
  key: z.string(),
  change: z.enum([...CHANGES, 'restored']),
  ...standing,
});
export type RegisterEntry = z.infer<typeof registerEntry>;
export type Register = readonly RegisterEntry[];

export interface Standing {
  readonly regionCode: string;
  readonly insuranceState: InsuranceState;
  readonly diedOn: PlainDate | null;
}
export type RegisteredPerson = SandboxPerson & Standing;

const lastChange = (register: Register, key: string): RegisterEntry | undefined => register.filter((entry) => entry.key === key).at(-1);

/** As the register has them now. */
export function personNow(register: Register, person: SandboxPerson): RegisteredPerson {
  const last = lastChange(register, person.key);
  const { regionCode, insuranceState, diedOn } = last ?? { ...person, diedOn: null };
  return { ...person, regionCode, insuranceState, diedOn };
}

/** undefined: nothing would be different, or the person has died, after which nothing changes any more. */
export function decideChange(person: RegisteredPerson, asked: ChangeRequest, today: PlainDate): Standing | undefined {
  const { regionCode, insuranceState, diedOn } = person;
  if (diedOn !== null) return undefined;
  if (asked.change === 'died') return { regionCode, insuranceState: 'ended', diedOn: today };
  const after =
    asked.change === 'moved'
      ? { regionCode: asked.regionCode, insuranceState, diedOn }
      : { regionCode, insuranceState: STATE_AFTER[asked.change], diedOn };
  return after.regionCode === regionCode && after.insuranceState === insuranceState ? undefined : after;
}

const STATE_AFTER: Readonly<Record<(typeof INSURANCE_CHANGES)[number], InsuranceState>> = {
  'insurance-paused': 'paused',
  'insurance-ended': 'ended',
  'insurance-resumed': 'normal',
};

export const nextNumber = (register: Register): number => register.reduce((last, { number }) => Math.max(last, number), 0) + 1;

/**
 * Everybody as at the beginning. Readers remember the number of the last change they saw, so numbers go on: whoever was ever changed gets
 * one more change, which restores them, unless their last one did. Nothing else is kept.
 */
export function restoreEverybody(register: Register): RegisterEntry[] {
  let number = nextNumber(register);
  const restored = PEOPLE.flatMap(({ key, regionCode, insuranceState }): RegisterEntry[] => {
    const last = lastChange(register, key);
    if (last === undefined) return [];
    return [last.change === 'restored' ? last : { number: number++, key, change: 'restored', regionCode, insuranceState, diedOn: null }];
  });
  return restored.sort((left, right) => left.number - right.number);
}
