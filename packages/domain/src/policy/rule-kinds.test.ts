import {
  binding,
  bindingRequest,
  existing,
  grant,
  NO_HOLIDAYS,
  person,
  policyWith,
  pots,
  relative,
  terms,
  TODAY,
} from '../../../../test/support/domain-builders';
import { potOrderOf } from '../account/pot-order';
import type { BindingRequest } from '../binding/binding-request';
import { decideBinding } from '../binding/decide-binding';
import { decideSelfEnding } from '../binding/decide-self-ending';
import { decideUnbind } from '../binding/decide-unbind';
import { plainDate } from '../dates';
import { fen } from '../money';
import { decidePremiumQuote } from '../premium/decide-quote';
import { inDeductionOrder } from '../settlement/deduction-order';
import { sponsorPayer } from '../settlement/payers';
import { RULE_KIND_TEXT } from './rule-kinds';
import { RULE_KINDS, type RuleKind } from './rules';

// What is said to be done without a rule is what is done without it.

const without = (kind: RuleKind) => policyWith({ [kind]: undefined });
const bind = (kind: RuleKind, request: Partial<BindingRequest> = {}) =>
  decideBinding(bindingRequest({ ownerPolicy: without(kind), relativePolicy: without(kind), ...request }));
const crowd = (count: number) => Array.from({ length: count }, (_, index) => `somebody-${index}`);
const bound = crowd(100).map((relativeId) => ({ relativeId, relation: 'parent' as const, grants: ['share-funds', 'show-code'] as const }));

