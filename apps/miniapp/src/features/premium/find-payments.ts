import type { PaymentView } from '@gongji/contract';
import { PAID } from '@gongji/texts';
import { say } from '@/shared/text/say';

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

/** In the order of their newest payment. Two people may be masked alike: those are told apart by their certificates. */
export function peopleOf(payments: readonly PaymentView[]): readonly { readonly personId: string; readonly name: string }[] {
  const people = [...new Map(payments.map(({ person }) => [person.personId, person])).values()];
  const alike = (name: string) => people.filter(({ maskedName }) => maskedName === name).length > 1;
  return people.map(({ personId, maskedName, maskedCertificate }) => ({
    personId,
    name: alike(maskedName) ? say(PAID.history.alike, { name: maskedName, digits: maskedCertificate.slice(-2) }) : maskedName,
  }));
}
