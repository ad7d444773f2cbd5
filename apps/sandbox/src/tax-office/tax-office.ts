import type {
  clearingFileAnswer,
  clearingFileRequest,
  dailyFileAnswer,
  dailyFileRequest,
  levyAnswer,
  levyRequest,
  taxApplicationAnswer,
  taxApplicationRequest,
} from '@gongji/contract';
import type { taxQueryAnswer, taxRefundAnswer, taxRefundQueryAnswer, taxVoidAnswer } from '@gongji/contract';
import { maskName, shanghaiDate } from '@gongji/domain';
import type { z } from 'zod';

import type { RegisteredPerson } from '../register/register';
import { type Application, clears, decideApplication, decideVoid, queryOf, type TaxState } from './application';
import { dailyFile } from './daily-file';
import { type Levy, levyOf } from './levies';
import { newRefund, type RefundRequest, settle } from './refund';

/** What the tax office keeps and answers. Each call changes the state at once; the caller saves it before answering. */
export interface TaxOffice {
  readonly levy: (request: z.infer<typeof levyRequest>) => z.infer<typeof levyAnswer>;
  readonly apply: (request: z.infer<typeof taxApplicationRequest>) => z.infer<typeof taxApplicationAnswer>;
  readonly takeBack: (paymentId: string) => z.infer<typeof taxVoidAnswer>;
  readonly query: (paymentId: string) => z.infer<typeof taxQueryAnswer>;
  readonly refund: (request: RefundRequest) => z.infer<typeof taxRefundAnswer>;
  readonly queryRefund: (refundId: string) => z.infer<typeof taxRefundQueryAnswer>;
  readonly clear: (request: z.infer<typeof clearingFileRequest>) => z.infer<typeof clearingFileAnswer>;
  readonly dailyFile: (request: z.infer<typeof dailyFileRequest>) => z.infer<typeof dailyFileAnswer>;
}

export interface TaxOfficeDeps {
  readonly now: () => Date;
  readonly findPerson: (certificateNumber: string) => RegisteredPerson | undefined;
}

export function taxOffice(state: TaxState, { now, findPerson }: TaxOfficeDeps): TaxOffice {
  const holderOf = (levyKey: string) => state.applications[state.holders[levyKey] ?? ''];
  return {
    levy: (request) => {
      const found = findLevy(findPerson(request.certificateNumber), request);
      return found === undefined ? { found: false } : levyText(found.levy, holderOf(found.levyKey));
    },
    apply: (request) => {
      const known = state.applications[request.paymentId];
      if (known !== undefined) return known.answer;
      const found = findLevy(findPerson(request.certificateNumber), request);
      const made = newApplication(state, { request, found, now: now() });
      state.applications[request.paymentId] = made;
      if (made.state === 'accepted') state.holders[made.levyKey] = request.paymentId;
      return made.answer;
    },
    takeBack: (paymentId) => {
      const found = state.applications[paymentId];
      const answer = decideVoid(found);
      if (found?.state === 'accepted') {
        found.state = 'voided';
        found.voidedAt = now().toISOString();
        delete state.holders[found.levyKey];
      }
      return answer;
    },
    query: (paymentId) => queryOf(state.applications[paymentId], now()),
    refund: (request) => {
      const known = state.refunds[request.refundId];
      const made = known ?? newRefund(state.applications[request.paymentId], { request, now: now(), findPerson });
      state.refunds[request.refundId] = made;
      return settle(state, made, now());
    },
    queryRefund: (refundId) => {
      const known = state.refunds[refundId];
      return known === undefined ? { state: 'none' } : settle(state, known, now());
    },
    clear: (request) => {
      const known = state.batches[request.batchId];
      if (known !== undefined) return known;
      const answer = { items: request.items.map((line) => clearLine(state, { ...line, regionCode: request.regionCode }, now())) };
      state.batches[request.batchId] = answer;
      return answer;
    },
    dailyFile: (request) => dailyFile(state.applications, request),
  };
}

type FoundLevy = { levyKey: string; levy: Levy };

/** A levy is asked for in the place where the person is insured; anywhere else there is no record, and none of somebody who died. */
function findLevy(person: RegisteredPerson | undefined, asked: { regionCode: string; year: number }): FoundLevy | undefined {
  const owes = person?.regionCode === asked.regionCode && person.diedOn === null;
  const levy = owes ? levyOf(person, asked.year) : undefined;
  return person && levy ? { levyKey: `${person.key} ${asked.year}`, levy } : undefined;
}

function levyText(levy: Levy, holder: Application | undefined): z.infer<typeof levyAnswer> {
  const { paidBy, ...told } = levy;
  if (paidBy !== null) return { found: true, ...told, state: 'paid', payer: paidBy };
  if (holder === undefined) return { found: true, ...told, state: 'due', payer: null };
  return { found: true, ...told, state: holder.state === 'paid' ? 'paid' : 'applied', payer: maskName(holder.payer) };
}

function newApplication(
  state: TaxState,
  asked: { request: z.infer<typeof taxApplicationRequest>; found: FoundLevy | undefined; now: Date },
): Application {
  const { request, found, now } = asked;
  const holder = found && state.applications[state.holders[found.levyKey] ?? ''];
  const decision = decideApplication(found?.levy, holder, request);
  const accepted = decision === 'accepted';
  return {
    levyKey: found?.levyKey ?? '',
    regionCode: request.regionCode,
    certificateNumber: request.certificateNumber,
    year: request.year,
    amountFen: request.amountFen,
    payer: request.payer,
    state: accepted ? 'accepted' : 'refused',
    answer: accepted
      ? { state: 'accepted', taxNumber: nextNumber(state, request.regionCode, now) }
      : { state: 'refused', reason: decision },
    paidAt: null,
    acceptedAt: accepted ? now.toISOString() : null,
    voidedAt: null,
    refundedAt: null,
  };
}

/** Region, day and a serial: as long as the numbers on real vouchers, and never the same twice. */
function nextNumber(state: TaxState, regionCode: string, now: Date): string {
  state.lastSerial += 1;
  return `${regionCode}${shanghaiDate(now).replaceAll('-', '')}${String(state.lastSerial).padStart(6, '0')}`;
}

function clearLine(state: TaxState, line: { paymentId: string; amountFen: number; regionCode: string }, now: Date) {
  const found = state.applications[line.paymentId];
  if (found === undefined || !clears(found, line)) return { paymentId: line.paymentId, state: 'refused' as const, taxNumber: null };
  found.state = 'paid';
  found.paidAt ??= now.toISOString();
  return {
    paymentId: line.paymentId,
    state: 'paid' as const,
    taxNumber: found.answer.state === 'accepted' ? found.answer.taxNumber : null,
  };
}