describe('where nobody published a rule', () => {
  it.each(RULE_KINDS)('%s has words for it', (kind) => {
    const { title, whenUnknown } = RULE_KIND_TEXT[kind];
    expect(title).toMatch(/^\S{4,12}$/);
    expect(whenUnknown).toMatch(/^\S.{4,}。$/);
  });

  it.each(['relations', 'shareScope', 'uses'] as const)('nothing is bound without %s', (kind) => {
    expect(RULE_KIND_TEXT[kind].whenUnknown).toMatch(/^不办理/);
    expect(bind(kind)).toMatchObject({ ok: false, code: 'POLICY_NOT_FOUND' });
  });

  it.each([
    'maxRelatives',
    'maxRelativesEver',
    'relationCaps',
    'maxSponsorsPerUser',
    'maxShown',
    'maxShowers',
    'maxBindingsPerMonth',
  ] as const)('nobody is one too many without %s', (kind) => {
    const standing = {
      ofOwner: bound,
      everUsers: crowd(100),
      sponsorsOfRelative: crowd(9),
      showersOfRelative: crowd(9),
      startedThisMonth: 99,
    };
    expect(RULE_KIND_TEXT[kind].whenUnknown).toMatch(/^不(按关系)?限制/);
    expect(bind(kind, { existing: existing(standing) })).toMatchObject({ ok: true });
  });

  it.each(['rolesExclusive', 'grantEndDate', 'requiredLimits', 'papers'] as const)('nothing is asked for without %s', (kind) => {
    expect(bind(kind, { existing: existing({ ownerIsUser: true, relativeIsSponsor: true }) })).toMatchObject({ ok: true });
  });

  it('the relative is asked, or below 16 the guardian', () => {
    const asked = (birthDate: string, guardianStatement: boolean) => {
      const child = relative({ birthDate: plainDate(birthDate) });
      return bind('shareFundsConsent', { relative: child, claimedRelation: 'child', showCode: null, guardianStatement });
    };
    expect(asked('2010-11-22', false)).toMatchObject({ ok: true, value: { awaits: 'relative' } });
    expect(asked('2010-11-23', false)).toMatchObject({ ok: false, code: 'BINDING_GUARDIAN_STATEMENT_REQUIRED' });
    expect(asked('2010-11-23', true)).toMatchObject({ ok: true, value: { awaits: null } });
  });

  it('a code is shown from 16 on with its owner’s agreement', () => {
    const shown = (birthDate: string) =>
      bind('showCodeConsentFromAge', {
        relative: relative({ birthDate: plainDate(birthDate) }),
        claimedRelation: 'child',
        shareFunds: null,
      });
    expect(shown('2010-11-22')).toMatchObject({ ok: true, value: { awaits: 'relative' } });
    expect(shown('2010-11-23')).toMatchObject({ ok: false, code: 'BINDING_GUARDIAN_STATEMENT_REQUIRED' });
  });

  it.each(['owner', 'relative'])('either side ends it, on any day: the %s', (actorId) => {
    const request = { binding: binding(), actorId, kind: null, openPaymentCount: 0, today: TODAY };
    expect(decideUnbind({ ...request, ownerPolicy: without('whoMayEnd') })).toMatchObject({ ok: true });
    expect(decideUnbind({ ...request, ownerPolicy: without('minMonthsBeforeEnd') })).toMatchObject({ ok: true });
  });

  it('only a death ends it by itself', () => {
    const moved = { binding: binding(), owner: person({ regionCode: '110000' }), relative: relative(), ownerPolicy: without('selfEnding') };
    expect(decideSelfEnding(moved)).toMatchObject({ ok: false });
    expect(decideSelfEnding({ ...moved, ownerPolicy: policyWith({ selfEnding: ['owner-moved'] }) })).toMatchObject({ ok: true });
    expect(decideSelfEnding({ ...moved, relative: relative({ diedOn: TODAY }) })).toMatchObject({ ok: true });
  });

  it('nothing is shareable', () => {
    const account = { payerId: 'owner', pots: pots(900, 900), sharedLimit: { limitFen: null, spentFen: fen(0) } };
    const use = { binding: binding(), sponsor: person(), user: relative(), use: 'care', on: TODAY, spentThisMonthFen: fen(0) } as const;
    expect(sponsorPayer({ ...account, policy: without('shareable') }, use).pots).toEqual([]);
    expect(sponsorPayer({ ...account, policy: policyWith() }, use).pots).not.toEqual([]);
  });

  it('who bound first pays first, and old money goes first', () => {
    const at = (bindingId: string, day: string) => ({ bindingId, boundAt: new Date(day), place: null });
    const [late, early] = [at('a', '2026-02-01'), at('b', '2026-01-01')];
    expect(inDeductionOrder(without('deductionOrder'), [late, early], ['a', 'b'])).toEqual([early, late]);
    expect(potOrderOf(without('potOrder'))).toEqual(['carriedOver', 'currentYear']);
  });
});

describe('a premium where nobody published', () => {
  const quote = (kind: RuleKind, year = 2027) =>
    decidePremiumQuote({
      sponsor: person(),
      person: relative({ groups: ['fixed-amount-aided'] }),
      binding: binding({ grants: [grant(terms())] }),
      year,
      levy: { year, amountFen: fen(40_000), state: 'due', continuous: true, lapsedYears: 0 },
      pots: pots(0, 40_000),
      spentThisMonthFen: fen(0),
      sharedLimitFen: null,
      sharedSpentFen: fen(0),
      sponsorPolicy: without(kind),
      personPolicy: without(kind),
      today: TODAY,
      calendar: NO_HOLIDAYS,
    });

  it.each(['premiumClearing', 'waitingPeriod', 'shareable'] as const)('%s is not paid', (kind) => {
    expect(quote(kind)).toMatchObject({ ok: false, code: 'POLICY_NOT_FOUND' });
  });

  it.each(['premiumWindow', 'premiumAmounts', 'premiumExcludedGroups', 'premiumOnlyInWindow', 'premiumBalanceOverFen'] as const)(
    '%s is paid as the tax office’s levy says',
    (kind) => {
      expect(quote(kind)).toMatchObject({ ok: true, value: { amountFen: 40_000 } });
    },
  );
});
