import { binding, grant, person, policyWith, relative, type RuleOverrides, TODAY } from '../../../../test/support/domain-builders';
import { naiveDeduction, type PlainAccount, type PlainCost, type PlainSponsor } from '../../../../test/support/naive-deduction';
import { RandomCosts } from '../../../../test/support/random-costs';
import { randomNumbers } from '../../../../test/support/random-numbers';
import type { PotBalance } from '../account/shareable';
import { addDays } from '../dates';
import { type Fen, fen, MAX_FEN } from '../money';
import type { RegionPolicy, ShareableRule } from '../policy/rules';
import { decideSettle, type SettleRequest } from './decide-settle';
import { type Deduction, deduct, type Payer } from './deduct';
import { inDeductionOrder } from './deduction-order';
import type { GrantUse } from './grant-use';
import { ownPayer, sponsorPayer } from './payers';

const CASES = 1_000_000;
const SEED = Number(process.env['SEED'] ?? Date.now() % 2 ** 31);
const MET_AT_LEAST = 1_000;
/** So that looking at the cases costs less than deciding them. */
const LOOKED_AT_EVERY = 4;

const amountOrNone = (amount: number | null): Fen | null => (amount === null ? null : fen(amount));

/** One region for each mix of the rules that a deduction asks an account's own region for. */
const regions = new Map<string, RegionPolicy>();
function regionOf({ share, floor, potsSpent }: PlainAccount): RegionPolicy {
  const key = `${share} ${share === 'above-floor' ? floor : 0} ${potsSpent}`;
  const known = regions.get(key);
  if (known !== undefined) return known;
  const rules: RuleOverrides = {
    shareable: share === 'unknown' ? undefined : shareRule(share, fen(floor)),
    potOrder: { 'old-first': OLD_FIRST, 'new-first': NEW_FIRST, unsaid: undefined }[potsSpent],
  };
  const region = policyWith(rules);
  regions.set(key, region);
  return region;
}
const OLD_FIRST = ['carriedOver', 'currentYear'] as const;
const NEW_FIRST = ['currentYear', 'carriedOver'] as const;

const ORDERED: Readonly<Record<PlainCost['order'], RegionPolicy>> = {
  'as-bound': policyWith({ deductionOrder: 'as-bound' }),
  'set-at-binding': policyWith({ deductionOrder: 'set-at-binding' }),
  'set-by-user': policyWith({ deductionOrder: 'set-by-user' }),
  'single-sponsor': policyWith({ deductionOrder: 'single-sponsor' }),
  unsaid: policyWith({ deductionOrder: undefined }),
};

function shareRule(kind: ShareableRule['kind'], floorFen: Fen): ShareableRule {
  if (kind === 'above-floor') return { kind, floorFen };
  return kind === 'pool' ? { kind, floorFen, movesPerMonth: 2 } : { kind };
}

/** Each way in which a sponsor cannot be asked at all. */
const BARRED: readonly Partial<GrantUse>[] = [
  { binding: binding({ grants: [] }) },
  { binding: binding({ grants: [grant({ state: 'proposed' })] }) },
  { binding: binding({ grants: [grant({ state: 'paused' })] }) },
  { binding: binding({ grants: [grant({ state: 'ended' })] }) },
  { binding: binding({ state: 'ended' }) },
  { binding: binding({ grants: [grant({ startsOn: addDays(TODAY, 1) })] }) },
  { binding: binding({ grants: [grant({ endsOn: addDays(TODAY, -1) })] }) },
  { use: 'device' },
  { sponsor: person({ insuranceState: 'paused' }) },
  { sponsor: person({ diedOn: TODAY }) },
  { sponsor: person({ scheme: 'resident' }) },
  { user: relative({ regionCode: '370100' }) },
];
const [SPONSOR, USER, BINDING, GRANT] = [person(), relative(), binding(), grant()];

const potsOf = (account: PlainAccount): readonly PotBalance[] =>
  account.pots.map(({ pot, balance, frozen }) => ({ pot, balanceFen: fen(balance), frozenFen: fen(frozen) }));
const accountOf = (account: PlainAccount) => ({
  payerId: account.payerId,
  pots: potsOf(account),
  policy: regionOf(account),
  sharedLimit: { limitFen: amountOrNone(account.limit), spentFen: fen(account.limitSpent) },
});

