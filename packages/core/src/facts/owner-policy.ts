import { type RegionPolicy, shanghaiDate } from '@gongji/domain';
import type { CoreDeps } from '../deps';
import type { StoredBinding } from '../store/binding.store';
import type { PersonRow } from '../store/tables';

/** The rules of where the sponsor is insured; of where they were when the two were bound, if the register moved them to a place that nobody listed: a binding can always be read and ended. */
export function ownerPolicyOf(deps: CoreDeps, binding: StoredBinding, owner: PersonRow | undefined): RegionPolicy | undefined {
  const today = shanghaiDate(deps.now());
  const now = owner === undefined ? undefined : deps.policies.policyFor(owner.region_code, today);
  return now ?? deps.policies.policyFor(binding.ownerRegionCode, today);
}
