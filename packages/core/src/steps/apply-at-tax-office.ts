import { maskName } from '@gongji/domain';
import type { CoreDeps } from '../deps';
import { NoAnswer, NotSent, type TaxApplicationAnswer } from '../outside';
import { certificateNumberOf, nameOf } from '../store/person.store';
import type { NewPayment } from '../store/premium.store';
import type { PersonRow } from '../store/tables';
import type { Left } from '../texts/notices';

/** not-sent: surely nothing happened there this time. no-answer: it may have happened. */
export type Submission = TaxApplicationAnswer | { readonly state: 'not-sent' } | { readonly state: 'no-answer' };

/** What the tax office is told. */
export interface HeldPayment {
  readonly payment: NewPayment;
  readonly payer: PersonRow;
  readonly person: PersonRow;
}

/** Held by who asks: what both sides are told of it is known already. */
export interface JustHeld extends HeldPayment {
  readonly left: Left;
}

export function heldPaymentOf(payment: NewPayment, people: ReadonlyMap<string, PersonRow>): HeldPayment {
  const [payer, person] = [people.get(payment.holder_id), people.get(payment.person_id)];
  if (payer === undefined || person === undefined) throw new Error('a payment names a person who is not there');
  return { payment, payer, person };
}

/** The same payment may be sent again: the tax office knows it by its id and answers as before. */
export async function applyAtTaxOffice(deps: CoreDeps, { payment, payer, person }: HeldPayment): Promise<Submission> {
  try {
    return await deps.taxOffice.apply({
      paymentId: payment.id,
      certificateNumber: certificateNumberOf(deps, person),
      regionCode: payment.region_code,
      year: payment.year,
      amountFen: payment.amount_fen,
      payer: maskName(nameOf(deps, payer)),
    });
  } catch (error) {
    if (error instanceof NotSent) return { state: 'not-sent' };
    if (error instanceof NoAnswer) return { state: 'no-answer' };
    throw error;
  }
}