function payerOf(sponsor: PlainSponsor): Payer {
  const terms = { ...GRANT, capPerPaymentFen: amountOrNone(sponsor.mostOnce), capPerMonthFen: amountOrNone(sponsor.mostMonthly) };
  const use = {
    binding: { state: BINDING.state, grants: [terms] },
    sponsor: SPONSOR,
    user: USER,
    use: 'drug',
    on: TODAY,
    spentThisMonthFen: fen(sponsor.monthSpent),
  } as const;
  const bar = sponsor.barred ? BARRED[(sponsor.monthSpent + sponsor.limitSpent) % BARRED.length] : undefined;
  return sponsorPayer(accountOf(sponsor), bar === undefined ? use : { ...use, ...bar });
}

/** The own account stands anywhere in the list that is handed over. */
function payersOf(cost: PlainCost): readonly Payer[] {
  const payers = inDeductionOrder(ORDERED[cost.order], cost.sponsors, cost.wishes).map(payerOf);
  const at = cost.total % (payers.length + 1);
  return [...payers.slice(0, at), ownPayer(accountOf(cost.own), cost.ownChosen), ...payers.slice(at)];
}

const isPayable = ({ total, fund }: PlainCost): boolean => total > 0 && total >= fund;

/** What is wrong with the answer to one cost; undefined: nothing. */
function differenceIn(cost: PlainCost, agreedBy: number | null): string | undefined {
  const [totalFen, fundFen, payers, naive] = [fen(cost.total), fen(cost.fund), payersOf(cost), naiveDeduction(cost)];
  const request = { totalFen, fundFen, payers, mostSponsors: cost.mostSponsors };
  const asked = decideSettle({ ...request, agreedCashFen: null });
  if (!asked.ok) {
    if (isPayable(cost) || asked.code !== 'SETTLEMENT_AMOUNT_INVALID') return `refused as ${asked.code}`;
    return differenceOf(deduct(fen(cost.total - cost.fund), payers, cost.mostSponsors), naive);
  }
  if (!isPayable(cost)) return 'a cost that cannot be is taken';
  return differenceOf(asked.value, naive) ?? (agreedBy === null ? undefined : agreementOf(request, naive.cash, agreedBy));
}

/** Cash that was agreed to, more or less of it than remains. */
function agreementOf(request: Omit<SettleRequest, 'agreedCashFen'>, cash: number, agreedBy: number): string | undefined {
  const agreed = Math.min(cash + agreedBy, MAX_FEN);
  const settled = decideSettle({ ...request, agreedCashFen: fen(agreed) });
  const code = settled.ok ? null : settled.code;
  return code === agreedCode(agreed, cash) ? undefined : `${agreed} agreed to: ${code}`;
}

function agreedCode(agreed: number, cash: number): string | null {
  if (agreed === cash) return null;
  if (agreed < 0) return 'SETTLEMENT_AMOUNT_INVALID';
  return agreed === 0 ? 'SETTLEMENT_CASH_NOT_AGREED' : 'SETTLEMENT_SPLIT_CHANGED';
}

function differenceOf({ legs, coveredFen, cashFen }: Deduction, { shares, cash }: ReturnType<typeof naiveDeduction>): string | undefined {
  if (legs.length !== shares.length) return `${legs.length} legs for ${shares.length} payers`;
  let covered = 0;
  for (const [index, leg] of legs.entries()) {
    const share = shares[index];
    if (share?.payerId !== leg.payerId || leg.own !== (index === 0)) return `place ${index}: ${leg.payerId}, not ${share?.payerId}`;
    if (leg.amountFen !== share.amount || leg.amountFen > 0 !== (leg.skip === null))
      return `${leg.payerId} pays ${leg.amountFen} (${leg.skip})`;
    const split =
      leg.pots.length === share.parts.length && leg.pots.every(({ pot, amountFen }, at) => isPart(share.parts[at], pot, amountFen));
    if (!split) return `${leg.payerId}: other pots`;
    covered += share.amount;
  }
  return coveredFen === covered && cashFen === cash ? undefined : `${coveredFen} covered, ${cashFen} in cash`;
}

