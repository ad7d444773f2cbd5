import { potOrderOf } from '../account/pot-order';
import { type PotBalance, type Shareable, shareableOf } from '../account/shareable';
import { type Binding, fundsGrantOf } from '../binding/grant';
import type { PlainDate } from '../dates';
import { type Decision, decided, type Refused, refused } from '../decision';
import { type Fen, fenText, minFen, subtractFen, ZERO } from '../money';
import type { PersonFacts } from '../person/person';
import type { ClearingWay, RegionPolicy } from '../policy/rules';
import { type DeductionLeg, deduct } from '../settlement/deduct';
import { monthCapLeft } from '../settlement/month-cap';
import type { SkipReason } from '../settlement/skip-reason';
import { type UsableGrant, usableGrant } from '../settlement/usable-grant';
import { BALANCE_CHECK } from './check-balance';
import { type LevyCode, type LevyFacts, refuseLevy } from './check-levy';
import { clearingDates } from './clearing-dates';
import { type BenefitStart, benefitStart } from './waiting-period';
import type { WorkingCalendar } from './working-calendar';

export interface PremiumQuoteRequest {
  /** Who pays: the owner of the binding. */
  readonly sponsor: PersonFacts;
  readonly person: PersonFacts;
  readonly binding: Binding | null;
  /** As in GrantUse. */
  readonly isEnding?: boolean | undefined;
  readonly year: number;
  readonly levy: LevyFacts | null;
  /** The sponsor's pots as of now (or as of the lock). */
  readonly pots: readonly PotBalance[];
  readonly spentThisMonthFen: Fen;
  readonly sharedLimitFen: Fen | null;
  readonly sharedSpentFen: Fen;
  /** The sponsor's region rules the account, the person's region the premium. */
  readonly sponsorPolicy: RegionPolicy;
  readonly personPolicy: RegionPolicy;
  readonly today: PlainDate;
  readonly calendar: WorkingCalendar;
}

/** What is decided; how it is told to the payer: `explainPlan`. */
export interface PremiumPlan {
  readonly amountFen: Fen;
  /** One leg: a premium is covered in full by one sponsor or not at all. */
  readonly legs: readonly DeductionLeg[];
  readonly benefit: BenefitStart;
  readonly clearingWay: ClearingWay;
  readonly clearingEarliestOn: PlainDate;
  readonly clearingExpectedOn: PlainDate | null;
  readonly voidableUntil: PlainDate | null;
  readonly shareableAfterFen: Fen;
  /** The binding's limits that the payment keeps within; null: none is set. */
  readonly capPerPaymentFen: Fen | null;
  readonly monthLeftAfterFen: Fen | null;
  /** Of the limit for all relatives together; null: none is set. */
  readonly sharedLeftAfterFen: Fen | null;
  readonly policyVersion: string;
}

export type PremiumQuoteCode =
  | 'PREMIUM_PERSON_NOT_BOUND'
  | LevyCode
  | 'ACCOUNT_NOT_FOUND'
  | 'PREMIUM_SPONSOR_NOT_INSURED'
  | 'PREMIUM_GRANT_NOT_USABLE'
  | 'PREMIUM_BALANCE_TOO_LOW'
  | 'PREMIUM_NOT_ENOUGH_BALANCE'
  | 'PREMIUM_OVER_CAP'
  | 'PREMIUM_OVER_SHARED_LIMIT'
  | 'POLICY_NOT_FOUND';

/** May this sponsor pay this person's premium for this year now, from what, and what follows? Nothing is held by asking. */
export function decidePremiumQuote(request: PremiumQuoteRequest): Decision<PremiumPlan, PremiumQuoteCode> {
  const { sponsor, person, binding, levy, personPolicy: policy, year, today } = request;
  if (binding === null || binding.state === 'ended' || binding.ownerId !== sponsor.id || binding.relativeId !== person.id)
    return refused('PREMIUM_PERSON_NOT_BOUND');
  const refusal = refuseLevy({ ...person, levy, year, policy, today }) ?? refuseSponsor(sponsor);
  if (refusal !== undefined) return refusal;
  const usable = usableGrant({ ...request, binding, user: person, use: 'premium', on: today });
  if (!usable.usable) return refuseGrant(usable.reason);
  const shareable = shareableNow(request, usable);
  const clearing = policy.rule('premiumClearing');
  const waiting = policy.rule('waitingPeriod');
  if (levy === null || shareable === undefined || clearing === undefined || waiting === undefined) return refused('POLICY_NOT_FOUND');
  const money = refuseAmount(request, usable, { amountFen: levy.amountFen, shareable });
  if (money !== undefined) return money;
  const window = policy.premiumWindow(year);
  const benefit = benefitStart({
    ...levy,
    year,
    paidOn: today,
    window: window?.value,
    windowAssumed: window?.confidence === 'ASSUMED',
    groups: person.groups,
    birthDate: person.birthDate,
    rule: waiting.value,
  });
  return decided(planOf(request, { binding, levy, usable, shareable, benefit, way: clearing.value.way }));
}

