import { binding, grant, NOW, policyWith, showCodeGrant, TODAY } from '../../../../test/support/domain-builders';
import { type AcceptRequest, decideAccept, decideDecline, decideExpiry } from './decide-accept';
import { decideUnbind, type UnbindRequest } from './decide-unbind';
import { BINDING_STATES, type Binding, GRANT_STATES } from './grant';
import { BINDING_STATE_TEXT, BINDING_STEPS, GRANT_STEPS, isLive, mayStepBinding, mayStepGrant } from './states';

const proposed = binding({ state: 'proposed', grants: [grant({ state: 'proposed' }), showCodeGrant({ state: 'proposed' })] });
const halfProposed = binding({ grants: [grant(), showCodeGrant({ state: 'proposed' })] });
const answer = (overrides: Partial<AcceptRequest> = {}): AcceptRequest => ({
  binding: proposed,
  actorId: 'relative',
  acceptBy: NOW,
  now: NOW,
  ...overrides,
});

describe('accepting', () => {
  it('makes what was proposed active, and the binding with it', () => {
    expect(decideAccept(answer())).toEqual({
      ok: true,
      value: {
        state: 'active',
        grants: [
          { kind: 'share-funds', state: 'active' },
          { kind: 'show-code', state: 'active' },
        ],
      },
    });
  });

  it('leaves what stands already', () => {
    expect(decideAccept(answer({ binding: halfProposed }))).toMatchObject({ value: { state: 'active', grants: [{ kind: 'show-code' }] } });
  });
});

describe('declining', () => {
  it('ends the binding when nothing else stands on it', () => {
    expect(decideDecline(answer())).toMatchObject({ value: { state: 'ended', grants: [{ state: 'ended' }, { state: 'ended' }] } });
  });

  it('leaves what stands without the relative’s agreement', () => {
    expect(decideDecline(answer({ binding: halfProposed }))).toEqual({
      ok: true,
      value: { state: 'active', grants: [{ kind: 'show-code', state: 'ended' }] },
    });
  });
});

describe('an answer is refused', () => {
  it.each<[string, Partial<AcceptRequest>, string]>([
    ['to the owner', { actorId: 'owner' }, 'BINDING_NOT_FOUND'],
    ['to a stranger, even when it has ended', { actorId: 'stranger', binding: binding({ state: 'ended' }) }, 'BINDING_NOT_FOUND'],
    ['when nothing is proposed', { binding: binding() }, 'BINDING_STATE_CONFLICT'],
    ['after it ended', { binding: { ...proposed, state: 'ended' } }, 'BINDING_STATE_CONFLICT'],
    ['a moment after the deadline', { now: new Date(NOW.getTime() + 1) }, 'BINDING_INVITATION_EXPIRED'],
  ])('%s', (_name, overrides, code) => {
    expect(decideAccept(answer(overrides))).toEqual({ ok: false, code });
    expect(decideDecline(answer(overrides))).toEqual({ ok: false, code });
  });
});

describe('an invitation that nobody answers', () => {
  it.each<[string, Partial<AcceptRequest>, boolean]>([
    ['stands at its deadline', {}, false],
    ['ends after it', { now: new Date(NOW.getTime() + 1) }, true],
    ['stands without a deadline', { acceptBy: null, now: new Date(NOW.getTime() + 1) }, false],
    ['is none when nothing is proposed', { binding: binding(), now: new Date(NOW.getTime() + 1) }, false],
  ])('%s', (_name, overrides, ends) => {
    expect(decideExpiry(answer(overrides)).ok).toBe(ends);
  });
});

