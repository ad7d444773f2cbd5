import { binding, grant, policyWith, proposedGrant, showCodeGrant, terms, TODAY } from '../../../../test/support/domain-builders';
import { addDays, addMonths, type PlainDate } from '../dates';
import { fen } from '../money';
import { decideTerms, type TermsRequest } from './decide-terms';

const YESTERDAY = addDays(TODAY, -1);
const TOMORROW = addDays(TODAY, 1);
const standing = (funds: Parameters<typeof grant>[0] = {}, code: Parameters<typeof grant>[0] = {}) =>
  binding({ grants: [grant({ startsOn: YESTERDAY, ...funds }), showCodeGrant({ startsOn: YESTERDAY, ...code })] });
const change = (overrides: Partial<TermsRequest> = {}): TermsRequest => ({
  binding: standing(),
  actorId: 'owner',
  shareFunds: null,
  showCode: null,
  ownerPolicy: policyWith(),
  today: TODAY,
  ...overrides,
});
const funds = (overrides: Parameters<typeof terms>[0] = {}) => ({ shareFunds: terms({ startsOn: YESTERDAY, ...overrides }) });
const refusalOf = (request: TermsRequest): string | null => {
  const decision = decideTerms(request);
  return decision.ok ? null : decision.code;
};

describe('what the sponsor changes', () => {
  it('is what their account pays, how much and until when', () => {
    const shareFunds = terms({
      startsOn: YESTERDAY,
      uses: ['premium'],
      capPerPaymentFen: fen(5),
      capPerMonthFen: fen(9),
      endsOn: TOMORROW,
      place: 2,
    });
    expect(decideTerms(change({ shareFunds }))).toEqual({ ok: true, value: [{ kind: 'share-funds', terms: shareFunds }] });
  });

  it.each<[string, Partial<TermsRequest>, string | null]>([
    ['a switch in a pause', { binding: standing({ state: 'paused' }), ...funds() }, null],
    ['a start in the past that stands', funds(), null],
    ['another start in the past', funds({ startsOn: addDays(TODAY, -2) }), 'BINDING_DATES_INVALID'],
    ['a start put off', funds({ startsOn: TOMORROW }), null],
    ['an end yesterday', funds({ endsOn: YESTERDAY }), 'BINDING_DATES_INVALID'],
    ['an end today, of what began before', funds({ endsOn: TODAY }), null],
    [
      'an end today, of what begins today',
      { binding: standing({ startsOn: TODAY }), ...funds({ startsOn: TODAY, endsOn: TODAY }) },
      'BINDING_DATES_INVALID',
    ],
    ['an end tomorrow', funds({ endsOn: TOMORROW }), null],
    [
      'an end tomorrow, of what has to stand three months',
      { ownerPolicy: policyWith({ minMonthsBeforeEnd: 3 }), binding: standing({ agreedOn: TODAY }), ...funds({ endsOn: TOMORROW }) },
      'BINDING_END_TOO_EARLY',
    ],
    [
      'an end two days before the three months are over',
      {
        ownerPolicy: policyWith({ minMonthsBeforeEnd: 3 }),
        binding: standing({ agreedOn: TODAY }),
        ...funds({ endsOn: addDays(addMonths(TODAY, 3), -2) }),
      },
      'BINDING_END_TOO_EARLY',
    ],
    [
      'an end the day before the three months are over',
      {
        ownerPolicy: policyWith({ minMonthsBeforeEnd: 3 }),
        binding: standing({ agreedOn: TODAY }),
        ...funds({ endsOn: addDays(addMonths(TODAY, 3), -1) }),
      },
      null,
    ],
    ['a cap, on the last day', { binding: standing({ endsOn: TODAY }), ...funds({ endsOn: TODAY, capPerMonthFen: fen(1) }) }, null],
    ['no use', funds({ uses: [] }), 'BINDING_NO_USE_CHOSEN'],
    ['a use that the region does not list', funds({ uses: ['ltc-premium'] }), 'BINDING_USE_NOT_ALLOWED'],
    ['a cap of nothing', funds({ capPerMonthFen: fen(0) }), 'BINDING_CAP_INVALID'],
    ['no end where one is asked for', { ownerPolicy: policyWith({ grantEndDate: 'required' }), ...funds() }, 'BINDING_END_DATE_REQUIRED'],
    [
      'no place where one is asked for',
      { ownerPolicy: policyWith({ deductionOrder: 'set-at-binding' }), ...funds() },
      'BINDING_PLACE_REQUIRED',
    ],
    ['no cap where one is asked for', { ownerPolicy: policyWith({ requiredLimits: ['per-month'] }), ...funds() }, 'BINDING_CAP_REQUIRED'],
    ['nothing at all', {}, 'BINDING_NOTHING_GRANTED'],
    ['as the relative', { actorId: 'relative', ...funds() }, 'BINDING_STATE_CONFLICT'],
    ['as a stranger', { actorId: 'stranger', ...funds() }, 'BINDING_NOT_FOUND'],
    ['what has ended', { binding: standing({ state: 'ended' }), ...funds() }, 'BINDING_STATE_CONFLICT'],
    ['what never was', { binding: binding({ grants: [showCodeGrant()] }), ...funds() }, 'BINDING_STATE_CONFLICT'],
  ])('%s', (_name, overrides, code) => {
    expect(refusalOf(change(overrides))).toBe(code);
  });

  it.each([
    ['accepts-or-premium-only', 'sponsor', ['premium', 'care'], 'BINDING_TERMS_NEED_CONSENT'],
    ['accepts-or-premium-only', 'sponsor', ['premium'], null],
    ['accepts-or-premium-only', 'relative', ['premium', 'care'], null],
    ['sponsor-only', 'sponsor', ['premium', 'care'], null],
  ] as const)('of a member agreed to (%s) by the %s, to %p: %p', (shareFundsConsent, agreedBy, uses, code) => {
    const each = standing({ uses: ['premium'], agreedBy });
    expect(refusalOf(change({ binding: each, ownerPolicy: policyWith({ shareFundsConsent }), ...funds({ uses }) }))).toBe(code);
  });
});

