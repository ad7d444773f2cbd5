import {
  binding,
  bindingRequest,
  grant,
  NOW,
  person,
  policyWith,
  proposedGrant,
  relative,
  showCodeGrant,
  TODAY,
} from '../../../../test/support/domain-builders';
import { addDays, plainDate } from '../dates';
import type { Decision } from '../decision';
import { SELF_ENDING_EVENTS, type ShareFundsConsent } from '../policy/rules';
import { decideAccept, decideDecline, decideExpiry, decideOfAge, decideWithdraw } from './decide-answer';
import { decideBinding } from './decide-binding';
import { decidePause, decideResume } from './decide-pause';
import { decideRunOut } from './decide-run-out';
import { decideSelfEnding } from './decide-self-ending';
import { decideUnbind } from './decide-unbind';
import { GRANT_REASONS, GRANT_STEPS, type GrantReason } from './grant-reasons';
import { bindingStateOf, mayStepGrant, stepGrants } from './grant-steps';
import { BINDING_STATE_TEXT, BINDING_STATES, GRANT_STATES, type GrantState, isLive } from './states';

type From = GrantState | 'none';
const FROM = ['none', ...GRANT_STATES] as const;

/** Written by hand beside the table: per reason the states it leads from (of none, proposed, active, paused, ended) and the one it leads to. */
const MATRIX: Readonly<Record<GrantReason, readonly [from: string, to: GrantState]>> = {
  proposed: ['n...e', 'proposed'],
  'sponsor-pledged': ['n...e', 'active'],
  'guardian-stated': ['n...e', 'active'],
  'temporary-member': ['n...e', 'active'],
  accepted: ['.p...', 'active'],
  'accepted-with-face-check': ['.p...', 'active'],
  declined: ['.p...', 'ended'],
  withdrawn: ['.p...', 'ended'],
  'invitation-expired': ['.p...', 'ended'],
  'paused-by-owner': ['..a..', 'paused'],
  'paused-by-relative': ['..a..', 'paused'],
  'resumed-by-owner': ['...s.', 'active'],
  'resumed-by-relative': ['...s.', 'active'],
  'closed-by-owner': ['..as.', 'ended'],
  'closed-by-relative': ['..as.', 'ended'],
  'unbound-by-owner': ['.pas.', 'ended'],
  'unbound-by-relative': ['.pas.', 'ended'],
  'ran-out': ['.pas.', 'ended'],
  'came-of-age': ['..as.', 'proposed'],
  'owner-insurance-paused': ['.pas.', 'ended'],
  'owner-insurance-ended': ['.pas.', 'ended'],
  'owner-moved': ['.pas.', 'ended'],
  'owner-died': ['.pas.', 'ended'],
  'relative-insurance-paused': ['.pas.', 'ended'],
  'relative-insurance-ended': ['.pas.', 'ended'],
  'relative-moved': ['.pas.', 'ended'],
  'relative-died': ['.pas.', 'ended'],
};
const cells = GRANT_REASONS.flatMap((reason) =>
  FROM.map((from, column) => [reason, from, MATRIX[reason][0][column] !== '.'] as readonly [GrantReason, From, boolean]),
);

describe('the table of steps', () => {
  it.each(cells)('%s from %s: allowed %p', (reason, from, allowed) => {
    const [, to] = MATRIX[reason];
    expect(mayStepGrant(from, reason)).toBe(allowed);
    expect(GRANT_STEPS[reason].to).toBe(to);
    if (from === 'none') return;
    const step = stepGrants(binding({ grants: [grant({ state: from })] }), ['share-funds'], reason);
    expect(step).toEqual(
      allowed
        ? { ok: true, value: { state: to, grants: [{ kind: 'share-funds', state: to, reason }] } }
        : { ok: false, code: 'BINDING_STATE_CONFLICT' },
    );
  });

  it('has at least 20 reasons, each in words of its own for whoever reads the history', () => {
    expect(GRANT_REASONS.length).toBeGreaterThanOrEqual(20);
    for (const { text } of Object.values(GRANT_STEPS)) expect(text).toMatch(/^(TA|[\u4e00-\u9fff，0-9 ]){2,30}$/);
    const said = GRANT_REASONS.map((reason) => `${GRANT_STEPS[reason].by}: ${GRANT_STEPS[reason].text}`);
    expect(new Set(said).size).toBe(said.length);
  });

  it('takes all of the steps asked for or none', () => {
    const half = binding({ grants: [grant(), showCodeGrant({ state: 'paused' })] });
    expect(stepGrants(half, ['share-funds', 'show-code'], 'paused-by-owner').ok).toBe(false);
    expect(stepGrants(half, [], 'unbound-by-owner').ok).toBe(false);
    expect(stepGrants(binding({ grants: [grant()] }), ['show-code'], 'paused-by-owner').ok).toBe(false);
  });
});

