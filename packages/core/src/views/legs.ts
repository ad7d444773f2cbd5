import { type DeductionLeg, SKIP_TEXT } from '@gongji/domain';
import type { CoreDeps } from '../deps';
import { maskedNameOf } from '../store/person.store';
import type { PersonRow } from '../store/tables';
import type { LegView } from './account-view';

/** `nameOf`: how whoever reads the legs knows each payer. */
export const legViews = (legs: readonly DeductionLeg[], nameOf: (payerId: string) => string): LegView[] =>
  legs.map((leg) => ({
    payerId: leg.payerId,
    payer: nameOf(leg.payerId),
    own: leg.own,
    amountFen: leg.amountFen,
    skippedText: leg.skip === null ? null : SKIP_TEXT[leg.skip],
  }));

/** The same shares with their payers called otherwise. */
export const legsNamed = (legs: readonly LegView[], nameOf: (payerId: string) => string): LegView[] =>
  legs.map((leg) => ({ ...leg, payer: nameOf(leg.payerId) }));

export function payerName(deps: CoreDeps, payerId: string, people: ReadonlyMap<string, PersonRow>): string {
  const person = people.get(payerId);
  return person === undefined ? '' : maskedNameOf(deps, person);
}
