import { shanghaiDate } from '@gongji/domain';
import type { SandboxDeps } from '../deps';
import type { CounterRecord } from './shapes';
import type { Settlement } from './visit';

/** The settlements of today, newest first, and every older one that still waits for an answer. */
export function recordsOf({ state, now }: SandboxDeps, institutionCode: string): readonly CounterRecord[] {
  const today = shanghaiDate(now());
  return Object.values(state.current.counter.visits)
    .filter((visit) => visit.institutionCode === institutionCode)
    .flatMap(({ visitId, holder, settlement }) => (settlement === null ? [] : [{ visitId, name: holder?.name ?? '', settlement }]))
    .filter(({ settlement }) => isOpen(settlement) || shanghaiDate(new Date(settlement.startedAt)) === today)
    .map(({ visitId, name, settlement }) => ({
      visitId,
      at: settlement.startedAt,
      name,
      totalFen: settlement.terms.totalFen,
      state: stateOf(settlement),
      msgid: settlement.voiding?.state === 'asking' ? settlement.voiding.msgid : settlement.msgid,
      number: settlement.output?.setl_no ?? null,
    }))
    .sort((left, right) => right.at.localeCompare(left.at));
}

const isOpen = (settlement: Settlement): boolean => ['asking', 'voiding'].includes(stateOf(settlement));

function stateOf({ state, voiding }: Settlement): CounterRecord['state'] {
  if (voiding === null) return state;
  return voiding.state === 'done' ? 'voided' : 'voiding';
}
