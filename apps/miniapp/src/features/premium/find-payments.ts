import type { PaymentView } from '@gongji/contract';
import { personName } from '@/shared/text/words';

export const ALL = 'all';

export interface PaymentFilter {
  /** A person's id, or ALL. */
  readonly personId: string;
  /** A year as text, or ALL. */
  readonly year: string;
}

export const NO_FILTER: PaymentFilter = { personId: ALL, year: ALL };

export const findPayments = (payments: readonly PaymentView[], { personId, year }: PaymentFilter): readonly PaymentView[] =>
  payments.filter(
    (payment) => (personId === ALL || payment.person.personId === personId) && (year === ALL || String(payment.year) === year),
  );

/** Newest first. */
export const yearsOf = (payments: readonly PaymentView[]): readonly number[] =>
  [...new Set(payments.map(({ year }) => year))].sort((a, b) => b - a);

/** In the order of their newest payment. */
export function peopleOf(payments: readonly PaymentView[]): readonly { readonly personId: string; readonly name: string }[] {
  const people = [...new Map(payments.map(({ person }) => [person.personId, person])).values()];
  return people.map((person) => ({ personId: person.personId, name: personName(person) }));
}
