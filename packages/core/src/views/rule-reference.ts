import type { Confidence, PlainDate } from '@gongji/domain';

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
