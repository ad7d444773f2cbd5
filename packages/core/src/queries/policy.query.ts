import { AppError, CONSENT, type PlainDate, shanghaiDate, whatToAsk } from '@gongji/domain';
import type { CoreDeps } from '../deps';
import type { PolicyView } from '../views/account-view';
import type { ConsentText } from '../views/binding-view';
import { ruleReference } from '../views/rule-reference';

export const readRegions = (deps: CoreDeps): { regions: { regionCode: string; regionName: string }[] } => ({
  regions: deps.policies.regions.map(({ regionCode, regionName }) => ({ regionCode, regionName })),
});

/** The rules of a region on a date (today when none is given), each with its source. POLICY_NOT_FOUND where no pack is loaded. */
export function readPolicy(
  deps: CoreDeps,
  { regionCode, on }: { readonly regionCode: string; readonly on?: PlainDate | undefined },
): PolicyView {
  const policy = deps.policies.policyFor(regionCode, on ?? shanghaiDate(deps.now()));
  if (policy === undefined) throw new AppError('POLICY_NOT_FOUND');
  const { regionName, version, rules } = policy;
  const { relations, uses, requiredLimits, ...asks } = whatToAsk(policy);
  return {
    regionCode,
    regionName,
    on: policy.on,
    version,
    rules: rules.map(ruleReference),
    asks: { ...asks, relations: [...relations], uses: [...uses], requiredLimits: [...requiredLimits] },
  };
}

export const readConsent = (): ConsentText => ({ ...CONSENT, paragraphs: [...CONSENT.paragraphs] });
