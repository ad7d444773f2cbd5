import { TODAY } from '../../../../test/support/domain-builders';
import { plainDate } from '../dates';
import { checkCertificate, checkDigitOf, genderIn } from './certificate';
import type { CertificateKind } from './certificate-kind';

const whole = (first17: string): string => first17 + checkDigitOf(first17);
const check = (kind: CertificateKind, number: string) => checkCertificate({ kind, number }, TODAY);

describe('a certificate number', () => {
  it.each<[string, CertificateKind, string, string, string | null]>([
    ['the example of GB 11643', 'resident-id', '11010519491231002X', '11010519491231002X', '1949-12-31'],
    ['a lower-case x', 'resident-id', '11010519491231002x', '11010519491231002X', '1949-12-31'],
    ['spaces', 'resident-id', ' 110105 19491231 002X ', '11010519491231002X', '1949-12-31'],
    ['full-width characters', 'resident-id', '１１０１０５１９４９１２３１００２Ｘ', '11010519491231002X', '1949-12-31'],
    ['a birth today', 'resident-id', whole('44030020261122000'), whole('44030020261122000'), '2026-11-22'],
    ['a birth on 1880-01-01', 'resident-id', whole('44030018800101001'), whole('44030018800101001'), '1880-01-01'],
    ['a leap day', 'resident-id', whole('61010020000229001'), whole('61010020000229001'), '2000-02-29'],
    ['Hong Kong', 'hmt-residence-permit', whole('81000019900101001'), whole('81000019900101001'), '1990-01-01'],
    ['Macau', 'hmt-residence-permit', whole('82000019900101001'), whole('82000019900101001'), '1990-01-01'],
    ['Taiwan', 'hmt-residence-permit', whole('83000019900101001'), whole('83000019900101001'), '1990-01-01'],
    ['a birth certificate', 'birth-certificate', 'T350012345', 'T350012345', null],
    ['a birth certificate in small letters', 'birth-certificate', 't350012345', 'T350012345', null],
  ])('with %s is accepted', (_name, kind, raw, number, birthDate) => {
    expect(check(kind, raw)).toEqual({ ok: true, value: { kind, number, birthDate: birthDate === null ? null : plainDate(birthDate) } });
  });

  it.each<[string, CertificateKind, string, RegExp]>([
    ['a wrong check digit', 'resident-id', '110105194912310021', /校验码/],
    ['two digits exchanged', 'resident-id', '11010519491321002X', /出生日期|校验码/],
    ['15 digits', 'resident-id', '110105491231002', /15 位/],
    ['17 digits', 'resident-id', '1101051949123100', /18 位/],
    ['19 digits', 'resident-id', '11010519491231002XX', /18 位/],
    ['an X inside', 'resident-id', '1101051949123X002X', /18 位/],
    ['nothing', 'resident-id', '', /18 位/],
    ['a day that does not exist', 'resident-id', whole('44030019990229001'), /出生日期/],
    ['a birth tomorrow', 'resident-id', whole('44030020261123000'), /出生日期/],
    ['a birth in 1879', 'resident-id', whole('44030018791231001'), /出生日期/],
    ['no such province', 'resident-id', whole('99030019850512001'), /省级/],
    ['a permit said to be an id card', 'resident-id', whole('81000019900101001'), /港澳台/],
    ['an id card said to be a permit', 'hmt-residence-permit', '11010519491231002X', /81、82 或 83/],
    ['a birth certificate of eight digits', 'birth-certificate', 'T35001234', /9 位数字/],
    ['a birth certificate of ten digits', 'birth-certificate', 'T3500123456', /9 位数字/],
    ['a birth certificate without letter', 'birth-certificate', '3500123456', /9 位数字/],
  ])('with %s is refused and says why', (_name, kind, number, reason) => {
    expect(check(kind, number)).toMatchObject({ ok: false, code: 'CERTIFICATE_INVALID', facts: { reason: expect.stringMatching(reason) } });
  });

  it('never comes back in the reason', () => {
    const answer = check('resident-id', '110105194912310021');
    expect(JSON.stringify(answer)).not.toContain('19491231');
  });

  it('is caught when any one digit of it is wrong', () => {
    const good = '11010519491231002X';
    const wrong = Array.from({ length: 17 }, (_, place) => place).flatMap((place) =>
      Array.from('0123456789')
        .filter((digit) => digit !== good[place])
        .map((digit) => good.slice(0, place) + digit + good.slice(place + 1)),
    );
    expect(wrong).toHaveLength(153);
    expect(wrong.filter((number) => check('resident-id', number).ok)).toEqual([]);
  });

  it.each([
    ['resident-id', '11010519491231002X', 'female'],
    ['resident-id', '110105194912310011', 'male'],
    ['hmt-residence-permit', '810000199408230021', 'female'],
    ['birth-certificate', 'A123456789', null],
  ] as const)('of the kind %s, %s, says %p', (kind, number, gender) => {
    expect(genderIn({ kind, number })).toBe(gender);
  });
});
