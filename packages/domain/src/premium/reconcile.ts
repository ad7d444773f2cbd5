import { groupBy } from '../group-by';
import type { Fen } from '../money';
import type { PremiumState } from './states';

// Our payments against the lines of the tax office's daily file. A difference is found, named and dated here; nothing here moves money.

/** How an application stood at the end of a day, in the tax office's words. */
export const TAX_LINE_STATES = ['accepted', 'voided', 'paid', 'posted', 'refunded'] as const;
export type TaxLineState = (typeof TAX_LINE_STATES)[number];

interface Side {
  readonly paymentId: string;
  readonly year: number;
  readonly regionCode: string;
  readonly amountFen: Fen;
}

export interface OurSide extends Side {
  /** As theirs; null for somebody who has left: nothing here says who it was any more. */
  readonly personKey: string | null;
  readonly taxNumber: string | null;
  readonly state: PremiumState;
  /** When it came into this state. */
  readonly since: Date;
  /** A void was asked for and nobody knows yet what came of it. */
  readonly isVoiding: boolean;
}

export interface TheirSide extends Side {
  /** A keyed hash of the certificate number: who it is, without saying who. */
  readonly personKey: string;
  readonly taxNumber: string;
  readonly state: TaxLineState;
}

/**
 * theirs-only: no payment of ours has this id. ours-only: we say the tax office has it, and no file ever did. cut-off-lag: our step came in the last hour of
 * the file's day; tomorrow's file settles it. not-yet-known: they know, and our own question is still under way. two-payments-one-levy: they hold two
 * live payments for one person, year and place. Of the others the name says what differs.
 */
export const DIFFERENCE_KINDS = [
  'theirs-only',
  'ours-only',
  'amount-differs',
  'state-differs',
  'cut-off-lag',
  'not-yet-known',
  'person-differs',
  'year-or-region-differs',
  'tax-number-differs',
  'duplicate-line',
  'two-payments-one-levy',
] as const;
export type DifferenceKind = (typeof DIFFERENCE_KINDS)[number];

/** open: somebody has to look. explained: somebody did, and it may stay as it is. resolved: the two agree now. */
export const DIFFERENCE_STATES = ['open', 'explained', 'resolved'] as const;
export type DifferenceState = (typeof DIFFERENCE_STATES)[number];

/** Found in a file as such, whatever later files say: it does not go away by itself. */
export const lastsUntilExplained = (kind: DifferenceKind): boolean => kind === 'duplicate-line';

export interface Difference {
  readonly paymentId: string;
  readonly kind: DifferenceKind;
  /** What each side says of the thing that differs; null: it has no such payment. Never names a person. */
  readonly ours: string | null;
  readonly theirs: string | null;
}

export interface ReconcileRequest {
  readonly ours: readonly OurSide[];
  /** In the order of the file, each payment's newest line last. */
  readonly theirs: readonly TheirSide[];
  /** Newest lines of payments not asked about, where they may name the same levy. */
  readonly neighbours: readonly TheirSide[];
  /** The first instant after the file's day. */
  readonly dayEnds: Date;
}

/** Every difference of these payments, in the order of their ids. */
export function reconcile({ ours, theirs, neighbours, dayEnds }: ReconcileRequest): readonly Difference[] {
  const own = new Map(ours.map((side) => [side.paymentId, side]));
  const lines = groupBy(theirs, (line) => line.paymentId);
  const newest = [...lines.values()].map((ofPayment) => ofPayment[ofPayment.length - 1] as TheirSide);
  const levies = groupBy(
    [...newest, ...neighbours.filter((line) => !lines.has(line.paymentId))].filter(isLive),
    ({ personKey, year, regionCode }) => `${personKey}/${year}/${regionCode}`,
  );
  const doubled = new Set([...levies.values()].filter((live) => live.length > 1).flatMap((live) => live.map((line) => line.paymentId)));
  const ids = [...new Set([...own.keys(), ...lines.keys()])].sort();
  return ids.flatMap((paymentId) => {
    const side = own.get(paymentId);
    const ofPayment = lines.get(paymentId) ?? [];
    const line = ofPayment[ofPayment.length - 1];
    if (line === undefined) return side === undefined ? [] : missingThere(side, dayEnds);
    const found = side === undefined ? [theirsOnly(line)] : compare(side, line, dayEnds);
    const copies = ofPayment.length > 1 ? [differs(paymentId, 'duplicate-line', ['1', String(ofPayment.length)])] : [];
    const rivals = doubled.has(paymentId) ? [differs(paymentId, 'two-payments-one-levy', [side?.state ?? null, line.state])] : [];
    return [...found, ...copies, ...rivals];
  });
}

