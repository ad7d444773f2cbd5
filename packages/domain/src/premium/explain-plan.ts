import type { RegionRule, RuleKind } from '../policy/rules';
import { clearingDates } from './clearing-dates';
import type { PremiumPlan, PremiumQuoteRequest } from './decide-quote';
import { buysBenefits } from './waiting-period';
import { clearingText, type PlannedStep, whatHappens } from './what-happens';

/** What the payer reads of a plan before agreeing to it. An application decides the same without it. */
export interface ExplainedPlan {
  readonly clearingText: string;
  readonly whatHappens: readonly PlannedStep[];
  /** The rules this rests on, for "why?". */
  readonly rules: readonly RegionRule[];
}

export function explainPlan(request: PremiumQuoteRequest, { clearingWay, benefit }: PremiumPlan): ExplainedPlan {
  const dates = clearingDates(clearingWay, request.today, request.calendar);
  return {
    clearingText: clearingText(clearingWay, dates),
    whatHappens: whatHappens(dates, {
      today: request.today,
      startsOn: buysBenefits(request.year, benefit.startsOn) ? benefit.startsOn : null,
    }),
    rules: rulesBehind(request),
  };
}

const OF_SPONSOR: readonly RuleKind[] = ['shareable', 'requiredLimits', 'premiumBalanceOverFen', 'potOrder'];
const OF_PERSON: readonly RuleKind[] = ['premiumClearing', 'premiumOnlyInWindow', 'premiumExcludedGroups', 'waitingPeriod'];

function rulesBehind({ sponsorPolicy, personPolicy, year }: PremiumQuoteRequest): readonly RegionRule[] {
  const yearly = [personPolicy.premiumAmounts(year), personPolicy.premiumWindow(year)];
  return [
    ...sponsorPolicy.rules.filter((rule) => OF_SPONSOR.includes(rule.kind)),
    ...yearly.filter((rule): rule is NonNullable<typeof rule> => rule !== undefined),
    ...personPolicy.rules.filter((rule) => OF_PERSON.includes(rule.kind)),
  ];
}
