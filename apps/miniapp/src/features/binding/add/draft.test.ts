import { describe, expect, it } from '@jest/globals';
import { checkDigitOf, plainDate } from '@gongji/domain';
import { type Draft, EMPTY_DRAFT, grantErrors, mayNeedGuardian, personErrors, requestOf } from './draft';

const TODAY = plainDate('2026-11-22');
const adult: Draft = {
  ...EMPTY_DRAFT,
  relation: 'parent',
  name: '陈桂兰',
  certificateNumber: '11010519491231002X',
  regionCode: '441400',
  showCode: true,
  signature: 'M1 1L9 9',
};
const child: Draft = { ...adult, relation: 'child', certificateKind: 'birth-certificate', certificateNumber: 'Q440000001' };
const fields = (errors: readonly { readonly field: string }[]) => errors.map(({ field }) => field);

describe('the relative', () => {
  it('is complete', () => expect(personErrors(adult, TODAY)).toEqual([]));
  it('misses everything at first, each field named once', () => {
    expect(fields(personErrors(EMPTY_DRAFT, TODAY))).toEqual(['relation', 'name', 'certificate', 'region']);
  });
  it('is told what is wrong with the certificate', () => {
    const [error] = personErrors({ ...adult, certificateNumber: '110105194912310021' }, TODAY);
    expect(error).toEqual({ field: 'certificate', text: '证件号码不正确：最后一位校验码对不上，可能有一位写错了' });
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
    ['a child without the guardian', child, ['guardian']],
    ['a child with the guardian', { ...child, guardian: true }, []],
  ])('%s', (_, draft, wrong) => expect(fields(grantErrors(draft, TODAY))).toEqual(wrong));

  it('need a guardian until the day before the 16th birthday', () => {
    const born = (day: string): Draft => ({ ...adult, certificateNumber: `110105${day}001${checkDigitOf(`110105${day}001`)}` });
    expect(mayNeedGuardian(born('20101123'), TODAY)).toBe(true);
    expect(mayNeedGuardian(born('20101122'), TODAY)).toBe(false);
  });
});

describe('the request', () => {
  it('carries what was chosen and nothing else', () => {
    expect(requestOf({ ...adult, capPerPayment: '500', uses: ['premium'] }, 'v1', TODAY)).toMatchObject({
      showCode: { endsOn: null },
      shareFunds: null,
      sharedLimitFen: null,
      consentVersion: 'v1',
    });
  });
  it('turns yuan into fen and a year into its last day', () => {
    const draft: Draft = { ...adult, shareFunds: true, uses: ['premium'], capPerPayment: '500.5', until: 'one-year' };
    expect(requestOf(draft, 'v1', TODAY)?.shareFunds).toEqual({
      uses: ['premium'],
      capPerPaymentFen: 50_050,
      capPerMonthFen: null,
      startsOn: '2026-11-22',
      endsOn: '2027-11-21',
    });
  });
  it('is not made without a signature', () => expect(requestOf({ ...adult, signature: '' }, 'v1', TODAY)).toBeUndefined());
});
