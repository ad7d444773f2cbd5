import {
  type ClearingAnswer,
  type DailyFileLine,
  type LevyKey,
  NoAnswer,
  NotSent,
  type TaxApplicationAnswer,
  type TaxOffice,
  type TaxQueryAnswer,
  type TaxRefundAnswer,
} from '@gongji/core';
import { type Fen, fen, type PlainDate, REFUND_REFUSALS, type RefundRefusal } from '@gongji/domain';

// A tax office in memory, for tests of the core: it keeps its side of the port's promises, and its faults are switched on call by call.

/** lost-request: nothing happened there and nobody knows. lost-answer: it was done and nobody knows. */
export type Fault = 'not-sent' | 'lost-request' | 'lost-answer' | 'broken' | 'locked';
export type Part = 'findLevy' | 'apply' | 'void' | 'query' | 'clear' | 'dailyFile' | 'refund' | 'queryRefund';

interface Levy {
  known: boolean;
  amountFen: Fen;
  /** Through another channel, masked. */
  paidBy: string | null;
  continuous: boolean;
  lapsedYears: number;
}

interface Application {
  readonly levy: string;
  readonly amountFen: Fen;
  readonly payer: string;
  readonly taxNumber: string;
  state: 'accepted' | 'voided' | 'paid' | 'posted' | 'refunded';
  readonly key: LevyKey;
}

export interface TaxDesk extends TaxOffice {
  /** The next so many calls of a part go wrong. */
  readonly fail: (part: Part, fault: Fault, times?: number) => void;
  /** How often a part was called, faults included. */
  readonly calls: Readonly<Record<Part, number>>;
  readonly applications: ReadonlyMap<string, Application>;
  /** Every name under which a batch was ever sent. */
  readonly batchIds: ReadonlySet<string>;
  readonly setLevy: (key: LevyKey, changes: Partial<Levy>) => void;
  /** Turns down this payment when it comes in a batch. */
  readonly refuseInBatch: (paymentId: string) => void;
  /** How refunds are answered from now on: no, later (by the day named), or at once, which is so where nothing is set. */
  readonly answerRefunds: (how: RefundRefusal | PlainDate | 'at once') => void;
  /** The answer to a batch says nothing of this payment. */
  readonly leaveOut: (paymentId: string) => void;
  readonly mention: (paymentId: string) => void;
  /** The daily file of each day: what is asked for comes from here, so many lines a page. */
  readonly files: Map<string, readonly DailyFileLine[]>;
  readonly pageSize: number;
  /** What reaches the treasury: everything paid so far. */
  readonly postAll: () => void;
  /** What the tax office has taken, all in all. */
  readonly takenFen: () => number;
}

export const LEVY_FEN = fen(40_000);

/** Lines of a page of a daily file. */
const PAGE = 100;
const keyOf = ({ certificateNumber, regionCode, year }: LevyKey): string => `${certificateNumber}/${regionCode}/${year}`;

