import { binding, grant, NOW, policyWith, proposedGrant, relative, showCodeGrant } from '../../../../test/support/domain-builders';
import { plainDate } from '../dates';
import {
  type AcceptRequest,
  decideAccept,
  decideDecline,
  decideExpiry,
  decideOfAge,
  decideWithdraw,
  needsFaceCheck,
} from './decide-answer';
import type { Grant } from './grant';

const bothProposed = binding({ grants: [proposedGrant(), proposedGrant({ kind: 'show-code', uses: [] })] });
const codeProposed = binding({ grants: [grant(), proposedGrant({ kind: 'show-code', uses: [] })] });
const fundsProposed = binding({ grants: [proposedGrant(), showCodeGrant()] });
const nothingProposed = binding();
const ended = binding({ grants: [grant({ state: 'ended' }), showCodeGrant({ state: 'ended' })] });

const answer = (overrides: Partial<AcceptRequest> = {}): AcceptRequest => ({
  binding: bothProposed,
  actorId: 'relative',
  acceptBy: NOW,
  now: NOW,
  faceChecked: true,
  ownerPolicy: policyWith(),
  ...overrides,
});
const later = (ms: number): Date => new Date(NOW.getTime() + ms);
const steps = (state: string, reason: string, ...kinds: readonly string[]) => kinds.map((kind) => ({ kind, state, reason }));

describe('accepting', () => {
  it('makes what was proposed active, and says whether it was with a face check', () => {
    expect(decideAccept(answer())).toEqual({
      ok: true,
      value: { state: 'active', grants: steps('active', 'accepted-with-face-check', 'share-funds', 'show-code') },
    });
    expect(decideAccept(answer({ binding: fundsProposed, faceChecked: false }))).toEqual({
      ok: true,
      value: { state: 'active', grants: steps('active', 'accepted', 'share-funds') },
    });
  });

  it('agrees to what was read, and to nothing that was proposed meanwhile', () => {
    expect(decideAccept(answer({ agreesTo: ['show-code', 'share-funds'] })).ok).toBe(true);
    expect(decideAccept(answer({ agreesTo: ['share-funds'] }))).toEqual({ ok: false, code: 'BINDING_STATE_CONFLICT' });
    // Before the face: whoever read that none is needed cannot show it.
    const unseen = answer({ agreesTo: ['share-funds'], faceChecked: false });
    expect(decideAccept(unseen)).toEqual({ ok: false, code: 'BINDING_STATE_CONFLICT' });
    expect(decideAccept(answer({ agreesTo: ['show-code', 'share-funds'], binding: codeProposed })).ok).toBe(true);
  });

  it('leaves what stands already', () => {
    expect(decideAccept(answer({ binding: codeProposed }))).toMatchObject({
      value: { state: 'active', grants: steps('active', 'accepted-with-face-check', 'show-code') },
    });
  });

  it.each([
    ['to let one’s code be shown', codeProposed, 'relative-accepts', true],
    ['to both', bothProposed, 'relative-accepts', true],
    ['to be paid for, where the region says so', fundsProposed, 'face-check', true],
    ['not to be paid for elsewhere', fundsProposed, 'relative-accepts', false],
    ['not to be paid for by a spouse', fundsProposed, 'spouse-accepts', false],
    ['not where nothing is proposed', nothingProposed, 'face-check', false],
  ] as const)('takes one’s own face: %s', (_name, each, shareFundsConsent, needed) => {
    const ownerPolicy = policyWith({ shareFundsConsent });
    expect(needsFaceCheck(each, ownerPolicy)).toBe(needed);
    const accepted = decideAccept(answer({ binding: each, ownerPolicy, faceChecked: false }));
    expect(!accepted.ok && accepted.code === 'BINDING_FACE_CHECK_REQUIRED').toBe(needed);
  });
});

describe('declining', () => {
  it('ends what is proposed, and the binding when nothing else stands on it', () => {
    expect(decideDecline(answer())).toEqual({
      ok: true,
      value: { state: 'ended', grants: steps('ended', 'declined', 'share-funds', 'show-code') },
    });
    expect(decideDecline(answer({ binding: codeProposed }))).toEqual({
      ok: true,
      value: { state: 'active', grants: steps('ended', 'declined', 'show-code') },
    });
  });
});

describe('withdrawing', () => {
  it('is the owner’s, and ends what is proposed', () => {
    expect(decideWithdraw({ binding: bothProposed, actorId: 'owner' })).toEqual({
      ok: true,
      value: { state: 'ended', grants: steps('ended', 'withdrawn', 'share-funds', 'show-code') },
    });
    expect(decideWithdraw({ binding: fundsProposed, actorId: 'owner' })).toMatchObject({ value: { state: 'active' } });
  });

  it.each([
    ['to the relative, who declines instead', bothProposed, 'relative', 'BINDING_STATE_CONFLICT'],
    ['to a stranger', bothProposed, 'stranger', 'BINDING_NOT_FOUND'],
    ['once it was answered', nothingProposed, 'owner', 'BINDING_STATE_CONFLICT'],
    ['once it ended', ended, 'owner', 'BINDING_STATE_CONFLICT'],
  ])('is refused %s', (_name, each, actorId, code) => {
    expect(decideWithdraw({ binding: each, actorId })).toEqual({ ok: false, code });
  });
});

