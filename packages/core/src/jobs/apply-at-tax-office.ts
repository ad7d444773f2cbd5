import { maskName } from '@gongji/domain';
import type { CoreDeps } from '../deps';
import { NoAnswer, NotSent, type TaxApplicationAnswer } from '../outside';
import { certificateNumberOf, nameOf } from '../store/person.store';
import type { PersonRow, PremiumPaymentRow } from '../store/tables';

/** not-sent: surely nothing happened there this time. no-answer: it may have happened. */
export type Submission = TaxApplicationAnswer | { readonly state: 'not-sent' } | { readonly state: 'no-answer' };

/** The same payment may be sent again: the tax office knows it by its id and answers as before. */
export async function applyAtTaxOffice(
  deps: CoreDeps,
  { payment, people }: { readonly payment: PremiumPaymentRow; readonly people: ReadonlyMap<string, PersonRow> },
): Promise<Submission> {
  const [person, payer] = [people.get(payment.person_id), people.get(payment.holder_id)];
  if (person === undefined || payer === undefined) throw new Error('a payment names a person who is not there');
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
