import { FUND_USES, LIMIT_KINDS, RELATIONS, SHARE_FUNDS_CONSENTS } from '@gongji/domain';
import { z } from 'zod';
import { plainDateText, regionCode, ruleReference } from './wire';

export const policyQuery = z.strictObject({ on: plainDateText.optional() });
export const policyView = z.strictObject({
  regionCode,
  regionName: z.string(),
  on: plainDateText,
  version: z.string(),
  rules: z.array(ruleReference),
  /** Kinds of rules that nobody published for the region; `text` says what is done instead. */
  unknown: z.array(z.strictObject({ kind: z.string(), title: z.string(), text: z.string() })),
  /** What binding a relative offers and asks for in this region, by the rules above. */
  asks: z.strictObject({
    relations: z.array(z.enum(RELATIONS)),
    uses: z.array(z.enum(FUND_USES)),
    requiredLimits: z.array(z.enum(LIMIT_KINDS)),
    endDateRequired: z.boolean(),
    placeRequired: z.boolean(),
    shareFundsConsent: z.enum(SHARE_FUNDS_CONSENTS),
    /** Below this age a guardian speaks for the relative. */
    consentFromAge: z.int(),
  }),
});
export type PolicyView = z.infer<typeof policyView>;
/** hasOwnRules: false where only the rules of the province or the country hold. */
export const regionList = z.strictObject({
  regions: z.array(z.strictObject({ regionCode, regionName: z.string(), hasOwnRules: z.boolean() })),
});
export type RegionList = z.infer<typeof regionList>;
