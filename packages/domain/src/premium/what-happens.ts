import { dayText, type PlainDate } from '../dates';
import type { ClearingWay } from '../policy/rules';
import { CLEARING_TEXT } from '../policy/rule-text';
import type { ClearingDates } from './clearing-dates';
import { NO_BENEFIT_TEXT } from './waiting-period';

export interface PlannedStep {
  readonly text: string;
  readonly expectedOn: PlainDate | null;
  /** The day does not depend on when others act. */
  readonly fixed: boolean;
}

/** How and by when the region takes the money, and until when it can be taken back, in one sentence. */
export function clearingText(way: ClearingWay, { expectedOn, voidableUntil, provisionalYear }: ClearingDates): string {
  const until = voidableUntil === null ? '提交后不能保证可以作废' : `${dayText(voidableUntil)}当天及以前可以作废`;
  const by = expectedOn === null || way === 'at-once' ? '' : `，预计 ${dayText(expectedOn)}`;
  return `${voidableUntil === null ? unvoidable(way) : CLEARING_TEXT[way]}${by}；${until}。${provisionalYear === null ? '' : provisionalText(provisionalYear)}`;
}

/** Once the days of clearing have begun, that it can be voided before them is no help. */
const unvoidable = (way: ClearingWay): string =>
  way === 'month-end-working-days' ? '正在每月最后三个工作日里，由医保经办机构统一清缴' : CLEARING_TEXT[way];

const provisionalText = (year: number): string => `${year} 年放假调休安排尚未公布，以上日期按周一至周五暂定。`;

/** 已缴费 and 已入库 are two facts: the treasury follows some working days later, and no date is promised. `startsOn` null: this year's benefits never begin. */
export function whatHappens(
  dates: ClearingDates,
  { today, startsOn }: { readonly today: PlainDate; readonly startsOn: PlainDate | null },
): readonly PlannedStep[] {
  const provisional = dates.provisionalYear === null ? '' : '（日期暂定）';
  const hold = { text: '提交申请，这笔钱先冻结', expectedOn: today, fixed: true };
  const end = { text: `可以作废的最后一天${provisional}`, expectedOn: dates.voidableUntil, fixed: true };
  return [
    hold,
    ...(dates.voidableUntil === null ? [] : [end]),
    { text: `税务部门扣款，状态变为已缴费${dates.expectedOn === null ? '' : provisional}`, expectedOn: dates.expectedOn, fixed: false },
    { text: '缴费入库（通常在扣款后几个工作日）', expectedOn: null, fixed: false },
    { text: startsOn === null ? NO_BENEFIT_TEXT : '开始享受待遇', expectedOn: startsOn, fixed: false },
  ];
}
