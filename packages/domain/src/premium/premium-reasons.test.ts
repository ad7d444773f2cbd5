import {
  bringsOn,
  PREMIUM_REASONS,
  PREMIUM_STEPS,
  premiumStatesAfter,
  mayStepPremium,
  REFUND_REFUSALS,
  refundRefusedReason,
} from './premium-reasons';
import { OPEN_PREMIUM_STATES, PREMIUM_STATE_TEXT, PREMIUM_STATES, UNDONE_PREMIUM_STATES } from './states';

const CHINESE = /^[^a-zA-Z{}]*[\u4e00-\u9fff]{2}[^a-zA-Z{}]*$/;

describe('the table of a payment’s steps', () => {
  it.each(PREMIUM_STATES)('says the state %s in words', (state) => {
    expect(PREMIUM_STATE_TEXT[state]).toMatch(CHINESE);
  });

  it.each(PREMIUM_REASONS)('says the reason %s in words, with who takes the step', (reason) => {
    const { text, by, from, to } = PREMIUM_STEPS[reason];
    expect(text).toMatch(CHINESE);
    expect(['payer', 'tax-office', 'system']).toContain(by);
    expect(from.length * to.length).toBeGreaterThan(0);
  });

  it('says each step in its own words', () => {
    expect(new Set(PREMIUM_REASONS.map((reason) => PREMIUM_STEPS[reason].text)).size).toBe(PREMIUM_REASONS.length);
  });

  it('reaches every state from a new payment', () => {
    const reached = new Set<string>(['none']);
    const grow = (): void => {
      const open = PREMIUM_REASONS.filter((reason) => PREMIUM_STEPS[reason].from.some((from) => reached.has(from)));
      for (const to of open.flatMap((reason): readonly string[] => PREMIUM_STEPS[reason].to)) reached.add(to);
    };
    for (let round = 0; round < PREMIUM_STATES.length; round += 1) grow();
    expect([...reached].sort()).toEqual([...PREMIUM_STATES, 'none'].sort());
  });

  it('ends only where the money is settled', () => {
    expect(PREMIUM_STATES.filter((state) => premiumStatesAfter(state).length === 0)).toEqual([...UNDONE_PREMIUM_STATES]);
    for (const state of OPEN_PREMIUM_STATES) expect(UNDONE_PREMIUM_STATES).not.toContain(state);
  });

  it('gives money back only after the tax office has been asked, and only what was paid', () => {
    expect(PREMIUM_STATES.filter((state) => premiumStatesAfter(state).includes('refunded'))).toEqual(['refunding']);
    expect(PREMIUM_STATES.filter((state) => premiumStatesAfter(state).includes('refunding'))).toEqual(['paid', 'posted']);
  });

  it.each(REFUND_REFUSALS)('goes back to paid or posted when the refund is refused: %s', (refusal) => {
    for (const to of ['paid', 'posted'] as const) expect(mayStepPremium('refunding', refundRefusedReason(refusal), to)).toBe(true);
    expect(mayStepPremium('refunding', refundRefusedReason(refusal), 'refunded')).toBe(false);
  });

  it('takes an answer of the tax office while it is awaited, however that came about', () => {
    const awaiting = PREMIUM_STATES.filter((state) => mayStepPremium(state, 'accepted', 'applied'));
    expect([...awaiting].sort()).toEqual(['locked', 'submitting', 'unknown']);
  });

  it('is brought on by every step but no answer and a no', () => {
    expect(PREMIUM_REASONS.filter((reason) => !bringsOn(reason))).toEqual([
      'busy',
      'no-answer',
      'already-paid',
      'already-applied',
      'not-due',
      'amount-changed',
      'voided-outside',
      'clearing-refused',
      'refund-refused-not-paid',
      'refund-refused-year-begun',
      'refund-refused-benefit-used',
      'refund-refused-not-eligible',
    ]);
  });

  it('has no step out of nowhere but the hold', () => {
    expect(PREMIUM_REASONS.filter((reason) => PREMIUM_STEPS[reason].from.some((from) => from === 'none'))).toEqual(['held']);
  });
});
