import { describe, expect, it } from '@jest/globals';
import { checkDigitOf, plainDate } from '@gongji/domain';
import { policyView } from '../../../../test/support/fixtures';
import { ageIn, type Asked, type Draft, EMPTY_DRAFT, grantErrors, openRequestOf, personErrors, requestOf } from './draft';

const TODAY = plainDate('2026-11-22');
const adult: Draft = {
  ...EMPTY_DRAFT,
  relation: 'parent',
  name: '陈桂兰',
  certificateNumber: '11010519491231002X',
  regionCode: '441400',
  showCode: true,
  consentVersion: 'v1',
  signature: 'M1 1L9 9',
};
const asked = (changes: Partial<Asked> = {}): Asked => ({
  today: TODAY,
  needsGuardian: false,
  asks: undefined,
  sharedLimitMissing: null,
  ...changes,
});
const fields = (errors: readonly { readonly field: string }[]) => errors.map(({ field }) => field);

describe('the relative', () => {
  it('is complete', () => expect(personErrors(adult, asked())).toEqual([]));
  it('misses everything at first, each field named once', () => {
    expect(fields(personErrors(EMPTY_DRAFT, asked()))).toEqual(['relation', 'name', 'certificate', 'region']);
  });
  it('is told what is wrong with the certificate', () => {
    const [error] = personErrors({ ...adult, certificateNumber: '110105194912310021' }, asked());
    expect(error).toEqual({ field: 'certificate', text: '证件号码不正确：最后一位校验码对不上，可能有一位写错了' });
  });
});

describe('a relation', () => {
  const { asks } = policyView();
  it.each<[string, Draft['relation'], Asked['asks'], readonly string[]]>([
    ['that no region allows', 'parent-in-law', undefined, ['relation']],
    ['that this region does not allow', 'sibling', { ...asks, relations: ['parent', 'child'] }, ['relation']],
    ['that this region allows', 'parent', asks, []],
    ['of which the region has not been heard yet', 'sibling', undefined, []],
  ])('%s', (_, relation, regionAsks, wrong) => {
    expect(fields(personErrors({ ...adult, relation }, asked({ asks: regionAsks })))).toEqual(wrong);
  });
});

