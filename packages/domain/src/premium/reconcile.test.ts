import { fen } from '../money';
import {
  CUT_OFF_LAG_MINUTES,
  type Difference,
  DIFFERENCE_KINDS,
  type DifferenceKind,
  lastsUntilExplained,
  type OurSide,
  reconcile,
  TAX_LINE_STATES,
  type TaxLineState,
  type TheirSide,
  VERDICTS,
} from './reconcile';
import { PREMIUM_STATES, type PremiumState } from './states';

const DAY_ENDS = new Date('2026-11-30T16:00:00Z');
const minutesBefore = (minutes: number): Date => new Date(DAY_ENDS.getTime() - minutes * 60_000);
const NOON = minutesBefore(12 * 60);

const ours = (overrides: Partial<OurSide> = {}): OurSide => ({
  paymentId: 'p1',
  personKey: 'mother',
  year: 2027,
  regionCode: '441400',
  amountFen: fen(40_000),
  taxNumber: 'T1',
  state: 'paid',
  since: NOON,
  isVoiding: false,
  ...overrides,
});
const theirs = (overrides: Partial<TheirSide> = {}): TheirSide => ({
  paymentId: 'p1',
  personKey: 'mother',
  year: 2027,
  regionCode: '441400',
  amountFen: fen(40_000),
  taxNumber: 'T1',
  state: 'paid',
  ...overrides,
});
const find = (own: readonly OurSide[], lines: readonly TheirSide[], neighbours: readonly TheirSide[] = []) =>
  reconcile({ ours: own, theirs: lines, neighbours, dayEnds: DAY_ENDS });
const kindsOf = (found: readonly Difference[]) => found.map(({ kind }) => kind);

describe('a payment and its line', () => {
  it.each<[string, readonly OurSide[], readonly TheirSide[], readonly DifferenceKind[]]>([
    ['agree', [ours()], [theirs()], []],
    ['are missing here', [], [theirs()], ['theirs-only']],
    ['are missing there', [ours()], [], ['ours-only']],
    ['are missing there, voided', [ours({ state: 'voided' })], [], ['ours-only']],
    ['are missing there in the last hour', [ours({ since: minutesBefore(5) })], [], ['cut-off-lag']],
    ['are missing there after the day', [ours({ since: DAY_ENDS })], [], []],
    ['were never accepted', [ours({ state: 'failed', taxNumber: null })], [], []],
    ['are not answered yet and missing there', [ours({ state: 'unknown', taxNumber: null })], [], []],
    ['differ in the amount', [ours()], [theirs({ amountFen: fen(38_000) })], ['amount-differs']],
    ['differ by a fen', [ours()], [theirs({ amountFen: fen(40_001) })], ['amount-differs']],
    ['differ in the person', [ours()], [theirs({ personKey: 'aunt' })], ['person-differs']],
    ['differ in the year', [ours()], [theirs({ year: 2026 })], ['year-or-region-differs']],
    ['differ in the place', [ours()], [theirs({ regionCode: '440300' })], ['year-or-region-differs']],
    ['differ in the number', [ours()], [theirs({ taxNumber: 'T2' })], ['tax-number-differs']],
    ['differ in two things', [ours()], [theirs({ taxNumber: 'T2', amountFen: fen(1) })], ['amount-differs', 'tax-number-differs']],
    ['come twice', [ours()], [theirs(), theirs()], ['duplicate-line']],
    ['come twice, the newest deciding', [ours()], [theirs({ state: 'accepted' }), theirs()], ['duplicate-line']],
    ['are unanswered here and paid there', [ours({ state: 'unknown', taxNumber: null })], [theirs()], ['not-yet-known']],
    ['are being voided', [ours({ state: 'applied', isVoiding: true })], [theirs({ state: 'voided' })], ['not-yet-known']],
    ['are held here and voided there', [ours({ state: 'applied' })], [theirs({ state: 'voided' })], ['state-differs']],
    ['were refunded there', [ours()], [theirs({ state: 'refunded' })], ['state-differs']],
    ['are being refunded', [ours({ state: 'refunding' })], [theirs({ state: 'refunded' })], ['not-yet-known']],
    ['were refunded here', [ours({ state: 'refunded' })], [theirs()], ['state-differs']],
    ['were voided there after they were paid', [ours({ isVoiding: true })], [theirs({ state: 'voided' })], ['state-differs']],
    [
      'were refunded there while they are voided',
      [ours({ state: 'applied', isVoiding: true })],
      [theirs({ state: 'refunded' })],
      ['state-differs'],
    ],
    ['were of somebody who has left', [ours({ personKey: null })], [theirs()], []],
  ])('%s', (_name, own, lines, kinds) => {
    expect(kindsOf(find(own, lines))).toEqual(kinds);
  });

  it.each<[string, readonly OurSide[], readonly TheirSide[], readonly (string | null)[]]>([
    ['the state, of what is missing there', [ours()], [], ['paid', null]],
    ['state and amount, of what is missing here', [], [theirs()], [null, 'paid 40000']],
    ['both amounts', [ours()], [theirs({ amountFen: fen(38_000) })], ['40000', '38000']],
    ['both years and places', [ours()], [theirs({ year: 2026, regionCode: '440300' })], ['2027 441400', '2026 440300']],
    ['both numbers', [ours()], [theirs({ taxNumber: 'T2' })], ['T1', 'T2']],
    ['both states', [ours({ state: 'applied' })], [theirs({ state: 'voided' })], ['applied', 'voided']],
    ['how many lines there are for one payment', [ours()], [theirs(), theirs(), theirs()], ['1', '3']],
    ['nothing of two people', [ours()], [theirs({ personKey: 'aunt' })], [null, null]],
  ])('say %s', (_name, own, lines, sides) => {
    expect(find(own, lines).map((found) => [found.ours, found.theirs])).toEqual([sides]);
  });

  it.each(PREMIUM_STATES)('are missing there, %s here, only where the tax office must know of them', (state) => {
    const known: readonly PremiumState[] = ['applied', 'clearing', 'paid', 'posted', 'voided', 'refunding', 'refunded'];
    expect(kindsOf(find([ours({ state })], []))).toEqual(known.includes(state) ? ['ours-only'] : []);
  });

  it('are told in the order of their ids', () => {
    expect(find([ours({ paymentId: 'p3' }), ours()], [theirs({ paymentId: 'p2' })]).map(({ paymentId }) => paymentId)).toEqual([
      'p1',
      'p2',
      'p3',
    ]);
  });

  it('keep a difference open for somebody to explain only where no later file can end it', () => {
    expect(DIFFERENCE_KINDS.filter(lastsUntilExplained)).toEqual(['duplicate-line']);
  });

  it('name no person in what they say', () => {
    expect(JSON.stringify(find([ours()], [theirs({ personKey: 'aunt' })]))).not.toMatch(/aunt|mother/);
  });
});