function refuseSponsor(sponsor: PersonFacts): Refused<PremiumQuoteCode> | undefined {
  if (sponsor.scheme !== 'employee') return refused('ACCOUNT_NOT_FOUND');
  return sponsor.insuranceState === 'normal' ? undefined : refused('PREMIUM_SPONSOR_NOT_INSURED');
}

function refuseGrant(reason: SkipReason): Refused<PremiumQuoteCode> {
  if (reason === 'month-cap-used') return refused('PREMIUM_OVER_CAP', { left: fenText(ZERO) });
  return reason === 'shared-limit-used'
    ? refused('PREMIUM_OVER_SHARED_LIMIT', { left: fenText(ZERO) })
    : refused('PREMIUM_GRANT_NOT_USABLE');
}

interface Amount {
  readonly amountFen: Fen;
  readonly shareable: Shareable;
}

function refuseAmount(
  request: PremiumQuoteRequest,
  usable: UsableGrant,
  { amountFen, shareable }: Amount,
): Refused<PremiumQuoteCode> | undefined {
  const tooLow = BALANCE_CHECK.refuse({ pots: request.pots, policy: request.sponsorPolicy });
  if (tooLow !== undefined) return tooLow;
  if (shareable.shareableFen < amountFen)
    return refused('PREMIUM_NOT_ENOUGH_BALANCE', { short: fenText(subtractFen(amountFen, shareable.shareableFen)) });
  if (usable.capFen !== null && usable.capFen < amountFen) return refused('PREMIUM_OVER_CAP', { left: fenText(usable.capFen) });
  return usable.sharedLeftFen !== null && usable.sharedLeftFen < amountFen
    ? refused('PREMIUM_OVER_SHARED_LIMIT', { left: fenText(usable.sharedLeftFen) })
    : undefined;
}

function shareableNow({ pots, sponsorPolicy }: PremiumQuoteRequest, { sharedLeftFen }: UsableGrant): Shareable | undefined {
  const rule = sponsorPolicy.rule('shareable');
  return rule && shareableOf({ pots, rule: rule.value, potOrder: potOrderOf(sponsorPolicy), sharedLeftFen });
}

interface Planned {
  readonly binding: Binding;
  readonly levy: LevyFacts;
  readonly usable: UsableGrant;
  readonly shareable: Shareable;
  readonly benefit: BenefitStart;
  readonly way: ClearingWay;
}

function planOf(request: PremiumQuoteRequest, { binding, levy, usable, shareable, benefit, way }: Planned): PremiumPlan {
  const dates = clearingDates(way, request.today, request.calendar);
  const monthLeftFen = monthCapLeft(binding, request.spentThisMonthFen);
  const { sharedLeftFen } = usable;
  // As the account's own page has it: no more than is left of a limit for all relatives.
  const shareableFen = sharedLeftFen === null ? shareable.shareableFen : minFen(shareable.shareableFen, sharedLeftFen);
  const afterwards = (leftFen: Fen | null): Fen | null => (leftFen === null ? null : subtractFen(leftFen, levy.amountFen));
  const payer = { payerId: request.sponsor.id, own: false, pots: shareable.pots, capFen: null, skip: null };
  return {
    amountFen: levy.amountFen,
    legs: deduct(levy.amountFen, [payer]).legs,
    benefit,
    clearingWay: way,
    clearingEarliestOn: dates.earliestOn,
    clearingExpectedOn: dates.expectedOn,
    voidableUntil: dates.voidableUntil,
    shareableAfterFen: subtractFen(shareableFen, levy.amountFen),
    capPerPaymentFen: fundsGrantOf(binding)?.capPerPaymentFen ?? null,
    monthLeftAfterFen: afterwards(monthLeftFen),
    sharedLeftAfterFen: afterwards(sharedLeftFen),
    policyVersion: `${request.sponsorPolicy.version}+${request.personPolicy.version}`,
  };
}
