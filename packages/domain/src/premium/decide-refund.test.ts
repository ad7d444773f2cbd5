import { person, policyWith, relative, TODAY } from '../../../../test/support/domain-builders';
import { plainDate } from '../dates';
import { REFUND_REASONS, type RefundReason } from '../policy/refund-rule';
import { decideRefund, type RefundRequest } from './decide-refund';
import { PREMIUM_STATES } from './states';

const asked = (changes: Partial<RefundRequest> = {}): RefundRequest => ({
  payment: { payerId: 'owner', state: 'posted', year: 2027 },
  actorId: 'owner',
  reason: 'duplicate',
  person: relative(),
  policy: policyWith(),
  today: TODAY,
  ...changes,
});
const paidIn = (state: RefundRequest['payment']['state'], year = 2027) => ({ payment: { payerId: 'owner', state, year } });

describe('a refund is passed on to the tax office', () => {
  it.each<[RefundReason, Partial<RefundRequest>]>([
    ['duplicate', {}],
    ['died', { person: relative({ diedOn: TODAY }) }],
    ['moved-to-employee', { person: person() }],
  ])('because of %s', (reason, changes) => {
    expect(decideRefund(asked({ reason, ...changes }))).toEqual({ ok: true, value: { state: 'refunding', reason: `refund-${reason}` } });
  });

  it('up to the eve of the year of cover', () => {
    expect(decideRefund(asked({ today: plainDate('2026-12-31') }))).toMatchObject({ ok: true });
    expect(decideRefund(asked({ today: plainDate('2027-01-01') }))).toMatchObject({
      code: 'PREMIUM_REFUND_TOO_LATE',
      facts: { year: 2027, start: '2027年1月1日' },
    });
  });

  it('also later where the rule says so', () => {
    const policy = policyWith({ premiumRefund: { channel: 'here', reasons: ['duplicate'], onlyBeforeYear: false } });
    expect(decideRefund(asked({ policy, today: plainDate('2027-06-01') }))).toMatchObject({ ok: true });
  });
});

describe('a refund is refused', () => {
  it('to anybody but the payer, as if there were no such payment', () => {
    expect(decideRefund(asked({ actorId: 'relative' }))).toEqual({ ok: false, code: 'PREMIUM_PAYMENT_NOT_FOUND' });
  });

  it.each(PREMIUM_STATES)('or taken from the state %s', (state) => {
    const allowed = state === 'paid' || state === 'posted';
    const code = state === 'refunding' ? 'PREMIUM_REFUND_UNDER_WAY' : 'PREMIUM_NOT_REFUNDABLE';
    expect(decideRefund(asked(paidIn(state)))).toMatchObject(allowed ? { ok: true } : { ok: false, code });
  });

  it.each<[RefundReason, Partial<RefundRequest>]>([
    ['died', {}],
    ['moved-to-employee', {}],
    ['died', { person: person() }],
  ])('where the register does not show it: %s', (reason, changes) => {
    expect(decideRefund(asked({ reason, ...changes }))).toMatchObject({ ok: false, code: 'PREMIUM_REFUND_REASON_NOT_SHOWN' });
  });

  it.each(REFUND_REASONS)('where the rule does not know the reason %s', (reason) => {
    const others = REFUND_REASONS.filter((each) => each !== reason);
    const policy = policyWith({ premiumRefund: { channel: 'here', reasons: others, onlyBeforeYear: true } });
    expect(decideRefund(asked({ reason, policy }))).toMatchObject({ ok: false, code: 'PREMIUM_REFUND_REASON_NOT_ACCEPTED' });
  });

  it('where the tax office wants it in its own channels, and where nobody published a rule', () => {
    const elsewhere = { ok: false, code: 'PREMIUM_REFUND_ELSEWHERE' };
    expect(decideRefund(asked({ policy: policyWith({ premiumRefund: { channel: 'tax-office' } }) }))).toMatchObject(elsewhere);
    expect(decideRefund(asked({ policy: policyWith({ premiumRefund: undefined }) }))).toMatchObject(elsewhere);
  });
});