/** A total map: a reason that no decision gives does not compile, and one that is never reached is seen here. */
const REACHED: Readonly<Record<GrantReason, () => Decision<{ readonly grants: readonly { readonly reason: GrantReason }[] }>>> = {
  proposed: () => decideBinding(bindingRequest()),
  'sponsor-pledged': () => propose('sponsor-only'),
  'guardian-stated': () => decideBinding(bindingRequest({ ...CHILD, showCode: null, guardianStatement: true })),
  'temporary-member': () => propose('accepts-or-premium-only'),
  accepted: () => answered(false),
  'accepted-with-face-check': () => answered(true),
  declined: () => decideDecline({ binding: invited, actorId: 'relative', acceptBy: null, now: NOW }),
  withdrawn: () => decideWithdraw({ binding: invited, actorId: 'owner' }),
  'invitation-expired': () => decideExpiry({ binding: invited, acceptBy: new Date(NOW.getTime() - 1), now: NOW }),
  'paused-by-owner': () => decidePause(asked('owner')),
  'paused-by-relative': () => decidePause(asked('relative')),
  'resumed-by-owner': () => decideResume(asked('owner', 'paused-by-owner')),
  'resumed-by-relative': () => decideResume(asked('relative', 'paused-by-relative')),
  'closed-by-owner': () => ended('owner', 'share-funds'),
  'closed-by-relative': () => ended('relative', 'share-funds'),
  'unbound-by-owner': () => ended('owner', null),
  'unbound-by-relative': () => ended('relative', null),
  'ran-out': () =>
    decideRunOut({ binding: binding({ grants: [grant({ endsOn: TODAY })] }), openPaymentCount: 0, today: addDays(TODAY, 1) }),
  'came-of-age': () =>
    decideOfAge({
      binding: binding({ grants: [showCodeGrant({ agreedBy: 'guardian' })] }),
      relative: relative(),
      relativePolicy: undefined,
      now: NOW,
    }),
  'owner-insurance-paused': () => registered({ owner: person({ insuranceState: 'paused' }) }),
  'owner-insurance-ended': () => registered({ owner: person({ insuranceState: 'ended' }) }),
  'owner-moved': () => registered({ owner: person({ regionCode: '440100' }) }),
  'owner-died': () => registered({ owner: person({ diedOn: TODAY }) }),
  'relative-insurance-paused': () => registered({ relative: relative({ insuranceState: 'paused' }) }),
  'relative-insurance-ended': () => registered({ relative: relative({ insuranceState: 'ended' }) }),
  'relative-moved': () => registered({ relative: relative({ regionCode: '440100' }) }),
  'relative-died': () => registered({ relative: relative({ diedOn: TODAY }) }),
};
const CHILD = { relative: relative({ birthDate: plainDate('2017-06-01') }), claimedRelation: 'child' } as const;
const invited = binding({ grants: [proposedGrant()] });
const PREMIUM_ONLY = {
  uses: ['premium'],
  capPerPaymentFen: null,
  capPerMonthFen: null,
  startsOn: TODAY,
  endsOn: null,
  place: null,
} as const;
const propose = (shareFundsConsent: ShareFundsConsent) =>
  decideBinding(bindingRequest({ showCode: null, shareFunds: PREMIUM_ONLY, ownerPolicy: policyWith({ shareFundsConsent }) }));
const answered = (faceChecked: boolean) =>
  decideAccept({ binding: invited, actorId: 'relative', acceptBy: null, now: NOW, faceChecked, ownerPolicy: policyWith() });
const asked = (actorId: string, reason?: GrantReason) => ({
  binding: binding({ grants: [grant(reason === undefined ? {} : { state: 'paused', reason })] }),
  actorId,
  kind: 'share-funds' as const,
  ownerPolicy: policyWith(),
});
const ended = (actorId: string, kind: 'share-funds' | null) =>
  decideUnbind({ binding: binding(), actorId, kind, openPaymentCount: 0, ownerPolicy: policyWith(), today: TODAY });
const registered = (change: object) =>
  decideSelfEnding({
    binding: binding(),
    owner: person(),
    relative: relative(),
    ownerPolicy: policyWith({ selfEnding: SELF_ENDING_EVENTS }),
    ...change,
  });

it.each(Object.entries(REACHED))('%s is what some decision gives', (reason, decide) => {
  const decision = decide();
  expect(decision.ok && decision.value.grants.map((each) => each.reason)).toContain(reason);
});

describe('a binding’s state', () => {
  const states = (...each: readonly GrantState[]) => bindingStateOf(each.map((state) => ({ state })));

  it('is that of its liveliest grant', () => {
    for (const other of GRANT_STATES) {
      expect([states('active', other), states(other, 'active')]).toEqual(['active', 'active']);
      expect(states('ended', other)).toBe(other);
    }
    expect([states('paused', 'proposed'), states('proposed', 'paused'), states()]).toEqual(['paused', 'paused', 'ended']);
  });

  it('is live until it has ended, and worded', () => {
    expect(BINDING_STATES.filter(isLive)).toEqual(['proposed', 'active', 'paused']);
    expect(Object.keys(BINDING_STATE_TEXT).sort()).toEqual([...BINDING_STATES].sort());
  });
});
