import { decided, type RefundReason, type RefundRequest, refused, shanghaiDate } from '@gongji/domain';
import type { CoreDeps } from '../deps';
import type { Outcome } from '../outcome';
import { factsOf, findPersons, isHere } from '../store/person.store';
import { findPayment } from '../store/premium.store';
import type { PersonRow, PremiumPaymentRow } from '../store/tables';
import type { Reader } from '../store/transaction';

export interface AskRefund {
  readonly actorId: string;
  readonly paymentId: string;
  readonly reason: RefundReason;
}

/** What a refund is decided on, by today's rules of the place whose tax office has the premium. */
export interface RefundFacts {
  readonly payment: PremiumPaymentRow;
  readonly payer: PersonRow;
  readonly person: PersonRow;
  readonly request: RefundRequest;
}

export async function findRefundFacts(reader: Reader, deps: CoreDeps, ask: AskRefund): Promise<Outcome<RefundFacts>> {
  const payment = await findPayment(reader, ask.paymentId);
  // Somebody else's payment is answered like one that never was.
  if (payment === undefined || payment.holder_id !== ask.actorId) return refused('PREMIUM_PAYMENT_NOT_FOUND');
  const people = await findPersons(reader, [payment.holder_id, payment.person_id]);
  const [payer, person] = [people.get(payment.holder_id), people.get(payment.person_id)];
  if (payer === undefined || person === undefined) throw new Error('a payment names a person who is not there');
  if (!isHere(payer)) return refused('PERSON_NOT_ENROLLED');
  const today = shanghaiDate(deps.now());
  const policy = deps.policies.policyFor(payment.region_code, today);
  if (policy === undefined) return refused('POLICY_NOT_FOUND');
  const { holder_id: payerId, state, year } = payment;
  const request = { payment: { payerId, state, year }, actorId: ask.actorId, reason: ask.reason, person: factsOf(person), policy, today };
  return decided({ payment, payer, person, request });
}
