import type { CoreDeps } from '../deps';
import { findKnown } from '../facts/known';
import { findPersons, isHere } from '../store/person.store';
import { tell } from '../store/record.store';
import type { PremiumPaymentRow } from '../store/tables';
import type { Tx } from '../store/transaction';
import { type RefundAction, refundNotices } from '../texts/refund-notices';

interface RefundNews {
  readonly payment: PremiumPaymentRow;
  readonly action: RefundAction;
}

/** The payer and whose cover it was, each as the other is known to them. */
export async function tellRefund(tx: Tx, deps: CoreDeps, { payment, action }: RefundNews): Promise<void> {
  const { holder_id: payerId, person_id: personId } = payment;
  const people = await findPersons(tx, [payerId, personId]);
  const known = await findKnown(tx, deps, [payerId, personId]);
  const names = { payerName: known.nameFor(personId, people.get(payerId)), personName: known.nameFor(payerId, people.get(personId)) };
  await tell(
    tx,
    deps,
    refundNotices({ payment, action, ...names }).filter(({ holderId }) => isHere(people.get(holderId))),
  );
}
