import { voidOutput } from '@gongji/contract';
import { AppError } from '@gongji/domain';
import type { SandboxDeps } from '../deps';
import { callGateway, nextMsgid, requireInstitution } from './institution-client';
import { settledText } from './settle-visit';
import type { NotDone, Settled } from './shapes';
import type { Visit } from './visit';

/**
 * Takes back all of a settlement (2208, at a pharmacy 2103). The number is on the disk before the call leaves: without an answer only the same question follows.
 * Throws SETTLEMENT_NOT_FOUND where nothing was settled.
 */
export async function voidVisit(deps: SandboxDeps, visit: Visit): Promise<Settled | NotDone> {
  const { state, settings, now } = deps;
  const { settlement } = visit;
  if (settlement?.state !== 'done' || settlement.output === null) throw new AppError('SETTLEMENT_NOT_FOUND');
  const institution = requireInstitution(visit.institutionCode);
  const { setl_id } = settlement.output;
  const made = settlement.voiding ?? { msgid: nextMsgid(deps, institution.code), startedAt: now().toISOString(), state: 'asking' as const };
  if (made.state === 'done') return settledText(visit, made.msgid, settlement.output);
  settlement.voiding = made;
  await state.save();
  const outcome = await callGateway({
    bffUrl: settings.bffUrl,
    institution,
    infno: institution.kind === 'hospital' ? '2208' : '2103',
    msgid: made.msgid,
    at: now(),
    input: { setl_id },
    output: voidOutput,
  });
  // Taken back under another number, which this desk lost: what was asked for is the case.
  const isVoided = outcome.state === 'done' || outcome.code === 'SETTLEMENT_VOIDED';
  if (isVoided) settlement.voiding = { ...made, state: 'done' };
  else if (outcome.state === 'refused') settlement.voiding = null;
  await state.save();
  if (outcome.state === 'done') return settledText(visit, made.msgid, outcome.output);
  return isVoided ? settledText(visit, made.msgid, settlement.output) : outcome;
}
