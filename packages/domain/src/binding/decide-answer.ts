import { ageOn, type PlainDate, shanghaiDate } from '../dates';
import { type Decision, decided, type Refused, refused } from '../decision';
import type { PersonFacts } from '../person/person';
import type { RegionPolicy } from '../policy/rules';
import { consentAgeIn } from './consent-age';
import type { Binding, Grant, GrantKind } from './grant';
import { type BindingStep, stepGrants } from './grant-steps';
import { stands } from './states';

export interface AnswerRequest {
  readonly binding: Binding;
  readonly actorId: string;
  readonly acceptBy: Date | null;
  readonly now: Date;
}

export interface AcceptRequest extends AnswerRequest {
  /** The relative has passed a face check just now. */
  readonly faceChecked: boolean;
  /** The switches that the relative read about; undefined: they did not say. */
  readonly agreesTo?: readonly GrantKind[] | undefined;
  /** The owner's region says how fund sharing is agreed to, the relative's region how showing their code is. */
  readonly ownerPolicy: RegionPolicy;
}

export type AnswerCode = 'BINDING_NOT_FOUND' | 'BINDING_STATE_CONFLICT' | 'BINDING_INVITATION_EXPIRED';

/** Only the named relative accepts, while the invitation stands. Anybody else learns nothing of it. */
export function decideAccept(request: AcceptRequest): Decision<BindingStep, AnswerCode | 'BINDING_FACE_CHECK_REQUIRED'> {
  const refusal = refuseAnswer(request);
  if (refusal !== undefined) return refusal;
  const { agreesTo } = request;
  // The owner opened another switch while the relative read about this one.
  if (agreesTo !== undefined && proposedIn(request.binding).some((kind) => !agreesTo.includes(kind)))
    return refused('BINDING_STATE_CONFLICT');
  if (needsFaceCheck(request.binding, request.ownerPolicy) && !request.faceChecked) return refused('BINDING_FACE_CHECK_REQUIRED');
  return stepGrants(request.binding, proposedIn(request.binding), request.faceChecked ? 'accepted-with-face-check' : 'accepted');
}

/** From 16 the relative's own face check lets somebody show their code (NHSA's reply of 2023-10-02); some regions ask for it to share funds. */
export const needsFaceCheck = (binding: Binding, ownerPolicy: RegionPolicy): boolean =>
  proposedIn(binding).some((kind) => kind === 'show-code' || ownerPolicy.rule('shareFundsConsent')?.value === 'face-check');

/** Says no to what is proposed. What stands without the relative's agreement stays. */
export function decideDecline(request: AnswerRequest): Decision<BindingStep, AnswerCode> {
  return refuseAnswer(request) ?? stepGrants(request.binding, proposedIn(request.binding), 'declined');
}

/** The owner takes the invitation back before it is answered. */
export function decideWithdraw({
  binding,
  actorId,
}: Pick<AnswerRequest, 'binding' | 'actorId'>): Decision<BindingStep, 'BINDING_NOT_FOUND' | 'BINDING_STATE_CONFLICT'> {
  if (actorId !== binding.ownerId) return refused(actorId === binding.relativeId ? 'BINDING_STATE_CONFLICT' : 'BINDING_NOT_FOUND');
  return stepGrants(binding, proposedIn(binding), 'withdrawn');
}

/** What the clock does to an invitation that nobody answered. */
export function decideExpiry({ binding, acceptBy, now }: Omit<AnswerRequest, 'actorId'>): Decision<BindingStep, 'BINDING_STATE_CONFLICT'> {
  const due = acceptBy !== null && now > acceptBy;
  return due ? stepGrants(binding, proposedIn(binding), 'invitation-expired') : refused('BINDING_STATE_CONFLICT');
}

/** Somebody who has just come of age may need their own phone first. */
const OF_AGE_ACCEPT_DAYS = 30;

export interface OfAgePlan extends BindingStep {
  readonly acceptBy: Date;
}

/** On the 16th birthday a guardian's statement ends: showing the code is proposed to the relative themself, and rests until they accept. */
export function decideOfAge({
  binding,
  relative,
  relativePolicy,
  now,
}: {
  readonly binding: Binding;
  readonly relative: PersonFacts;
  readonly relativePolicy: RegionPolicy | undefined;
  readonly now: Date;
}): Decision<OfAgePlan, 'BINDING_STATE_CONFLICT'> {
  const today: PlainDate = shanghaiDate(now);
  const due = binding.grants.filter((grant) => isByGuardian(grant) && ageOn(relative.birthDate, today) >= consentAgeIn(relativePolicy));
  const step = stepGrants(
    binding,
    due.map((grant) => grant.kind),
    'came-of-age',
  );
  return step.ok ? decided({ ...step.value, acceptBy: new Date(now.getTime() + OF_AGE_ACCEPT_DAYS * 86_400_000) }) : step;
}

const isByGuardian = (grant: Grant): boolean => grant.kind === 'show-code' && grant.agreedBy === 'guardian' && stands(grant.state);

export const proposedIn = (binding: Binding): readonly GrantKind[] =>
  binding.grants.filter((grant) => grant.state === 'proposed').map((grant) => grant.kind);

function refuseAnswer({ binding, actorId, acceptBy, now }: AnswerRequest): Refused<AnswerCode> | undefined {
  if (binding.relativeId !== actorId) return refused(binding.ownerId === actorId ? 'BINDING_STATE_CONFLICT' : 'BINDING_NOT_FOUND');
  if (proposedIn(binding).length === 0) return refused('BINDING_STATE_CONFLICT');
  return acceptBy !== null && now > acceptBy ? refused('BINDING_INVITATION_EXPIRED') : undefined;
}
