import { describe, expect, it } from '@jest/globals';
import { packOf, ruleOf } from '../../../../test/support/domain-builders';
import { plainDate } from '../dates';
import { buildPolicyBook } from './policy-book';
import type { AnyRule } from './rules';
import { whatToAsk } from './what-to-ask';

const askedBy = (...rules: AnyRule[]) => {
  const policy = buildPolicyBook([packOf('000000', null, rules)]).policyFor('000000', plainDate('2026-11-22'));
  if (policy === undefined) throw new Error('known');
  return whatToAsk(policy);
};

describe('what a form asks', () => {
  it('is offered in the order of the screens, and only where the region lists it', () => {
    const { relations, uses } = askedBy(ruleOf('relations', ['child', 'spouse']), ruleOf('uses', ['premium', 'care']));
    expect(relations).toEqual(['spouse', 'child']);
    expect(uses).toEqual(['care', 'premium']);
  });
  it('is nothing more where the region is silent', () => {
    expect(askedBy()).toEqual({
      relations: [],
      uses: [],
      requiredLimits: [],
      endDateRequired: false,
      placeRequired: false,
      shareFundsConsent: 'relative-accepts',
      consentFromAge: 16,
    });
  });
  it('is what the region requires', () => {
    const asks = askedBy(
      ruleOf('requiredLimits', ['per-payment']),
      ruleOf('grantEndDate', 'required'),
      ruleOf('deductionOrder', 'set-at-binding'),
      ruleOf('shareFundsConsent', 'sponsor-only'),
      ruleOf('showCodeConsentFromAge', 14),
    );
    expect(asks).toMatchObject({ requiredLimits: ['per-payment'], endDateRequired: true, placeRequired: true });
    expect(asks).toMatchObject({ shareFundsConsent: 'sponsor-only', consentFromAge: 14 });
    expect(askedBy(ruleOf('grantEndDate', 'optional'), ruleOf('deductionOrder', 'as-bound'))).toMatchObject({
      endDateRequired: false,
      placeRequired: false,
    });
  });
});
