import {
  binding,
  grant,
  person,
  policyWith,
  proposedGrant,
  relative,
  showCodeGrant,
  TODAY,
} from '../../../../test/support/domain-builders';
import { addDays, dayText, type PlainDate, plainDate } from '../dates';
import { errorText } from '../errors';
import type { PersonFacts } from '../person/person';
import { SELF_ENDING_EVENTS, type SelfEndingEvent } from '../policy/rules';
import { decidePause, decideResume, type GrantRequest } from './decide-pause';
import { decideRunOut } from './decide-run-out';
import { decideSelfEnding } from './decide-self-ending';
import { decideUnbind, earliestEnd, type UnbindRequest } from './decide-unbind';
import { GRANT_STEPS } from './grant-reasons';

const shownOnly = binding({ grants: [showCodeGrant(), grant({ state: 'ended' })] });
const invited = binding({ grants: [proposedGrant(), proposedGrant({ kind: 'show-code' })] });
const ended = binding({ grants: [grant({ state: 'ended' }), showCodeGrant({ state: 'ended' })] });
const sponsorOnly = policyWith({ whoMayEnd: 'sponsor' });

const unbind = (overrides: Partial<UnbindRequest> = {}): UnbindRequest => ({
  binding: binding(),
  actorId: 'owner',
  kind: null,
  openPaymentCount: 0,
  ownerPolicy: policyWith(),
  today: TODAY,
  ...overrides,
});

describe('ending is allowed', () => {
  it.each<[string, Partial<UnbindRequest>, string]>([
    ['by the owner', {}, 'unbound-by-owner'],
    ['by the relative where no rule is known', { actorId: 'relative' }, 'unbound-by-relative'],
    ['by the relative where either may', { actorId: 'relative', ownerPolicy: policyWith({ whoMayEnd: 'either' }) }, 'unbound-by-relative'],
    ['by the sponsor where only the sponsor may', { ownerPolicy: sponsorOnly }, 'unbound-by-owner'],
    ['by the relative of a code alone', { actorId: 'relative', ownerPolicy: sponsorOnly, binding: shownOnly }, 'unbound-by-relative'],
    [
      'by the relative of money never agreed to',
      { actorId: 'relative', ownerPolicy: sponsorOnly, binding: invited },
      'unbound-by-relative',
    ],
    ['of an invitation', { binding: invited }, 'unbound-by-owner'],
  ])('%s', (_name, overrides, reason) => {
    const plan = decideUnbind(unbind(overrides));
    expect(plan).toMatchObject({ ok: true, value: { state: 'ended', endsOn: TODAY } });
    expect(new Set(plan.ok ? plan.value.grants.map((each) => each.reason) : [])).toEqual(new Set([reason]));
  });

  it.each<[string, Partial<UnbindRequest>, object]>([
    ['the owner’s money', { kind: 'share-funds' }, { state: 'active', grants: [{ kind: 'share-funds', reason: 'closed-by-owner' }] }],
    [
      'the code, by the relative',
      { kind: 'show-code', actorId: 'relative' },
      { grants: [{ kind: 'show-code', reason: 'closed-by-relative' }] },
    ],
    ['the code, with a premium under way', { kind: 'show-code', openPaymentCount: 1 }, { grants: [{ kind: 'show-code' }] }],
    [
      'the code, where only the sponsor ends money',
      { kind: 'show-code', actorId: 'relative', ownerPolicy: sponsorOnly },
      { state: 'active' },
    ],
    ['the last switch, and the binding with it', { kind: 'show-code', binding: shownOnly }, { state: 'ended' }],
  ])('closes one switch: %s', (_name, overrides, value) => {
    expect(decideUnbind(unbind(overrides))).toMatchObject({ ok: true, value });
  });
});

describe('ending is refused', () => {
  it.each<[string, Partial<UnbindRequest>, string]>([
    ['to a stranger', { actorId: 'stranger' }, 'BINDING_NOT_FOUND'],
    ['after it ended', { binding: ended }, 'BINDING_STATE_CONFLICT'],
    ['of a switch that was closed', { binding: shownOnly, kind: 'share-funds' }, 'BINDING_STATE_CONFLICT'],
    ['of a switch that is only proposed: it is withdrawn', { binding: invited, kind: 'show-code' }, 'BINDING_STATE_CONFLICT'],
    ['to the relative where only the sponsor may', { actorId: 'relative', ownerPolicy: sponsorOnly }, 'BINDING_END_NOT_ALLOWED'],
    ['while a premium is under way', { openPaymentCount: 1 }, 'BINDING_HAS_OPEN_PAYMENT'],
    ['of the money while a premium is under way', { openPaymentCount: 1, kind: 'share-funds' }, 'BINDING_HAS_OPEN_PAYMENT'],
    ['to the relative too while a premium is under way', { actorId: 'relative', openPaymentCount: 2 }, 'BINDING_HAS_OPEN_PAYMENT'],
    ['although the money ended by itself meanwhile', { binding: shownOnly, openPaymentCount: 1 }, 'BINDING_HAS_OPEN_PAYMENT'],
  ])('%s', (_name, overrides, code) => {
    expect(decideUnbind(unbind(overrides))).toMatchObject({ ok: false, code });
  });
});

