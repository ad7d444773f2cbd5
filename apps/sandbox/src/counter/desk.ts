import { createHash } from 'node:crypto';
import { AppError } from '@gongji/domain';
import type { SandboxDeps } from '../deps';
import { requireInstitution } from './institution-client';
import { recordsOf } from './records-of';
import { scanCode } from './scan-visit';
import { preSettleVisit, settleVisit } from './settle-visit';
import type { CounterRecord, NotDone, Scanned, Settled, SplitFound } from './shapes';
import { type PreSettleTerms, sameTerms, type SettleTerms, type Visit } from './visit';
import { voidVisit } from './void-visit';

/** The counter's own desk: it holds the institution's keys and tokens, so that the page never sees them. */
export interface Desk {
  readonly scan: (institutionCode: string, payload: string) => Promise<Scanned | NotDone>;
  readonly preSettle: (visitId: string, terms: PreSettleTerms) => Promise<SplitFound | NotDone>;
  readonly settle: (visitId: string, terms: SettleTerms) => Promise<Settled | NotDone>;
  /** The same settlement once more, under the same msgid. */
  readonly askAgain: (visitId: string) => Promise<Settled | NotDone>;
  /** All of a settlement goes back; asked again, under the same msgid. */
  readonly takeBack: (visitId: string) => Promise<Settled | NotDone>;
  readonly recordsOf: (institutionCode: string) => readonly CounterRecord[];
}

export function openDesk(deps: SandboxDeps): Desk {
  const { state } = deps;
  // Presses that arrive while an answer is awaited get that answer.
  const underWay = new Map<string, Promise<unknown>>();
  const once = <T>(key: string, act: () => Promise<T>): Promise<T> => {
    const running = underWay.get(key) as Promise<T> | undefined;
    if (running !== undefined) return running;
    const started = act().finally(() => underWay.delete(key));
    underWay.set(key, started);
    return started;
  };
  const visitOf = (visitId: string): Visit => {
    const found = state.current.counter.visits[visitId];
    if (found === undefined) throw new AppError('SETTLEMENT_NOT_FOUND');
    return found;
  };
  const settle = async (visitId: string, terms: SettleTerms) => {
    const visit = visitOf(visitId);
    const known = visit.settlement;
    if (known !== null && !sameTerms(known.terms, terms)) {
      throw new AppError(known.state === 'done' ? 'SETTLEMENT_TOKEN_INVALID' : 'SETTLEMENT_NOT_ANSWERED');
    }
    return once(`settle ${visitId}`, () => settleVisit(deps, visit, terms));
  };

  return {
    scan: async (institutionCode, payload) => {
      const institution = requireInstitution(institutionCode);
      const codeHash = createHash('sha256').update(payload).digest('hex');
      return once(`scan ${institutionCode} ${codeHash}`, () => scanCode(deps, { institution, payload, codeHash }));
    },
    preSettle: (visitId, terms) => preSettleVisit(deps, visitOf(visitId), terms),
    settle,
    askAgain: async (visitId) => {
      const { settlement } = visitOf(visitId);
      if (settlement === null) throw new AppError('SETTLEMENT_NOT_FOUND');
      return settle(visitId, settlement.terms);
    },
    takeBack: async (visitId) => once(`void ${visitId}`, () => voidVisit(deps, visitOf(visitId))),
    recordsOf: (institutionCode) => recordsOf(deps, requireInstitution(institutionCode).code),
  };
}