describe('the grants', () => {
  const funds: Draft = { ...adult, shareFunds: true, uses: ['premium'] };
  it.each<[string, Draft, readonly string[]]>([
    ['one switch is enough', adult, []],
    ['no switch', { ...adult, showCode: false }, ['grants']],
    ['money without a use', { ...funds, uses: [] }, ['uses']],
    ['a cap of nothing', { ...funds, capPerPayment: '0' }, ['cap-payment']],
    ['a cap with three decimals', { ...funds, capPerMonth: '1.005' }, ['cap-month']],
    ['a payment above the month', { ...funds, capPerPayment: '500', capPerMonth: '400' }, ['cap-month']],
    ['caps without money', { ...adult, capPerPayment: 'x' }, []],
    ['an end that is no day', { ...adult, until: 'date', untilDate: '2027-02-30' }, ['until']],
    ['an end today', { ...adult, until: 'date', untilDate: '2026-11-22' }, ['until']],
    ['an end tomorrow', { ...adult, until: 'date', untilDate: '2026-11-23' }, []],
    ['an end as people write it', { ...adult, until: 'date', untilDate: '2027年12月31日' }, []],
    ['a place that is none', { ...funds, place: '0' }, ['place']],
  ])('%s', (_, draft, wrong) => expect(fields(grantErrors(draft, asked()))).toEqual(wrong));

  const { asks } = policyView();
  it.each<[string, Partial<Asked>, Draft, readonly string[]]>([
    ['an end date', { asks: { ...asks, endDateRequired: true } }, funds, ['until-kind']],
    ['an end date, given', { asks: { ...asks, endDateRequired: true } }, { ...funds, until: 'one-year' }, []],
    ['an end date, of money only', { asks: { ...asks, endDateRequired: true } }, adult, []],
    ['a place', { asks: { ...asks, placeRequired: true } }, funds, ['place']],
    ['a place, given', { asks: { ...asks, placeRequired: true } }, { ...funds, place: '2' }, []],
    ['a cap per payment', { asks: { ...asks, requiredLimits: ['per-payment'] } }, funds, ['cap-payment']],
    ['a cap per month', { asks: { ...asks, requiredLimits: ['per-month'] } }, { ...funds, capPerPayment: '5' }, ['cap-month']],
    ['a limit shared by all relatives', { sharedLimitMissing: 'limit' }, funds, ['shared-limit']],
    ['a limit shared by all relatives, given', { sharedLimitMissing: 'limit' }, { ...funds, sharedLimit: '2000' }, []],
  ])('that a region asks for: %s', (_, changes, draft, wrong) => {
    expect(fields(grantErrors(draft, asked(changes)))).toEqual(wrong);
  });

  it('tell a day that cannot be read from one that is over', () => {
    const texts = (untilDate: string) => grantErrors({ ...adult, until: 'date', untilDate }, asked()).map(({ text }) => text);
    expect(texts('2027-02-30')).toEqual(['没有这一天，或写法认不出；请写成 2027-12-31 这样']);
    expect(texts('2026/11/22')).toEqual(['请填今天之后的日期，如 2027-12-31']);
  });

  it('name a missing limit as the region calls it', () => {
    const [error] = grantErrors({ ...adult, shareFunds: true, uses: ['care'] }, asked({ sharedLimitMissing: 'quota' }));
    expect(error).toEqual({ field: 'shared-limit', text: '您的参保地要求填写“划出的共济额度”的金额' });
  });

  it('need the guardian where one speaks for the relative', () => {
    expect(fields(grantErrors(adult, asked({ needsGuardian: true })))).toEqual(['guardian']);
    expect(grantErrors({ ...adult, guardian: true }, asked({ needsGuardian: true }))).toEqual([]);
  });

  it('are for somebody of the age that the certificate says, on the day', () => {
    const born = (day: string): Draft => ({ ...adult, certificateNumber: `110105${day}001${checkDigitOf(`110105${day}001`)}` });
    expect([ageIn(born('20101123'), TODAY), ageIn(born('20101122'), TODAY)]).toEqual([15, 16]);
    expect(ageIn({ ...adult, certificateKind: 'birth-certificate', certificateNumber: 'Q440000001' }, TODAY)).toBe(0);
    expect(ageIn({ ...adult, certificateNumber: '1101' }, TODAY)).toBeUndefined();
  });
});

describe('the request', () => {
  it('carries what was chosen and nothing else', () => {
    expect(requestOf({ ...adult, capPerPayment: '500', uses: ['premium'] }, TODAY)).toMatchObject({
      showCode: { endsOn: null },
      shareFunds: null,
      sharedLimitFen: null,
      consentVersion: 'v1',
    });
  });
  it('turns yuan into fen and a year into its last day', () => {
    const draft: Draft = { ...adult, shareFunds: true, uses: ['premium'], capPerPayment: '500.5', until: 'one-year' };
    expect(requestOf(draft, TODAY)?.shareFunds).toEqual({
      uses: ['premium'],
      capPerPaymentFen: 50_050,
      capPerMonthFen: null,
      startsOn: '2026-11-22',
      endsOn: '2027-11-21',
      place: null,
    });
  });
  it('says day and number as the service writes them, whatever the keyboard', () => {
    const draft: Draft = { ...adult, until: 'date', untilDate: '2027/12/31', certificateNumber: '１１０１０５ １９４９１２３１ ００２ｘ' };
    expect(requestOf(draft, TODAY)).toMatchObject({
      relative: { certificateNumber: '11010519491231002X' },
      showCode: { endsOn: '2027-12-31' },
    });
  });
  it('is not made without a signature or a ticked notice', () => {
    expect(requestOf({ ...adult, signature: '' }, TODAY)).toBeUndefined();
    expect(requestOf({ ...adult, consentVersion: null }, TODAY)).toBeUndefined();
  });
  it('for a switch alone names nobody', () => {
    expect(openRequestOf({ ...EMPTY_DRAFT, showCode: true, consentVersion: 'v1', signature: 'M1 1L9 9' }, TODAY)).toEqual({
      showCode: { endsOn: null },
      shareFunds: null,
      sharedLimitFen: null,
      consentVersion: 'v1',
      guardianStatement: false,
      signature: 'M1 1L9 9',
    });
  });
});