describe('the months before fund sharing may be ended', () => {
  const threeMonths = policyWith({ minMonthsBeforeEnd: 3 });
  const agreed = (agreedOn: string) => binding({ grants: [grant({ agreedOn: plainDate(agreedOn) }), showCodeGrant()] });

  it.each([
    ['2026-08-22', '2026-11-21', '2026-11-22'],
    ['2026-01-31', '2026-04-29', '2026-04-30'],
    ['2025-11-30', '2026-02-27', '2026-02-28'],
    ['2023-11-30', '2024-02-28', '2024-02-29'],
    ['2026-10-31', '2027-01-30', '2027-01-31'],
  ])('from %s: not on %s, but on %s', (agreedOn, tooEarly, earliest) => {
    const at = (today: string, rest: Partial<UnbindRequest> = {}) =>
      decideUnbind(unbind({ binding: agreed(agreedOn), ownerPolicy: threeMonths, today: plainDate(today), ...rest }));
    expect(earliestEnd({ agreedOn: plainDate(agreedOn) }, threeMonths)).toBe(earliest);
    const refusal = at(tooEarly);
    expect(refusal).toMatchObject({ ok: false, code: 'BINDING_END_TOO_EARLY', facts: { months: 3, date: dayText(plainDate(earliest)) } });
    expect(refusal.ok ? '' : errorText(refusal.code, refusal.facts)).toContain(`最早${dayText(plainDate(earliest))}`);
    expect(at(earliest).ok).toBe(true);
    expect(at(addDays(plainDate(earliest), 1)).ok).toBe(true);
    expect(at(tooEarly, { actorId: 'relative' })).toMatchObject({ code: 'BINDING_END_TOO_EARLY' });
    expect(at(tooEarly, { kind: 'show-code' }).ok).toBe(true);
  });

  it('do not hold an invitation, and are none where the region has none', () => {
    expect(decideUnbind(unbind({ binding: invited, ownerPolicy: threeMonths })).ok).toBe(true);
    expect(earliestEnd({ agreedOn: null }, threeMonths)).toBeNull();
    expect(earliestEnd({ agreedOn: TODAY }, policyWith())).toBeNull();
  });
});

describe('pausing and resuming', () => {
  const ask = (overrides: Partial<GrantRequest> = {}): GrantRequest => ({
    binding: binding(),
    actorId: 'owner',
    kind: 'share-funds',
    ownerPolicy: policyWith(),
    ...overrides,
  });
  const pausedBy = (side: 'owner' | 'relative') =>
    binding({ grants: [grant({ state: 'paused', reason: `paused-by-${side}` }), showCodeGrant()] });

  it.each(['owner', 'relative'] as const)('is either side’s: %s', (side) => {
    expect(decidePause(ask({ actorId: side }))).toEqual({
      ok: true,
      value: { state: 'active', grants: [{ kind: 'share-funds', state: 'paused', reason: `paused-by-${side}` }] },
    });
    expect(decideResume(ask({ actorId: side, binding: pausedBy(side) }))).toMatchObject({
      value: { grants: [{ state: 'active', reason: `resumed-by-${side}` }] },
    });
    const other = side === 'owner' ? 'relative' : 'owner';
    expect(decideResume(ask({ actorId: other, binding: pausedBy(side) }))).toEqual({ ok: false, code: 'BINDING_PAUSED_BY_OTHER' });
  });

  it.each<[string, Partial<GrantRequest>, string]>([
    ['to a stranger', { actorId: 'stranger' }, 'BINDING_NOT_FOUND'],
    [
      'of money to the relative where only the sponsor may end it',
      { actorId: 'relative', ownerPolicy: sponsorOnly },
      'BINDING_END_NOT_ALLOWED',
    ],
    ['twice', { binding: pausedBy('owner') }, 'BINDING_STATE_CONFLICT'],
    ['of what is only proposed', { binding: invited }, 'BINDING_STATE_CONFLICT'],
    ['of what has ended', { binding: ended }, 'BINDING_STATE_CONFLICT'],
    ['of a switch that never was', { binding: binding({ grants: [showCodeGrant()] }) }, 'BINDING_STATE_CONFLICT'],
  ])('is refused %s', (_name, overrides, code) => {
    expect(decidePause(ask(overrides))).toMatchObject({ ok: false, code });
  });

  it('of a code is the relative’s also where only the sponsor ends money', () => {
    expect(decidePause(ask({ actorId: 'relative', kind: 'show-code', ownerPolicy: sponsorOnly })).ok).toBe(true);
  });

  it('cannot resume what runs', () => {
    expect(decideResume(ask())).toEqual({ ok: false, code: 'BINDING_STATE_CONFLICT' });
    expect(decideResume(ask({ actorId: 'stranger' }))).toEqual({ ok: false, code: 'BINDING_NOT_FOUND' });
  });
});

