import type { taxRefundAnswer, taxRefundRequest } from '@gongji/contract';
import { type RefundRefusal, shanghaiDate, yearOf } from '@gongji/domain';
import type { z } from 'zod';
import type { RegisteredPerson } from '../register/register';
import type { Application, Refund, TaxState } from './application';
import { workingDaysAfter } from './working-days';

export type RefundRequest = z.infer<typeof taxRefundRequest> & { readonly paymentId: string };
type Answer = z.infer<typeof taxRefundAnswer>;

interface Asked {
  readonly request: Pick<RefundRequest, 'paymentId' | 'reason' | 'amountFen'>;
  readonly now: Date;
  readonly findPerson: (certificateNumber: string) => RegisteredPerson | undefined;
}

/** A double payment is looked into, which takes two working days; what the register shows is done at once. */
export function newRefund(found: Application | undefined, asked: Asked): Refund {
  const { paymentId, reason, amountFen } = asked.request;
  const today = shanghaiDate(asked.now);
  return {
    paymentId,
    reason,
    amountFen,
    refusal: decideRefund(found, asked),
    dueOn: reason === 'duplicate' ? workingDaysAfter(today, 2) : today,
    taxNumber: found?.answer.state === 'accepted' ? `${found.answer.taxNumber}T` : '',
  };
}

/** Only what was paid, all of it, before the year of cover, and for what the register shows. */
function decideRefund(found: Application | undefined, { request, now, findPerson }: Asked): RefundRefusal | null {
  if (found?.state !== 'paid' || found.amountFen !== request.amountFen) return 'not-paid';
  if (yearOf(shanghaiDate(now)) >= found.year) return 'year-begun';
  const person = findPerson(found.certificateNumber);
  const shown = { duplicate: true, died: typeof person?.diedOn === 'string', 'moved-to-employee': person?.scheme === 'employee' };
  return shown[request.reason] ? null : 'not-eligible';
}

/** How it stands now. With the day the money goes back and the levy is due again. */
export function settle(state: TaxState, asked: Refund, now: Date): Answer {
  if (asked.refusal !== null) return { state: 'refused', reason: asked.refusal };
  if (shanghaiDate(now) < asked.dueOn) return { state: 'accepted', expectedOn: asked.dueOn };
  const found = state.applications[asked.paymentId];
  if (found?.state === 'paid') {
    found.state = 'refunded';
    found.refundedAt = now.toISOString();
    delete state.holders[found.levyKey];
  }
  return { state: 'refunded', taxNumber: asked.taxNumber };
}