describe('until when a code is shown', () => {
  const until = (actorId: string, before: PlainDate | null, after: PlainDate | null, state: 'active' | 'proposed' | 'ended' = 'active') =>
    refusalOf(
      change({
        actorId,
        binding: standing({}, { endsOn: before, state }),
        showCode: { endsOn: after },
      }),
    );
  const FAR = addDays(TODAY, 30);

  it.each<[string, PlainDate | null, PlainDate | null, string | null]>([
    ['owner', FAR, TOMORROW, null],
    ['owner', FAR, FAR, null],
    ['owner', FAR, addDays(FAR, 1), 'BINDING_TERMS_NEED_CONSENT'],
    ['owner', FAR, null, 'BINDING_TERMS_NEED_CONSENT'],
    ['owner', null, FAR, null],
    ['relative', FAR, addDays(FAR, 1), null],
    ['relative', FAR, null, null],
    ['relative', null, TODAY, null],
    ['relative', null, YESTERDAY, 'BINDING_DATES_INVALID'],
    ['stranger', null, FAR, 'BINDING_NOT_FOUND'],
  ])('%s: from %p to %p: %p', (actorId, before, after, code) => {
    expect(until(actorId, before, after)).toBe(code);
  });

  it('is fixed once it has ended', () => {
    expect(until('relative', null, FAR, 'ended')).toBe('BINDING_STATE_CONFLICT');
    expect(until('relative', null, FAR, 'proposed')).toBeNull();
  });

  it('changes together with the money or not at all', () => {
    const both = { ...funds({ capPerMonthFen: fen(7) }), showCode: { endsOn: TOMORROW } };
    expect(decideTerms(change(both))).toMatchObject({
      ok: true,
      value: [
        { kind: 'share-funds', terms: { capPerMonthFen: 7 } },
        { kind: 'show-code', terms: { endsOn: TOMORROW, uses: [] } },
      ],
    });
    expect(refusalOf(change({ ...both, showCode: { endsOn: YESTERDAY } }))).toBe('BINDING_DATES_INVALID');
    expect(refusalOf(change({ ...both, binding: binding({ grants: [proposedGrant()] }) }))).not.toBeNull();
  });
});
