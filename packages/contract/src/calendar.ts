import { FAMILY_DATE_KINDS } from '@gongji/domain';
import { z } from 'zod';
import { id, plainDateText, premiumYear, ruleReference } from './wire';

export const familyDate = z.strictObject({
  dateId: z.string(),
  kind: z.enum(FAMILY_DATE_KINDS),
  on: plainDateText,
  daysLeft: z.int().min(0),
  title: z.string(),
  text: z.string(),
  personId: id,
  person: z.string(),
  /** Of which year's cover, where it is about one. */
  year: premiumYear.nullable(),
  bindingId: id.nullable(),
  paymentId: id.nullable(),
  rule: ruleReference.nullable(),
});
export type FamilyDateView = z.infer<typeof familyDate>;

/** By day, from today on. */
export const familyCalendar = z.strictObject({
  remindersOn: z.boolean(),
  dates: z.array(familyDate),
  /** Windows that nobody published. */
  unknown: z.array(z.strictObject({ person: z.string(), regionName: z.string(), year: premiumYear })),
  /** That the days before are assumed. */
  reminderNote: z.string(),
});
export type FamilyCalendar = z.infer<typeof familyCalendar>;
export const remindersRequest = z.strictObject({ isOn: z.boolean() });
