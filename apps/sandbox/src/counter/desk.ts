import { createHash, randomUUID } from 'node:crypto';
import { decodeOutput, type SandboxInstitution, settleOutput } from '@gongji/contract';
import { AppError, maskName, shanghaiDate, yuanOf } from '@gongji/domain';
import type { SandboxDeps } from '../deps';
import { institutionByCode } from '../people/institutions';

import { regionNameOf } from '../people/regions';
import { callGateway, msgidOf } from './institution-client';
import type { CounterRecord, NotDone, Scanned, Settled, SplitFound } from './shapes';
import { dropOldVisits, type PreSettleTerms, sameTerms, type Settlement, type SettleTerms, type Visit } from './visit';

/** The counter's own desk: it holds the institution's keys and tokens, so that the page never sees them. */
export interface Desk {
  readonly scan: (institutionCode: string, payload: string) => Promise<Scanned | NotDone>;
  readonly preSettle: (visitId: string, terms: PreSettleTerms) => Promise<SplitFound | NotDone>;
  readonly settle: (visitId: string, terms: SettleTerms) => Promise<Settled | NotDone>;
  /** The same settlement once more, under the same msgid. */
  readonly askAgain: (visitId: string) => Promise<Settled | NotDone>;
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
    recordsOf: (institutionCode) => recordsOf(deps, requireInstitution(institutionCode).code),
  };
}

function requireInstitution(code: string): SandboxInstitution {
  const institution = institutionByCode(code);
  if (institution === undefined) throw new AppError('REQUEST_INVALID', { field: '没有这家机构' });
  return institution;
}

function nextMsgid({ state, now }: SandboxDeps, institutionCode: string): string {
  const { counter } = state.current;
  counter.lastSerial += 1;
  return msgidOf(institutionCode, now(), counter.lastSerial);
}

interface Scan {
  readonly institution: SandboxInstitution;
  readonly payload: string;
  readonly codeHash: string;
}

async function scanCode(deps: SandboxDeps, { institution, payload, codeHash }: Scan): Promise<Scanned | NotDone> {
  const { state, settings, now } = deps;
  const { counter } = state.current;
  const known = Object.values(counter.visits).find((visit) => isOpenFor(visit, institution.code, codeHash));
  if (known?.holder) return scannedText(known);
  const visit = known ?? newVisit(deps, institution.code, codeHash);
  counter.visits[visit.visitId] = visit;
  await state.save();
  const outcome = await callGateway({
    bffUrl: settings.bffUrl,
    institution,
    infno: '6101',
    msgid: visit.scanMsgid,
    at: now(),
    input: { businessType: institution.kind === 'hospital' ? '01301' : '02121', ecQrCode: payload },
    output: decodeOutput,
  });
  if (outcome.state === 'done') {
    const { ecToken, userName, insuOrg, shownByRelative } = outcome.output;
    visit.holder = { ecToken, name: maskName(userName), insuredPlace: regionNameOf(insuOrg), shownByRelative };
  }
  if (outcome.state === 'refused') delete counter.visits[visit.visitId];
  await state.save();
  return outcome.state === 'done' ? scannedText(visit) : outcome;
}

/** A second press of one scan. After the settlement the code is used up, and the gateway says so. */
const isOpenFor = (visit: Visit, institutionCode: string, codeHash: string): boolean =>
  visit.codeHash === codeHash && visit.institutionCode === institutionCode && visit.settlement?.state !== 'done';

function newVisit(deps: SandboxDeps, institutionCode: string, codeHash: string): Visit {
  const now = deps.now();
  dropOldVisits(deps.state.current.counter, now);
  return {
    visitId: randomUUID(),
    institutionCode,
    codeHash,
    scanMsgid: nextMsgid(deps, institutionCode),
    startedAt: now.toISOString(),
    holder: null,
    settlement: null,
  };
}