describe('a last day', () => {
  const until = (endsOn: PlainDate | null) => binding({ grants: [grant({ endsOn }), showCodeGrant()] });
  const runOut = (each = until(TODAY), today = TODAY, openPaymentCount = 0) => decideRunOut({ binding: each, openPaymentCount, today });

  it.each([
    ['the day before', -1, false],
    ['the day itself', 0, false],
    ['the day after', 1, true],
  ])('%s', (_name, days, ends) => {
    expect(runOut(until(TODAY), addDays(TODAY, days)).ok).toBe(ends);
  });

  it('ends only what is past, and the binding with the last of it', () => {
    const day = addDays(TODAY, 1);
    expect(runOut(until(TODAY), day)).toEqual({
      ok: true,
      value: { state: 'active', grants: [{ kind: 'share-funds', state: 'ended', reason: 'ran-out' }] },
    });
    expect(runOut(binding({ grants: [grant({ endsOn: TODAY }), showCodeGrant({ endsOn: TODAY })] }), day)).toMatchObject({
      value: { state: 'ended' },
    });
    expect(runOut(binding({ grants: [proposedGrant({ endsOn: TODAY })] }), day)).toMatchObject({ value: { state: 'ended' } });
    expect(runOut(until(null), day).ok).toBe(false);
    expect(runOut(binding({ grants: [grant({ state: 'ended', endsOn: TODAY })] }), day).ok).toBe(false);
  });

  it('waits with the money for a premium under way, not with the code', () => {
    const both = binding({ grants: [grant({ endsOn: TODAY }), showCodeGrant({ endsOn: TODAY })] });
    expect(runOut(both, addDays(TODAY, 1), 1)).toMatchObject({ value: { state: 'active', grants: [{ kind: 'show-code' }] } });
    expect(runOut(until(TODAY), addDays(TODAY, 1), 1).ok).toBe(false);
  });
});

describe('what ends by itself', () => {
  type Change = { readonly owner?: Partial<PersonFacts>; readonly relative?: Partial<PersonFacts> };
  const selfEnding = (change: Change, events: readonly SelfEndingEvent[] = SELF_ENDING_EVENTS, each = binding()) =>
    decideSelfEnding({
      binding: each,
      owner: person(change.owner),
      relative: relative(change.relative),
      ownerPolicy: policyWith({ selfEnding: events }),
    });

  const EVENTS: Readonly<Record<SelfEndingEvent, readonly Change[]>> = {
    'owner-insurance-paused': [{ owner: { insuranceState: 'paused' } }],
    'owner-insurance-ended': [
      { owner: { insuranceState: 'ended' } },
      { owner: { insuranceState: 'none' } },
      { owner: { scheme: 'resident' } },
    ],
    'owner-moved': [{ owner: { regionCode: '440100' } }],
    'relative-insurance-paused': [{ relative: { insuranceState: 'paused' } }],
    'relative-insurance-ended': [{ relative: { insuranceState: 'ended' } }, { relative: { insuranceState: 'none' } }],
    'relative-moved': [{ relative: { regionCode: '440300' } }],
  };

  it.each(Object.entries(EVENTS))('%s ends the money where the region names it, and leaves the code', (event, changes) => {
    for (const change of changes) {
      expect(selfEnding(change)).toEqual({
        ok: true,
        value: { state: 'active', grants: [{ kind: 'share-funds', state: 'ended', reason: event }] },
      });
      const others = SELF_ENDING_EVENTS.filter((each) => each !== event);
      expect(selfEnding(change, others)).toEqual({ ok: false, code: 'BINDING_STATE_CONFLICT' });
      expect(selfEnding(change, SELF_ENDING_EVENTS, shownOnly).ok).toBe(false);
    }
  });

  it.each([
    ['owner-died', { owner: { diedOn: TODAY } }],
    ['relative-died', { relative: { diedOn: TODAY } }],
    ['owner-died', { owner: { diedOn: TODAY, insuranceState: 'ended' }, relative: { diedOn: TODAY } }],
  ] as const)('%s ends all that stands, in any region', (reason, change) => {
    const grants = ['share-funds', 'show-code'].map((kind) => ({ kind, state: 'ended', reason }));
    expect(selfEnding(change, [])).toEqual({ ok: true, value: { state: 'ended', grants } });
    expect(selfEnding(change, [], invited)).toMatchObject({ value: { state: 'ended' } });
    expect(selfEnding(change, [], ended).ok).toBe(false);
  });

  it('is nothing where nothing happened, or where nobody published what ends it', () => {
    expect(selfEnding({}).ok).toBe(false);
    const unknown = { binding: binding(), owner: person({ insuranceState: 'ended' }), relative: relative() } as const;
    expect(decideSelfEnding({ ...unknown, ownerPolicy: undefined }).ok).toBe(false);
    expect(decideSelfEnding({ ...unknown, ownerPolicy: policyWith() }).ok).toBe(false);
  });

  it('is told in words', () => {
    for (const event of SELF_ENDING_EVENTS) expect(GRANT_STEPS[event].text).toMatch(/自动结束$/);
  });
});