function compare(ours: OurSide, theirs: TheirSide, dayEnds: Date): readonly Difference[] {
  const { paymentId } = ours;
  const found: Difference[] = [];
  if (ours.personKey !== null && ours.personKey !== theirs.personKey) found.push(differs(paymentId, 'person-differs', [null, null]));
  if (ours.year !== theirs.year || ours.regionCode !== theirs.regionCode)
    found.push(differs(paymentId, 'year-or-region-differs', [placeOf(ours), placeOf(theirs)]));
  if (ours.amountFen !== theirs.amountFen) found.push(differs(paymentId, 'amount-differs', [`${ours.amountFen}`, `${theirs.amountFen}`]));
  // While we await the answer we have no number yet, and that is told as such.
  if (ours.taxNumber !== null && ours.taxNumber !== theirs.taxNumber)
    found.push(differs(paymentId, 'tax-number-differs', [ours.taxNumber, theirs.taxNumber]));
  const kind = compareStates(ours, theirs.state, dayEnds);
  return kind === undefined ? found : [...found, differs(paymentId, kind, [ours.state, theirs.state])];
}

/** if-later: right when our step came after the file's day, which the file cannot know. */
type Verdict = 'agrees' | 'not-yet-known' | 'differs' | 'if-later';

const AWAITING = { submitting: 'not-yet-known', unknown: 'not-yet-known', locked: 'not-yet-known' } as const;

/**
 * Theirs, then ours. A voided application and one that failed with us agree: in both, the money stays with the payer. While a refund is asked for they
 * still have it.
 */
export const VERDICTS: Readonly<Record<TaxLineState, Readonly<Record<PremiumState, Verdict>>>> = {
  accepted: {
    ...AWAITING,
    applied: 'agrees',
    clearing: 'agrees',
    paid: 'if-later',
    posted: 'if-later',
    voided: 'if-later',
    failed: 'if-later',
    refunding: 'if-later',
    refunded: 'if-later',
  },
  voided: {
    ...AWAITING,
    applied: 'differs',
    clearing: 'differs',
    paid: 'differs',
    posted: 'differs',
    voided: 'agrees',
    failed: 'agrees',
    refunding: 'differs',
    refunded: 'differs',
  },
  paid: {
    ...AWAITING,
    applied: 'differs',
    clearing: 'not-yet-known',
    paid: 'agrees',
    posted: 'if-later',
    voided: 'differs',
    failed: 'differs',
    refunding: 'agrees',
    refunded: 'if-later',
  },
  posted: {
    ...AWAITING,
    applied: 'differs',
    clearing: 'not-yet-known',
    // We ask about the treasury every six hours: that they know first is how it goes.
    paid: 'agrees',
    posted: 'agrees',
    voided: 'differs',
    failed: 'differs',
    refunding: 'agrees',
    refunded: 'if-later',
  },
  refunded: {
    ...AWAITING,
    applied: 'differs',
    clearing: 'differs',
    paid: 'differs',
    posted: 'differs',
    voided: 'differs',
    failed: 'differs',
    refunding: 'not-yet-known',
    refunded: 'agrees',
  },
};

/** Clocks differ and messages take their time; nobody publishes when a day is cut off. ASSUMED. */
export const CUT_OFF_LAG_MINUTES = 60;

function compareStates(ours: OurSide, theirs: TaxLineState, dayEnds: Date): DifferenceKind | undefined {
  const verdict = VERDICTS[theirs][ours.state];
  if (verdict === 'agrees') return undefined;
  if (verdict === 'not-yet-known' || (ours.isVoiding && ours.state === 'applied' && theirs === 'voided')) return 'not-yet-known';
  if (verdict === 'differs') return 'state-differs';
  if (ours.since >= dayEnds) return undefined;
  return isAtCutOff(ours, dayEnds) ? 'cut-off-lag' : 'state-differs';
}

const isAtCutOff = ({ since }: OurSide, dayEnds: Date): boolean => since.getTime() >= dayEnds.getTime() - CUT_OFF_LAG_MINUTES * 60_000;

/** States in which we say that the tax office has or had the application. */
const KNOWN_THERE: readonly PremiumState[] = ['applied', 'clearing', 'paid', 'posted', 'voided', 'refunding', 'refunded'];

function missingThere(ours: OurSide, dayEnds: Date): readonly Difference[] {
  if (!KNOWN_THERE.includes(ours.state) || ours.since >= dayEnds) return [];
  return [differs(ours.paymentId, isAtCutOff(ours, dayEnds) ? 'cut-off-lag' : 'ours-only', [ours.state, null])];
}

const theirsOnly = (line: TheirSide): Difference => differs(line.paymentId, 'theirs-only', [null, `${line.state} ${line.amountFen}`]);
const isLive = ({ state }: TheirSide): boolean => state === 'accepted' || state === 'paid' || state === 'posted';
const placeOf = ({ year, regionCode }: Side): string => `${year} ${regionCode}`;

const differs = (
  paymentId: string,
  kind: DifferenceKind,
  [ours, theirs]: readonly [ours: string | null, theirs: string | null],
): Difference => ({ paymentId, kind, ours, theirs });