const scannedText = ({ visitId, holder }: Visit): Scanned => ({
  state: 'done',
  visitId,
  name: holder?.name ?? '',
  insuredPlace: holder?.insuredPlace ?? '',
  shownByRelative: holder?.shownByRelative ?? false,
});

/** The input that 2206 and 2207 share, in yuan as the gateway wants it. */
function settlementInput(visit: Visit, institution: SandboxInstitution, terms: PreSettleTerms) {
  if (visit.holder === null) throw new AppError('SETTLEMENT_TOKEN_INVALID');
  return {
    ecToken: visit.holder.ecToken,
    med_type: institution.kind === 'hospital' ? '11' : '41',
    use: terms.use,
    medfee_sumamt: yuanOf(terms.totalFen),
    fund_pay_sumamt: yuanOf(terms.fundFen),
    acct_used_flag: terms.accounts,
  };
}

async function preSettleVisit(deps: SandboxDeps, visit: Visit, terms: PreSettleTerms): Promise<SplitFound | NotDone> {
  const institution = requireInstitution(visit.institutionCode);
  const input = settlementInput(visit, institution, terms);
  const msgid = nextMsgid(deps, institution.code);
  await deps.state.save();
  const { bffUrl } = deps.settings;
  const outcome = await callGateway({
    bffUrl,
    institution,
    infno: institution.kind === 'hospital' ? '2206' : '2101',
    msgid,
    at: deps.now(),
    input,
    output: settleOutput,
  });
  return outcome.state === 'done' ? { state: 'done', split: outcome.output } : outcome;
}

/** The msgid is on the disk before the first call leaves, so that a restart asks about the same settlement and never makes a second. */
async function settleVisit(deps: SandboxDeps, visit: Visit, terms: SettleTerms): Promise<Settled | NotDone> {
  const { state, settings, now } = deps;
  const institution = requireInstitution(visit.institutionCode);
  const input = { ...settlementInput(visit, institution, terms), psn_cash_pay: yuanOf(terms.cashFen) };
  const made: Settlement = visit.settlement ?? {
    msgid: nextMsgid(deps, institution.code),
    terms,
    startedAt: now().toISOString(),
    state: 'asking',
    output: null,
  };
  if (made.state === 'done' && made.output !== null) return settledText(visit, made.msgid, made.output);
  visit.settlement = made;
  await state.save();
  const { bffUrl } = settings;
  const outcome = await callGateway({
    bffUrl,
    institution,
    infno: institution.kind === 'hospital' ? '2207' : '2102',
    msgid: made.msgid,
    at: now(),
    input,
    output: settleOutput,
  });
  if (outcome.state === 'refused') visit.settlement = null;
  if (outcome.state === 'done') {
    made.state = 'done';
    made.output = outcome.output;
  }
  await state.save();
  return outcome.state === 'done' ? settledText(visit, made.msgid, outcome.output) : outcome;
}

const settledText = (visit: Visit, msgid: string, split: Settled['split']): Settled => ({
  state: 'done',
  name: visit.holder?.name ?? '',
  msgid,
  split,
});

function recordsOf({ state, now }: SandboxDeps, institutionCode: string): readonly CounterRecord[] {
  const today = shanghaiDate(now());
  return Object.values(state.current.counter.visits)
    .filter((visit) => visit.institutionCode === institutionCode && visit.settlement !== null)
    .flatMap(({ visitId, holder, settlement }) => (settlement === null ? [] : [{ visitId, holder, settlement }]))
    .filter(({ settlement }) => settlement.state === 'asking' || shanghaiDate(new Date(settlement.startedAt)) === today)
    .map(({ visitId, holder, settlement }) => ({
      visitId,
      at: settlement.startedAt,
      name: holder?.name ?? '',
      totalFen: settlement.terms.totalFen,
      state: settlement.state,
      msgid: settlement.msgid,
      number: settlement.output?.setl_id ?? null,
    }))
    .sort((left, right) => right.at.localeCompare(left.at));
}
