import { type Decision, refused } from '../decision';
import type { PersonFacts } from '../person/person';
import type { RegionPolicy, SelfEndingEvent } from '../policy/rules';
import type { Binding, GrantKind } from './grant';
import type { GrantReason } from './grant-reasons';
import { type BindingStep, stepGrants } from './grant-steps';
import { isLive } from './states';

export interface SelfEndingRequest {
  readonly binding: Binding;
  readonly owner: PersonFacts;
  readonly relative: PersonFacts;
  /** The sponsor's region, as it was when the two were bound, says which events end fund sharing. */
  readonly ownerPolicy: RegionPolicy | undefined;
}

/**
 * What the insurance register ends. A death ends all that stands on the binding. Fund sharing also ends by the events that the region names; showing a
 * relative's code does not: it moves no money, and a code of somebody not insured is worth nothing.
 */
export function decideSelfEnding(request: SelfEndingRequest): Decision<BindingStep, 'BINDING_STATE_CONFLICT'> {
  const reason = deathIn(request) ?? eventIn(request);
  if (reason === undefined) return refused('BINDING_STATE_CONFLICT');
  const ends = (kind: GrantKind): boolean => kind === 'share-funds' || reason.endsWith('-died');
  const kinds = request.binding.grants.filter((grant) => isLive(grant.state) && ends(grant.kind)).map((grant) => grant.kind);
  return stepGrants(request.binding, kinds, reason);
}

function deathIn({ owner, relative }: SelfEndingRequest): GrantReason | undefined {
  if (owner.diedOn !== null) return 'owner-died';
  return relative.diedOn === null ? undefined : 'relative-died';
}

function eventIn({ binding, owner, relative, ownerPolicy }: SelfEndingRequest): SelfEndingEvent | undefined {
  const named = ownerPolicy?.rule('selfEnding')?.value ?? [];
  const holds: Readonly<Record<SelfEndingEvent, boolean>> = {
    'owner-insurance-paused': owner.insuranceState === 'paused',
    'owner-insurance-ended': isOver(owner) || owner.scheme !== 'employee',
    'owner-moved': owner.regionCode !== binding.ownerRegionCode,
    'relative-insurance-paused': relative.insuranceState === 'paused',
    'relative-insurance-ended': isOver(relative),
    'relative-moved': relative.regionCode !== binding.relativeRegionCode,
  };
  return named.find((event) => holds[event]);
}

const isOver = ({ insuranceState }: PersonFacts): boolean => insuranceState === 'ended' || insuranceState === 'none';