describe('unbinding', () => {
  const unbind = (overrides: Partial<UnbindRequest> = {}): UnbindRequest => ({
    binding: binding(),
    actorId: 'owner',
    openPaymentCount: 0,
    ownerPolicy: policyWith(),
    today: TODAY,
    ...overrides,
  });
  const sponsorOnly = policyWith({ whoMayEnd: 'sponsor' });
  const shownOnly = binding({ grants: [showCodeGrant(), grant({ state: 'ended' })] });

  it.each<[string, Partial<UnbindRequest>]>([
    ['by the owner', {}],
    ['by the relative where no rule is known', { actorId: 'relative' }],
    ['by the relative where either may', { actorId: 'relative', ownerPolicy: policyWith({ whoMayEnd: 'either' }) }],
    ['by the sponsor where only the sponsor may', { ownerPolicy: sponsorOnly }],
    [
      'by the relative where only the sponsor may, when no funds are shared',
      { actorId: 'relative', ownerPolicy: sponsorOnly, binding: shownOnly },
    ],
    ['of an invitation', { binding: proposed }],
    ['of a paused binding', { binding: binding({ state: 'paused' }) }],
  ])('is allowed %s', (_name, overrides) => {
    expect(decideUnbind(unbind(overrides))).toMatchObject({ ok: true, value: { state: 'ended', endsOn: TODAY } });
  });

  it.each<[string, Partial<UnbindRequest>, string]>([
    ['to a stranger', { actorId: 'stranger' }, 'BINDING_NOT_FOUND'],
    ['after it ended', { binding: binding({ state: 'ended' }) }, 'BINDING_STATE_CONFLICT'],
    ['to the relative where only the sponsor may', { actorId: 'relative', ownerPolicy: sponsorOnly }, 'BINDING_END_NOT_ALLOWED'],
    ['while a premium is under way', { openPaymentCount: 1 }, 'BINDING_HAS_OPEN_PAYMENT'],
    ['to the relative too while a premium is under way', { actorId: 'relative', openPaymentCount: 2 }, 'BINDING_HAS_OPEN_PAYMENT'],
  ])('is refused %s', (_name, overrides, code) => {
    expect(decideUnbind(unbind(overrides))).toMatchObject({ ok: false, code });
  });

  it('says to each side what stops and what stays', () => {
    const effects = (actorId: string, each: Binding) => {
      const plan = decideUnbind(unbind({ actorId, binding: each }));
      return plan.ok ? plan.value.effects.join('') : '';
    };
    expect(effects('owner', binding())).toMatch(/您不能再出示TA的医保码.*您的个人账户不再支付.*记录/);
    expect(effects('relative', binding())).toMatch(/对方不能再出示您的医保码.*对方的个人账户不再支付/);
    expect(effects('owner', shownOnly)).not.toContain('个人账户');
  });

  it('ends every grant that has not ended', () => {
    expect(decideUnbind(unbind({ binding: shownOnly }))).toMatchObject({ value: { grants: ['show-code'] } });
    expect(decideUnbind(unbind({ binding: proposed }))).toMatchObject({ value: { grants: ['share-funds', 'show-code'] } });
  });
});

describe('the states', () => {
  it('have no step out of the end, and none to where they are', () => {
    expect([BINDING_STEPS.ended, GRANT_STEPS.ended]).toEqual([[], []]);
    for (const state of BINDING_STATES) expect(mayStepBinding(state, state)).toBe(false);
    for (const state of GRANT_STATES) expect(mayStepGrant(state, state)).toBe(false);
  });

  it('can all end, and all but the end are live', () => {
    for (const state of BINDING_STATES)
      expect([mayStepBinding(state, 'ended'), isLive(state)]).toEqual([state !== 'ended', state !== 'ended']);
    expect(Object.keys(BINDING_STATE_TEXT)).toEqual(expect.arrayContaining([...BINDING_STATES]));
  });

  it('never fall back from active to proposed but for a grant, on the 16th birthday', () => {
    expect(mayStepBinding('active', 'proposed')).toBe(false);
    expect(mayStepGrant('active', 'proposed')).toBe(true);
    expect(mayStepGrant('paused', 'proposed')).toBe(false);
  });
});
