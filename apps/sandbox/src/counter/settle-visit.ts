import { type SandboxInstitution, settleOutput } from '@gongji/contract';
import { AppError, yuanOf } from '@gongji/domain';
import type { SandboxDeps } from '../deps';
import { callGateway, nextMsgid, requireInstitution } from './institution-client';
import type { NotDone, Settled, SplitFound } from './shapes';
import type { PreSettleTerms, Settlement, SettleTerms, Visit } from './visit';

/** A pharmacy's transactions are not a hospital's. */
const INFNO = {
  hospital: { preSettle: '2206', settle: '2207' },
  pharmacy: { preSettle: '2101', settle: '2102' },
} as const;

/** The input that all four share, in yuan as the gateway wants it. */
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

export async function preSettleVisit(deps: SandboxDeps, visit: Visit, terms: PreSettleTerms): Promise<SplitFound | NotDone> {
  const institution = requireInstitution(visit.institutionCode);
  const input = settlementInput(visit, institution, terms);
  const msgid = nextMsgid(deps, institution.code);
  await deps.state.save();
  const { bffUrl } = deps.settings;
  const infno = INFNO[institution.kind].preSettle;
  const outcome = await callGateway({ bffUrl, institution, infno, msgid, at: deps.now(), input, output: settleOutput });
  return outcome.state === 'done' ? { state: 'done', split: outcome.output } : outcome;
}

/** The msgid is on the disk before the first call leaves, so that a restart asks about the same settlement and never makes a second. */
export async function settleVisit(deps: SandboxDeps, visit: Visit, terms: SettleTerms): Promise<Settled | NotDone> {
  const { state, settings, now } = deps;
  const institution = requireInstitution(visit.institutionCode);
  const input = { ...settlementInput(visit, institution, terms), psn_cash_pay: yuanOf(terms.cashFen) };
  const made: Settlement = visit.settlement ?? {
    msgid: nextMsgid(deps, institution.code),
    terms,
    startedAt: now().toISOString(),
    state: 'asking',
    output: null,
    voiding: null,
  };
  if (made.state === 'done' && made.output !== null) return settledText(visit, made.msgid, made.output);
  visit.settlement = made;
  await state.save();
  const { bffUrl } = settings;
  const infno = INFNO[institution.kind].settle;
  const outcome = await callGateway({ bffUrl, institution, infno, msgid: made.msgid, at: now(), input, output: settleOutput });
  if (outcome.state === 'refused') visit.settlement = null;
  if (outcome.state === 'done') {
    made.state = 'done';
    made.output = outcome.output;
  }
  await state.save();
  return outcome.state === 'done' ? settledText(visit, made.msgid, outcome.output) : outcome;
}

export const settledText = (visit: Visit, msgid: string, split: Settled['split']): Settled => ({
  state: 'done',
  name: visit.holder?.name ?? '',
  msgid,
  split,
});
