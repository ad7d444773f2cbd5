import { z } from 'zod';
import { plainDateText, regionCode, ruleReference } from './wire';

export const policyQuery = z.strictObject({ on: plainDateText.optional() });
export const policyView = z.strictObject({
  regionCode,
  regionName: z.string(),
  on: plainDateText,
  version: z.string(),
  rules: z.array(ruleReference),
});
export type PolicyView = z.infer<typeof policyView>;
export const regionList = z.strictObject({ regions: z.array(z.strictObject({ regionCode, regionName: z.string() })) });
export type RegionList = z.infer<typeof regionList>;