describe('an answer is refused', () => {
  it.each<[string, Partial<AcceptRequest>, string]>([
    ['to the owner, who knows of it', { actorId: 'owner' }, 'BINDING_STATE_CONFLICT'],
    ['to a stranger, who learns nothing', { actorId: 'stranger' }, 'BINDING_NOT_FOUND'],
    ['to a stranger even when it has ended', { actorId: 'stranger', binding: ended }, 'BINDING_NOT_FOUND'],
    ['to a stranger even when it has expired', { actorId: 'stranger', now: later(1) }, 'BINDING_NOT_FOUND'],
    ['when nothing is proposed', { binding: nothingProposed }, 'BINDING_STATE_CONFLICT'],
    ['after it ended', { binding: ended }, 'BINDING_STATE_CONFLICT'],
    ['a millisecond after the deadline', { now: later(1) }, 'BINDING_INVITATION_EXPIRED'],
  ])('%s', (_name, overrides, code) => {
    expect(decideAccept(answer(overrides))).toEqual({ ok: false, code });
    expect(decideDecline(answer(overrides))).toEqual({ ok: false, code });
  });
});

describe('an invitation that nobody answers', () => {
  it.each<[string, Partial<AcceptRequest>, boolean]>([
    ['a millisecond before its deadline', { now: later(-1) }, false],
    ['at its deadline', {}, false],
    ['a millisecond after it', { now: later(1) }, true],
    ['without a deadline', { acceptBy: null, now: later(1) }, false],
  ])('either stands, and can be answered, or ends: %s', (_name, overrides, ends) => {
    expect([decideExpiry(answer(overrides)).ok, decideAccept(answer(overrides)).ok]).toEqual([ends, !ends]);
  });

  it('ends all that is proposed, and nothing else', () => {
    expect(decideExpiry(answer({ now: later(1) }))).toEqual({
      ok: true,
      value: { state: 'ended', grants: steps('ended', 'invitation-expired', 'share-funds', 'show-code') },
    });
    expect(decideExpiry(answer({ binding: codeProposed, now: later(1) }))).toMatchObject({ value: { state: 'active', grants: [{}] } });
    expect(decideExpiry(answer({ binding: nothingProposed, now: later(1) }))).toEqual({ ok: false, code: 'BINDING_STATE_CONFLICT' });
  });
});

describe('the 16th birthday', () => {
  const byGuardian = (overrides: Partial<Grant> = {}) =>
    showCodeGrant({ reason: 'guardian-stated', agreedBy: 'guardian', agreedOn: plainDate('2020-01-01'), ...overrides });
  const cameOfAge = (birthDate: string, at: string, grants: readonly Grant[] = [byGuardian()]) =>
    decideOfAge({
      binding: binding({ relation: 'child', grants }),
      relative: relative({ birthDate: plainDate(birthDate) }),
      relativePolicy: policyWith(),
      now: new Date(at),
    });

  it.each([
    ['the last millisecond before it', '2010-11-22', '2026-11-21T23:59:59.999+08:00', false],
    ['its first millisecond in Shanghai', '2010-11-22', '2026-11-22T00:00:00.000+08:00', true],
    ['the day after', '2010-11-22', '2026-11-23T00:00:00.000+08:00', true],
    ['born on 29 February: 28 February of a common year', '2010-02-28', '2026-02-27T23:59:59.999+08:00', false],
    ['born on 29 February 2012: the last of 28 February 2028', '2012-02-29', '2028-02-28T23:59:59.999+08:00', false],
    ['born on 29 February 2012: 29 February 2028', '2012-02-29', '2028-02-29T00:00:00.000+08:00', true],
    ['born on 1 March: the last of February', '2011-03-01', '2027-02-28T23:59:59.999+08:00', false],
    ['born on 1 March: 1 March', '2011-03-01', '2027-03-01T00:00:00.000+08:00', true],
  ])('%s', (_name, birthDate, at, comes) => {
    expect(cameOfAge(birthDate, at).ok).toBe(comes);
  });

  it('in a common year a birthday of 29 February is 1 March, at another age of consent', () => {
    const on = (at: string) =>
      decideOfAge({
        binding: binding({ grants: [byGuardian()] }),
        relative: relative({ birthDate: plainDate('2012-02-29') }),
        relativePolicy: policyWith({ showCodeConsentFromAge: 15 }),
        now: new Date(at),
      }).ok;
    expect([on('2027-02-28T23:59:59.999+08:00'), on('2027-03-01T00:00:00.000+08:00')]).toEqual([false, true]);
  });

  it('proposes showing the code to the relative themself, for 30 days, and leaves the money', () => {
    const grants = [grant({ reason: 'guardian-stated', agreedBy: 'guardian' }), byGuardian({ state: 'paused', reason: 'paused-by-owner' })];
    expect(cameOfAge('2010-11-22', '2026-11-22T04:00:00Z', grants)).toEqual({
      ok: true,
      value: { state: 'active', grants: steps('proposed', 'came-of-age', 'show-code'), acceptBy: later(30 * 86_400_000) },
    });
    expect(cameOfAge('2010-11-22', '2026-11-22T04:00:00Z')).toMatchObject({ value: { state: 'proposed' } });
  });

  it.each([
    ['agreed to by the relative', showCodeGrant()],
    ['proposed already', byGuardian({ state: 'proposed' })],
    ['ended', byGuardian({ state: 'ended' })],
  ])('changes nothing that is %s', (_name, each) => {
    expect(cameOfAge('2010-11-22', '2026-11-22T04:00:00Z', [each])).toEqual({ ok: false, code: 'BINDING_STATE_CONFLICT' });
  });
});
