import type { LevyView, PaymentView, QuoteView } from '@gongji/contract';
import { addFen, type Fen, fenText, monthOf, type PlainDate, yearOf } from '@gongji/domain';
import { dayOfYearText, dayText } from '@/shared/text/moment';
import type { IconName } from '@/shared/ui/icon';
import type { Tone } from '@/shared/ui/notice';

interface Look {
  readonly tone: Tone;
  readonly icon: IconName;
}

export const LEVY_LOOK: Readonly<Record<LevyView['state'], Look & { readonly text: string }>> = {
  due: { tone: 'warn', icon: 'clock', text: '待缴' },
  applied: { tone: 'info', icon: 'clock', text: '已申请，待清缴' },
  paid: { tone: 'ok', icon: 'check', text: '已缴费' },
  'nothing-due': { tone: 'quiet', icon: 'check', text: '无需缴费' },
};

export const PAYMENT_LOOK: Readonly<Record<PaymentView['state'], Look>> = {
  submitting: { tone: 'info', icon: 'clock' },
  applied: { tone: 'info', icon: 'clock' },
  clearing: { tone: 'info', icon: 'clock' },
  paid: { tone: 'ok', icon: 'check' },
  posted: { tone: 'ok', icon: 'check' },
  voided: { tone: 'quiet', icon: 'off' },
  failed: { tone: 'danger', icon: 'error' },
  locked: { tone: 'warn', icon: 'clock' },
  unknown: { tone: 'warn', icon: 'clock' },
  refunding: { tone: 'info', icon: 'clock' },
  refunded: { tone: 'quiet', icon: 'check' },
};

/** Where the money is, for those states that no notice explains. */
export const MONEY_TEXT: Readonly<Partial<Record<PaymentView['state'], string>>> = {
  applied: '钱已冻结，清缴时统一扣款。',
  clearing: '钱已冻结，正在清缴，统一扣款。',
  paid: '钱已从个人账户扣款。',
  posted: '钱已从个人账户扣款。',
  voided: '没有扣款，冻结的钱已退回原来的个人账户。',
};

/** The outcome is still being found out: the page asks again by itself. */
export const UNSETTLED: readonly PaymentView['state'][] = ['submitting', 'unknown', 'locked'];

export const ASSUMED_TEXT = (year: number): string => `${year} 年标准尚未公布，暂按 ${year - 1} 年标准，以税务部门为准`;

export function windowText({ windowOpensOn, windowClosesOn, regionName, year }: LevyView): string {
  if (windowClosesOn === null) {
    const unknown = `未查到${regionName} ${year} 年度缴费期的公开规定，请咨询税务部门`;
    return windowOpensOn === null ? unknown : `${dayText(windowOpensOn)}起`;
  }
  if (windowOpensOn === null) return `到 ${dayText(windowClosesOn)}`;
  const closes = yearOf(windowOpensOn) === yearOf(windowClosesOn) ? dayOfYearText(windowClosesOn) : dayText(windowClosesOn);
  return `${dayText(windowOpensOn)} 至 ${closes}`;
}

const DAY_MS = 86_400_000;
const daysBetween = (from: PlainDate, to: PlainDate): number => (Date.parse(to) - Date.parse(from)) / DAY_MS;

/** How the window stands today, in days as people count them: today itself is the last day, not "0 days left". */
export function windowStanding({ windowOpensOn, windowClosesOn }: LevyView, today: PlainDate): string | null {
  if (windowOpensOn !== null && today < windowOpensOn) return `还没开始，还有 ${daysBetween(today, windowOpensOn)} 天`;
  if (windowClosesOn === null) return null;
  if (today > windowClosesOn) return '已截止';
  return today === windowClosesOn ? '今天截止' : `还剩 ${daysBetween(today, windowClosesOn)} 天`;
}

/** The act and the sum, and for how many where there are several. */
export const payText = (totalFen: Fen, people: number): string =>
  `从我的个人账户支付${people > 1 ? ` ${people} 人共` : ''} ${fenText(totalFen)}`;

/** Which payment it is that nobody has answered. */
export const forWhomText = (quotes: readonly QuoteView[], year: number): string => {
  const names = quotes.map(({ levy }) => levy.person.maskedName).join('、');
  return `为${names}代缴 ${year} 年度居民医保费，共 ${fenText(addFen(...quotes.map(({ levy }) => levy.amountFen)))}。`;
};

/** Next year's premium is collected from September on; before that people look at this year's. */
export const premiumYears = (today: PlainDate): readonly [likely: number, other: number] =>
  monthOf(today) >= 9 ? [yearOf(today) + 1, yearOf(today)] : [yearOf(today), yearOf(today) + 1];