describe('two payments of one levy', () => {
  const rival = theirs({ paymentId: 'p2', taxNumber: 'T2' });
  it.each<[string, TheirSide, boolean]>([
    ['are told of each', rival, true],
    ['are told while one is only accepted', { ...rival, state: 'accepted' }, true],
    ['are told when one has reached the treasury', { ...rival, state: 'posted' }, true],
    ['are one when the other was voided', { ...rival, state: 'voided' }, false],
    ['are one when the other was refunded', { ...rival, state: 'refunded' }, false],
    ['are two levies in two years', { ...rival, year: 2026 }, false],
    ['are two levies in two places', { ...rival, regionCode: '440300' }, false],
    ['are two levies of two people', { ...rival, personKey: 'father' }, false],
  ])('%s', (_name, other, isDouble) => {
    const own = [
      ours(),
      ours({ paymentId: 'p2', taxNumber: 'T2', year: other.year, regionCode: other.regionCode, personKey: other.personKey }),
    ];
    const found = find(own, [theirs(), other]).filter(({ kind }) => kind === 'two-payments-one-levy');
    expect(found.map(({ paymentId }) => paymentId)).toEqual(isDouble ? ['p1', 'p2'] : []);
    const fromEarlier = find([ours()], [theirs()], [other]);
    expect(kindsOf(fromEarlier)).toEqual(isDouble ? ['two-payments-one-levy'] : []);
  });
});

it('an earlier line of the same payment is no second payment', () => {
  expect(find([ours()], [theirs()], [theirs({ state: 'accepted' })])).toEqual([]);
});

it('two payments of one levy say how each stands, where we know of it', () => {
  const found = find([ours()], [theirs(), theirs({ paymentId: 'p2', state: 'posted' })]);
  expect(found.filter(({ kind }) => kind === 'two-payments-one-levy')).toEqual([
    { paymentId: 'p1', kind: 'two-payments-one-levy', ours: 'paid', theirs: 'paid' },
    { paymentId: 'p2', kind: 'two-payments-one-levy', ours: null, theirs: 'posted' },
  ]);
});