const isPart = (part: readonly [string, number] | undefined, pot: string, amount: number): boolean =>
  part?.[0] === pot && part[1] === amount;

/** What the cases have to have in them, or they prove little. */
const KINDS: Readonly<Record<string, (cost: PlainCost) => boolean>> = {
  'need 0': ({ total, fund }) => total === fund,
  'need below 0': ({ total, fund }) => total < fund,
  'need as large as an amount can be': ({ total, fund }) => total - fund >= MAX_FEN - 3,
  'nobody but oneself': ({ sponsors }) => sponsors.length === 0,
  'a sponsor twice': ({ sponsors }) => new Set(sponsors.map(({ payerId }) => payerId)).size < sponsors.length,
  'oneself among the sponsors': ({ sponsors }) => sponsors.some(({ payerId }) => payerId === 'me'),
  'the own account not chosen': ({ ownChosen }) => !ownChosen,
  'a cap of 0': ({ sponsors }) => sponsors.some(({ mostOnce }) => mostOnce === 0),
  'a cap below 0': ({ sponsors }) => sponsors.some(({ mostOnce }) => mostOnce !== null && mostOnce < 0),
  'no cap': ({ sponsors }) =>
    sponsors.some(({ mostOnce, mostMonthly, limit }) => mostOnce === null && mostMonthly === null && limit === null),
  'a month’s cap overdrawn': ({ sponsors }) =>
    sponsors.some(({ mostMonthly, monthSpent }) => mostMonthly !== null && mostMonthly < monthSpent),
  'frozen money': ({ sponsors }) => sponsors.some(({ pots }) => pots.some(({ frozen }) => frozen > 0)),
  'more frozen than there is': ({ sponsors }) => sponsors.some(({ pots }) => pots.some(({ balance, frozen }) => frozen > balance)),
  'a skipped sponsor before another': ({ sponsors }) => sponsors.slice(0, -1).some(({ barred }) => barred),
  ...Object.fromEntries(
    (['as-bound', 'set-at-binding', 'set-by-user', 'single-sponsor', 'unsaid'] as const).map((order) => [
      `order ${order}`,
      (cost: PlainCost) => cost.order === order && cost.sponsors.length > 1,
    ]),
  ),
  ...Object.fromEntries(
    (['all', 'above-floor', 'carried-over-only', 'quota', 'pool', 'unknown'] as const).flatMap((share) =>
      (['old-first', 'new-first', 'unsaid'] as const).map((spent) => [
        `${share}, ${spent}`,
        ({ sponsors }: PlainCost) => sponsors.some((each) => each.share === share && each.potsSpent === spent && each.pots.length > 1),
      ]),
    ),
  ),
  ...Object.fromEntries(
    [null, 0, 1, 2, 3, 4].map((most) => [
      `at most ${most} sponsors`,
      ({ mostSponsors, sponsors }: PlainCost) => mostSponsors === most && sponsors.length > (most ?? 0),
    ]),
  ),
};

it('a deduction is the greedy one, from the accounts and the rules of the regions to the last 分', () => {
  const costs = new RandomCosts(randomNumbers(SEED));
  const kinds = Object.entries(KINDS);
  const met = new Map(kinds.map(([kind]) => [kind, 0]));
  const differences: string[] = [];
  let compared = 0;
  for (; compared < CASES && differences.length < 3; compared += 1) {
    const cost = costs.cost();
    const looked = compared % LOOKED_AT_EVERY === 0;
    const difference = differenceIn(cost, looked ? (compared % 5) - 2 : null);
    if (difference !== undefined) differences.push(`seed ${SEED}, case ${compared}: ${difference} in ${JSON.stringify(cost)}`);
    for (const [kind] of looked ? kinds.filter(([, holds]) => holds(cost)) : []) met.set(kind, (met.get(kind) ?? 0) + 1);
  }
  process.stdout.write(`${compared} deductions of seed ${SEED}: ${differences.length} differences\n`);
  expect(differences).toEqual([]);
  expect(compared).toBe(1_000_000);
  expect(Array.from(met).filter(([, times]) => times < MET_AT_LEAST)).toEqual([]);
}, 120_000);
