import { AppError, CONSENT, type PlainDate, RULE_KIND_TEXT, shanghaiDate, whatToAsk } from '@gongji/domain';
import type { CoreDeps } from '../deps';
import type { PolicyView } from '../views/account-view';
import type { ConsentText } from '../views/binding-view';
import { ruleReference } from '../views/rule-reference';

/** Every place of the country, whether or not a source speaks of it. */
export const readRegions = (deps: CoreDeps): { regions: { regionCode: string; regionName: string; hasOwnRules: boolean }[] } => ({
  regions: deps.policies.regions.map((region) => ({ ...region })),
});

/** The rules of a region on a date (today when none is given), each with its source. POLICY_NOT_FOUND where no place is known for the code. */
export function readPolicy(
  deps: CoreDeps,
  { regionCode, on }: { readonly regionCode: string; readonly on?: PlainDate | undefined },
): PolicyView {
  const policy = deps.policies.policyFor(regionCode, on ?? shanghaiDate(deps.now()));
  if (policy === undefined) throw new AppError('POLICY_NOT_FOUND');
  const { regionName, version, rules, unknown } = policy;
  const { relations, uses, requiredLimits, ...asks } = whatToAsk(policy);
  return {
    regionCode,
    regionName,
    on: policy.on,
    version,
    rules: rules.map(ruleReference),
    unknown: unknown.map((kind) => ({ kind, title: RULE_KIND_TEXT[kind].title, text: RULE_KIND_TEXT[kind].whenUnknown })),
    asks: { ...asks, relations: [...relations], uses: [...uses], requiredLimits: [...requiredLimits] },
  };
}

export const readConsent = (): ConsentText => ({ ...CONSENT, paragraphs: [...CONSENT.paragraphs] });
