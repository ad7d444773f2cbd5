import { type AnyRule, type Confidence, type PlainDate, type RegionRule, ruleText } from '@gongji/domain';

/** A rule as a screen shows it. */
export interface RuleReference {
  readonly kind: string;
  readonly regionCode: string;
  readonly regionName: string;
  readonly text: string;
  readonly from: PlainDate;
  readonly to: PlainDate | null;
  readonly sourceTitle: string;
  readonly sourceAddress: string;
  readonly sourceDate: string;
  readonly confidence: Confidence;
  readonly assumed: boolean;
  readonly note: string | null;
}

export const ruleReference = (rule: RegionRule): RuleReference => ({
  kind: rule.kind,
  regionCode: rule.regionCode,
  regionName: rule.regionName,
  text: ruleText(rule as AnyRule),
  from: rule.from,
  to: rule.to,
  sourceTitle: rule.source.title,
  sourceAddress: rule.source.address,
  sourceDate: rule.source.date,
  confidence: rule.confidence,
  assumed: rule.confidence === 'ASSUMED',
  note: rule.note ?? null,
});
