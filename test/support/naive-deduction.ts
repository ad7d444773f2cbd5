// Who pays what of a cost, written once more and plainly: numbers, loops and the formula, no code of the rules. The million cases compare the two.

export interface PlainPot {
  readonly pot: 'currentYear' | 'carriedOver';
  readonly balance: number;
  readonly frozen: number;
}

export interface PlainAccount {
  readonly payerId: string;
  readonly pots: readonly PlainPot[];
  readonly share: 'all' | 'above-floor' | 'carried-over-only' | 'quota' | 'pool' | 'unknown';
  readonly floor: number;
  /** Unsaid is old first. */
  readonly potsSpent: 'old-first' | 'new-first' | 'unsaid';
  /** For all relatives together. */
  readonly limit: number | null;
  readonly limitSpent: number;
}

export interface PlainSponsor extends PlainAccount {
  readonly bindingId: string;
  readonly boundAt: Date;
  readonly place: number | null;
  /** Something forbids it altogether. */
  readonly barred: boolean;
  readonly mostOnce: number | null;
  readonly mostMonthly: number | null;
  readonly monthSpent: number;
}

export interface PlainCost {
  readonly total: number;
  readonly fund: number;
  readonly order: 'as-bound' | 'set-at-binding' | 'set-by-user' | 'single-sponsor' | 'unsaid';
  readonly wishes: readonly string[];
  readonly mostSponsors: number | null;
  readonly own: PlainAccount;
  readonly ownChosen: boolean;
  readonly sponsors: readonly PlainSponsor[];
}

export interface NaiveShare {
  readonly payerId: string;
  readonly amount: number;
  /** What it is made of, pots that give nothing left out. */
  readonly parts: readonly (readonly [string, number])[];
}

export interface NaiveDeduction {
  readonly shares: readonly NaiveShare[];
  readonly cash: number;
}

/** d_i = max(0, min(shareable_i, cap_i, need − Σ_{j<i} d_j)), the own account first. */
export function naiveDeduction(cost: PlainCost): NaiveDeduction {
  let left = cost.total > cost.fund ? cost.total - cost.fund : 0;
  let paying = 0;
  const shares: NaiveShare[] = [];
  const pay = (account: PlainAccount, most: number): number => {
    const amount = Math.max(0, Math.min(most, left));
    shares.push({ payerId: account.payerId, amount, parts: partsOf(account, amount) });
    left -= amount;
    return amount;
  };
  pay(cost.own, cost.ownChosen ? wholeOf(cost.own) - setAsideOf(cost.own) : 0);
  for (const sponsor of naiveOrder(cost)) {
    if (shares.some((share) => share.payerId === sponsor.payerId)) continue;
    const full = cost.mostSponsors !== null && paying >= cost.mostSponsors;
    if (pay(sponsor, full || sponsor.barred ? 0 : Math.min(shareableOf(sponsor), capOf(sponsor))) > 0) paying += 1;
  }
  return { shares, cash: left };
}

const availableIn = (account: PlainAccount, pot: string): number => {
  let sum = 0;
  for (const each of account.pots) if (each.pot === pot && each.balance > each.frozen) sum += each.balance - each.frozen;
  return sum;
};
const wholeOf = (account: PlainAccount): number => availableIn(account, 'currentYear') + availableIn(account, 'carriedOver');

/** What is left of the limit shared by all relatives. */
const limitLeft = ({ limit, limitSpent }: PlainAccount): number =>
  limit === null ? Number.POSITIVE_INFINITY : Math.max(0, limit - limitSpent);

const setAsideOf = (account: PlainAccount): number =>
  account.limit !== null && (account.share === 'quota' || account.share === 'pool') ? limitLeft(account) : 0;

function shareableOf(account: PlainAccount): number {
  switch (account.share) {
    case 'all':
      return wholeOf(account);
    case 'above-floor':
      return wholeOf(account) - account.floor;
    case 'carried-over-only':
      return availableIn(account, 'carriedOver');
    case 'quota':
    case 'pool':
      return Math.min(wholeOf(account), setAsideOf(account));
    case 'unknown':
      return 0;
  }
}

const capOf = (sponsor: PlainSponsor): number =>
  Math.min(
    sponsor.mostOnce ?? Number.POSITIVE_INFINITY,
    sponsor.mostMonthly === null ? Number.POSITIVE_INFINITY : sponsor.mostMonthly - sponsor.monthSpent,
    limitLeft(sponsor),
  );

function partsOf(account: PlainAccount, amount: number): readonly (readonly [string, number])[] {
  const old = availableIn(account, 'carriedOver');
  const current = availableIn(account, 'currentYear');
  const fromOld = account.potsSpent !== 'new-first' || onlyOld(account) ? Math.min(old, amount) : amount - Math.min(current, amount);
  const parts: [string, number][] = [
    ['carriedOver', fromOld],
    ['currentYear', amount - fromOld],
  ];
  if (account.potsSpent === 'new-first') parts.reverse();
  return parts.filter(([, part]) => part > 0);
}

/** A sponsor's account of which only the old money is shared; one's own money may be spent from both. */
const onlyOld = (account: PlainAccount): boolean => account.share === 'carried-over-only' && 'bindingId' in account;

function naiveOrder({ order, sponsors, wishes }: PlainCost): readonly PlainSponsor[] {
  const asBound = picked(sponsors, (one, other) =>
    Number(one.boundAt) === Number(other.boundAt) ? one.bindingId < other.bindingId : one.boundAt < other.boundAt,
  );
  if (order === 'single-sponsor') return asBound.slice(0, 1);
  if (order === 'set-by-user') {
    const wished = wishes.flatMap((bindingId) => asBound.filter((sponsor) => sponsor.bindingId === bindingId));
    return [...wished, ...asBound.filter((sponsor) => !wishes.includes(sponsor.bindingId))];
  }
  if (order === 'set-at-binding') {
    const placed = asBound.filter((sponsor) => sponsor.place !== null);
    const inPlaces = [1, 2, 3, 4, 5, 6].flatMap((place) => placed.filter((sponsor) => sponsor.place === place));
    return [...inPlaces, ...asBound.filter((sponsor) => sponsor.place === null)];
  }
  return asBound;
}

/** Picks the first of those that remain until none remains. */
function picked(sponsors: readonly PlainSponsor[], before: (one: PlainSponsor, other: PlainSponsor) => boolean): readonly PlainSponsor[] {
  const rest = [...sponsors];
  const inOrder: PlainSponsor[] = [];
  while (rest.length > 0) {
    let first = 0;
    for (let index = 1; index < rest.length; index += 1) {
      const [one, best] = [rest[index], rest[first]];
      if (one !== undefined && best !== undefined && before(one, best)) first = index;
    }
    inOrder.push(...rest.splice(first, 1));
  }
  return inOrder;
}
