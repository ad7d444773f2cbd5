import { policyWith, type RuleOverrides } from '../../../../test/support/domain-builders';
import { type Fen, fen } from '../money';
import {
  decideSharedLimit,
  mostSharedLimit,
  needsSharedLimit,
  setAsideFen,
  sharedLeft,
  type SharedLimitRequest,
  sharedLimitKind,
} from './shared-limit';

const LIMIT: RuleOverrides = { requiredLimits: ['shared'] };
const QUOTA: RuleOverrides = { shareable: { kind: 'quota' } };
const POOL: RuleOverrides = { shareable: { kind: 'pool', floorFen: fen(1_000), movesPerMonth: 2 } };

const facts = (limit: number | null, spent: number): { readonly limitFen: Fen | null; readonly spentFen: Fen } => ({
  limitFen: limit === null ? null : fen(limit),
  spentFen: fen(spent),
});
const ask = (rules: RuleOverrides, wanted: number | null, overrides: Partial<SharedLimitRequest> = {}): SharedLimitRequest => ({
  wantedFen: wanted === null ? null : fen(wanted),
  ...facts(null, 0),
  availableFen: fen(3_000),
  movesThisMonth: 0,
  policy: policyWith(rules),
  ...overrides,
});

describe('a limit for all relatives', () => {
  it.each<[string, RuleOverrides, string, boolean]>([
    ['is free to set where the region asks for none', {}, 'limit', false],
    ['is asked for by name', LIMIT, 'limit', true],
    ['is not asked for where other limits are', { requiredLimits: ['per-payment', 'per-month'] }, 'limit', false],
    ['is the quota', QUOTA, 'quota', true],
    ['is what was put into the pool', POOL, 'pool', true],
    ['is free where nobody published what may be shared', { shareable: undefined }, 'limit', false],
  ])('%s', (_name, rules, kind, needed) => {
    expect([sharedLimitKind(policyWith(rules)), needsSharedLimit(policyWith(rules))]).toEqual([kind, needed]);
  });

  it.each([
    [null, 50, null],
    [49, 50, 0],
    [50, 50, 0],
    [51, 50, 1],
  ])('of %p with %d spent leaves %p', (limit, spent, left) => {
    expect(sharedLeft(facts(limit, spent))).toBe(left);
  });

  it('sets money aside only as a quota or a pool', () => {
    for (const rules of [QUOTA, POOL]) {
      expect(setAsideFen(policyWith(rules), facts(500, 200))).toBe(300);
      expect(setAsideFen(policyWith(rules), facts(null, 0))).toBe(0);
    }
    expect(setAsideFen(policyWith(LIMIT), facts(500, 200))).toBe(0);
  });
});

describe('the most that can be set', () => {
  it.each<[string, RuleOverrides, number | null, number, number, number | null]>([
    ['a cap: any amount', {}, null, 0, 3_000, null],
    ['a cap where nobody published what may be shared: any amount', { shareable: undefined }, null, 0, 3_000, null],
    ['a quota: the account', QUOTA, null, 0, 3_000, 3_000],
    ['a quota: the account and what was spent of it', QUOTA, 1_000, 400, 3_000, 3_400],
    ['a pool: what is above the floor', POOL, null, 0, 3_000, 2_000],
    ['a pool: nothing at the floor', POOL, null, 0, 1_000, 0],
    ['a pool: nothing below the floor', POOL, null, 0, 999, 0],
    ['a pool: one 分 above the floor', POOL, null, 0, 1_001, 1],
    ['a pool: what is in it, and what is above the floor outside it', POOL, 1_000, 400, 3_000, 2_400],
    ['a pool: only what is in it, once the rest is the floor', POOL, 2_000, 0, 3_000, 2_000],
  ])('as %s', (_name, rules, limit, spent, available, most) => {
    const { wantedFen: _wanted, movesThisMonth: _moves, ...rest } = ask(rules, 1, { ...facts(limit, spent), availableFen: fen(available) });
    expect(mostSharedLimit(rest)).toBe(most);
    const decide = (wanted: number) => decideSharedLimit(ask(rules, wanted, { ...facts(limit, spent), availableFen: fen(available) })).ok;
    const [last, over] = [most ?? 9_999_999, (most ?? 9_999_999) + 1];
    expect([decide(last), decide(over)]).toEqual([last > 0, most === null]);
  });
});

describe('setting it', () => {
  it.each<[string, SharedLimitRequest, string | null]>([
    ['nothing', ask(LIMIT, 0), 'BINDING_CAP_INVALID'],
    ['less than nothing', ask(LIMIT, -1), 'BINDING_CAP_INVALID'],
    ['one 分', ask(LIMIT, 1), null],
    ['one 分 less than was spent', ask(LIMIT, 499, facts(900, 500)), 'LIMIT_BELOW_SPENT'],
    ['what was spent', ask(LIMIT, 500, facts(900, 500)), null],
    ['a quota lower than before: what is unused returns', ask(QUOTA, 500, facts(900, 500)), null],
    ['a quota below what was spent', ask(QUOTA, 499, facts(900, 500)), 'LIMIT_BELOW_SPENT'],
    ['a pool one 分 lower', ask(POOL, 899, facts(900, 500)), 'LIMIT_NOT_LOWER'],
    ['a pool as it stands, with no move left', ask(POOL, 900, { ...facts(900, 500), movesThisMonth: 2 }), null],
    ['a pool as it stands, with nothing left in the account', ask(POOL, 900, { ...facts(900, 500), availableFen: fen(0) }), null],
    ['a pool with one move left', ask(POOL, 901, { ...facts(900, 500), movesThisMonth: 1 }), null],
    ['a pool with no move left', ask(POOL, 901, { ...facts(900, 500), movesThisMonth: 2 }), 'LIMIT_MOVES_USED'],
    ['a pool with more moves than there are', ask(POOL, 901, { ...facts(900, 500), movesThisMonth: 3 }), 'LIMIT_MOVES_USED'],
    ['none any more, whatever was spent', ask({}, null, facts(900, 500)), null],
    ['none where there was none', ask({}, null), null],
    ['none where the region wants one', ask(LIMIT, null, facts(900, 500)), 'BINDING_LIMIT_REQUIRED'],
    ['no quota', ask(QUOTA, null, facts(900, 0)), 'BINDING_LIMIT_REQUIRED'],
    ['no pool', ask(POOL, null, facts(900, 0)), 'BINDING_LIMIT_REQUIRED'],
    ['a cap, however often', ask(LIMIT, 901, { ...facts(900, 500), movesThisMonth: 9 }), null],
  ])('%s', (_name, request, code) => {
    const decision = decideSharedLimit(request);
    expect(decision).toMatchObject(code === null ? { ok: true, value: request.wantedFen } : { ok: false, code });
  });

  it.each<[string, SharedLimitRequest, object]>([
    ['what was spent', ask(LIMIT, 499, facts(900, 500)), { spent: '¥5.00' }],
    ['the most there can be', ask(QUOTA, 3_001), { most: '¥30.00' }],
    [
      'whose rule it is and how many moves it allows',
      ask(POOL, 901, { ...facts(900, 500), movesThisMonth: 2 }),
      { region: '地区440000', limit: 2 },
    ],
  ])('says %s when it is refused', (_name, request, told) => {
    expect(decideSharedLimit(request)).toMatchObject({ ok: false, facts: told });
  });

  it('over the most there can be is refused as that', () => {
    expect(decideSharedLimit(ask(QUOTA, 3_001))).toMatchObject({ ok: false, code: 'LIMIT_OVER_BALANCE' });
  });
});