const PAIRS = TAX_LINE_STATES.flatMap((there) => PREMIUM_STATES.map((here) => [there, here] as const));

describe('each pair of states', () => {
  const differsAs = (there: TaxLineState, here: PremiumState, since: Date) =>
    kindsOf(find([ours({ state: here, since })], [theirs({ state: there })]));

  it.each(PAIRS)('%s there and %s here', (there, here) => {
    const verdict = VERDICTS[there][here];
    const by: Readonly<Record<typeof verdict, readonly (readonly DifferenceKind[])[]>> = {
      agrees: [[], [], []],
      'not-yet-known': [['not-yet-known'], ['not-yet-known'], ['not-yet-known']],
      differs: [['state-differs'], ['state-differs'], ['state-differs']],
      'if-later': [['state-differs'], ['cut-off-lag'], []],
    };
    const moments = [NOON, minutesBefore(CUT_OFF_LAG_MINUTES), DAY_ENDS];
    expect(moments.map((since) => differsAs(there, here, since))).toEqual(by[verdict]);
  });

  it('never agrees where money was taken on one side only', () => {
    const taken: readonly string[] = ['paid', 'posted', 'refunding'];
    const wrong = PAIRS.filter(([there, here]) => VERDICTS[there][here] === 'agrees' && taken.includes(there) !== taken.includes(here));
    expect(wrong).toEqual([]);
  });
});

interface Planted {
  readonly own: OurSide | null;
  readonly lines: readonly TheirSide[];
}

/** One way to plant each class; a total map. */
const PLANTS: Readonly<Record<DifferenceKind, (own: OurSide, line: TheirSide) => Planted>> = {
  'theirs-only': (_own, line) => ({ own: null, lines: [line] }),
  'ours-only': (own) => ({ own, lines: [] }),
  'amount-differs': (own, line) => ({ own, lines: [{ ...line, amountFen: fen(line.amountFen + 1) }] }),
  'state-differs': (own, line) => ({ own, lines: [{ ...line, state: 'voided' }] }),
  'cut-off-lag': (own, line) => ({ own: { ...own, since: minutesBefore(1) }, lines: [{ ...line, state: 'accepted' }] }),
  'not-yet-known': (own, line) => ({ own: { ...own, state: 'unknown', taxNumber: null }, lines: [line] }),
  'person-differs': (own, line) => ({ own, lines: [{ ...line, personKey: `${line.personKey}?` }] }),
  'year-or-region-differs': (own, line) => ({ own, lines: [{ ...line, year: 2026 }] }),
  'tax-number-differs': (own, line) => ({ own, lines: [{ ...line, taxNumber: `${line.taxNumber}?` }] }),
  'duplicate-line': (own, line) => ({ own, lines: [line, line] }),
  'two-payments-one-levy': (own, line) => ({ own, lines: [line] }),
};

/** The same numbers every time: a multiplicative generator modulo 2^31 − 1. */
function shuffled<T>(list: readonly T[]): readonly T[] {
  let seed = 48_271;
  const weighed = list.map((item) => {
    seed = (seed * 48_271) % 2_147_483_647;
    return [seed, item] as const;
  });
  return weighed.sort(([a], [b]) => a - b).map(([, item]) => item);
}

it('finds 250 planted differences of each class with the right class, and none among 20,000 lines that agree', () => {
  const own: OurSide[] = [];
  const lines: TheirSide[] = [];
  const expected = new Map<string, DifferenceKind>();
  const add = (index: number, kind: DifferenceKind | null, levy = `person-${index}`): void => {
    const paymentId = `payment-${String(index).padStart(6, '0')}`;
    const pair = { paymentId, personKey: levy, taxNumber: `T${index}` };
    const planted = kind === null ? { own: ours(pair), lines: [theirs(pair)] } : PLANTS[kind](ours(pair), theirs(pair));
    if (planted.own !== null) own.push(planted.own);
    lines.push(...planted.lines);
    if (kind !== null) expected.set(paymentId, kind);
  };
  let index = 0;
  for (; index < 20_000; index += 1) add(index, null);
  for (const kind of DIFFERENCE_KINDS)
    for (let n = 0; n < 250; n += 1, index += 1)
      add(index, kind, kind === 'two-payments-one-levy' ? `double-${Math.floor(n / 2)}` : undefined);
  const found = find(shuffled(own), shuffled(lines));
  expect(new Map(found.map(({ paymentId, kind }) => [paymentId, kind]))).toEqual(expected);
  expect(found).toHaveLength(250 * DIFFERENCE_KINDS.length);
});