export function openTaxDesk(): TaxDesk {
  const levies = new Map<string, Levy>();
  const applications = new Map<string, Application>();
  /** Which payment has a levy: one at a time. */
  const holders = new Map<string, string>();
  const answers = new Map<string, TaxApplicationAnswer>();
  const batches = new Map<string, ClearingAnswer>();
  const refusedInBatch = new Set<string>();
  const leftOut = new Set<string>();
  const files = new Map<string, readonly DailyFileLine[]>();
  const batchIds = new Set<string>();
  const faults: Record<Part, Fault[]> = {
    findLevy: [],
    apply: [],
    void: [],
    query: [],
    clear: [],
    dailyFile: [],
    refund: [],
    queryRefund: [],
  };
  const calls: Record<Part, number> = { findLevy: 0, apply: 0, void: 0, query: 0, clear: 0, dailyFile: 0, refund: 0, queryRefund: 0 };
  const refunds = new Map<string, { readonly paymentId: string; answer: TaxRefundAnswer }>();
  let refundsAre: RefundRefusal | PlainDate | 'at once' = 'at once';

  const levyAt = (key: LevyKey): Levy =>
    levies.get(keyOf(key)) ?? { known: true, amountFen: LEVY_FEN, paidBy: null, continuous: true, lapsedYears: 0 };
  const holderOf = (levy: string): Application | undefined => applications.get(holders.get(levy) ?? '');

  /** A real office is elsewhere: every answer takes a turn of the event loop. */
  const call = async <T>(part: Part, work: () => T, whenLocked?: () => T): Promise<T> => {
    calls[part] += 1;
    const fault = faults[part].shift();
    await new Promise((resolve) => setImmediate(resolve));
    if (fault === 'not-sent') throw new NotSent();
    if (fault === 'lost-request') throw new NoAnswer();
    if (fault === 'broken') throw new Error('the adapter is broken');
    if (fault === 'locked' && whenLocked !== undefined) return whenLocked();
    const answer = work();
    if (fault === 'lost-answer') throw new NoAnswer();
    return answer;
  };

  const decide = (request: Parameters<TaxOffice['apply']>[0]): TaxApplicationAnswer => {
    const levy = levyAt(request);
    const holder = holderOf(keyOf(request));
    if (!levy.known) return { state: 'refused', reason: 'not-due' };
    if (levy.paidBy !== null || holder?.state === 'paid' || holder?.state === 'posted') return { state: 'refused', reason: 'already-paid' };
    if (holder !== undefined) return { state: 'refused', reason: 'already-applied' };
    if (levy.amountFen !== request.amountFen) return { state: 'refused', reason: 'amount-changed' };
    const taxNumber = `T${applications.size + 1}`;
    applications.set(request.paymentId, {
      levy: keyOf(request),
      amountFen: request.amountFen,
      payer: request.payer,
      taxNumber,
      state: 'accepted',
      key: request,
    });
    holders.set(keyOf(request), request.paymentId);
    return { state: 'accepted', taxNumber };
  };

  const clearOne = (item: { readonly paymentId: string; readonly amountFen: Fen }): ClearingAnswer['items'][number] => {
    const found = applications.get(item.paymentId);
    const open = found !== undefined && found.state !== 'voided' && found.state !== 'refunded' && found.amountFen === item.amountFen;
    if (!open || refusedInBatch.has(item.paymentId)) return { paymentId: item.paymentId, state: 'refused', taxNumber: null };
    found.state = 'paid';
    return { paymentId: item.paymentId, state: 'paid', taxNumber: found.taxNumber };
  };

  const refundAnswer = (paymentId: string): TaxRefundAnswer => {
    const found = applications.get(paymentId);
    if (found?.state !== 'paid' && found?.state !== 'posted') return { state: 'refused', reason: 'not-paid' };
    const refusal = REFUND_REFUSALS.find((each) => each === refundsAre);
    if (refusal !== undefined) return { state: 'refused', reason: refusal };
    if (refundsAre !== 'at once') return { state: 'accepted', expectedOn: refundsAre as PlainDate };
    found.state = 'refunded';
    holders.delete(found.levy);
    return { state: 'refunded', taxNumber: `${found.taxNumber}-R` };
  };
  /** What was to be answered later is answered as it stands now. */
  const refundNow = (refundId: string): TaxRefundAnswer | { readonly state: 'none' } => {
    const known = refunds.get(refundId);
    if (known?.answer.state === 'accepted') known.answer = refundAnswer(known.paymentId);
    return known?.answer ?? { state: 'none' };
  };

  return {
    calls,
    applications,
    batchIds,
    fail: (part, fault, times = 1) => void faults[part].push(...Array.from({ length: times }, () => fault)),
    setLevy: (key, changes) => void levies.set(keyOf(key), { ...levyAt(key), ...changes }),
    refuseInBatch: (paymentId) => void refusedInBatch.add(paymentId),
    answerRefunds: (how) => {
      refundsAre = how;
    },
    leaveOut: (paymentId) => void leftOut.add(paymentId),
    mention: (paymentId) => void leftOut.delete(paymentId),
    files,
    pageSize: PAGE,
    dailyFile: ({ date, regionCode, cursor }) =>
      call('dailyFile', () => {
        const lines = files.get(`${regionCode}/${date}`) ?? [];
        const start = Number(cursor ?? 0);
        const isLast = start + PAGE >= lines.length;
        return { lines: lines.slice(start, start + PAGE), nextCursor: isLast ? null : String(start + PAGE) };
      }),
    postAll: () => {
      for (const each of applications.values()) if (each.state === 'paid') each.state = 'posted';
    },
    takenFen: () =>
      [...applications.values()]
        .filter(({ state }) => state === 'paid' || state === 'posted')
        .reduce((sum, each) => sum + each.amountFen, 0),
    findLevy: (key) =>
      call('findLevy', () => {
        const { known, paidBy, ...levy } = levyAt(key);
        if (!known) return { found: false };
        const holder = holderOf(keyOf(key));
        if (paidBy !== null) return { found: true, ...levy, categoryText: '城乡居民', state: 'paid', payer: paidBy };
        if (holder === undefined) return { found: true, ...levy, categoryText: '城乡居民', state: 'due', payer: null };
        const state = holder.state === 'accepted' ? 'applied' : 'paid';
        return { found: true, ...levy, categoryText: '城乡居民', state, payer: holder.payer };
      }),
    apply: (request) =>
      call(
        'apply',
        () => {
          const answer = answers.get(request.paymentId) ?? decide(request);
          answers.set(request.paymentId, answer);
          return answer;
        },
        () => ({ state: 'locked', retryAfterSeconds: 120 }),
      ),
    void: (paymentId) =>
      call('void', () => {
        const found = applications.get(paymentId);
        if (found === undefined) return { state: 'refused', reason: 'not-found' };
        if (found.state !== 'accepted' && found.state !== 'voided') return { state: 'refused', reason: 'cleared' };
        found.state = 'voided';
        holders.delete(found.levy);
        return { state: 'voided' };
      }),
    query: (paymentId) =>
      call('query', (): TaxQueryAnswer => {
        const found = applications.get(paymentId);
        return { state: found?.state ?? 'none', taxNumber: found?.taxNumber ?? null };
      }),
    refund: ({ refundId, paymentId }) =>
      call('refund', () => {
        if (!refunds.has(refundId)) refunds.set(refundId, { paymentId, answer: refundAnswer(paymentId) });
        return refundNow(refundId) as TaxRefundAnswer;
      }),
    queryRefund: (refundId) => call('queryRefund', () => refundNow(refundId)),
    clear: ({ batchId, items }) => {
      batchIds.add(batchId);
      return call('clear', () => {
        const answer = batches.get(batchId) ?? { items: items.filter(({ paymentId }) => !leftOut.has(paymentId)).map(clearOne) };
        batches.set(batchId, answer);
        return answer;
      });
    },
  };
}
