import type { FamilyDateKind, PlainDate } from '@gongji/domain';
import type { RuleReference } from './rule-reference';

export interface FamilyCalendarView {
  readonly remindersOn: boolean;
  /** By day, from today on. */
  readonly dates: {
    /** The same for the same day, so that a calendar on a phone holds it once. */
    dateId: string;
    kind: FamilyDateKind;
    on: PlainDate;
    daysLeft: number;
    title: string;
    text: string;
    personId: string;
    /** Masked. */
    person: string;
    year: number | null;
    bindingId: string | null;
    paymentId: string | null;
    rule: RuleReference | null;
  }[];
  readonly unknown: { person: string; regionName: string; year: number }[];
  readonly reminderNote: string;
}
