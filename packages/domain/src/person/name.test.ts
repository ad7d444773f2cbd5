import type { CertificateKind } from './certificate-kind';
import { maskCertificate, maskName } from './mask';
import { checkName } from './name';

describe('a name', () => {
  it.each<[string, string, string]>([
    ['two characters', '王军', '王军'],
    ['one character', '王', '王'],
    ['a rare character of the base block', '赵垚', '赵垚'],
    ['extension A', '㛃', '㛃'],
    ['extension B (two code units)', '𠮷野', '𠮷野'],
    ['extension G', '𰻝', '𰻝'],
    ['〇', '王〇', '王〇'],
    ['a middle dot', '买买提·吐尔逊', '买买提·吐尔逊'],
    ['another dot from a keyboard', '买买提•吐尔逊', '买买提·吐尔逊'],
    ['a full stop for the dot', '买买提.吐尔逊', '买买提·吐尔逊'],
    ['spaces between', ' 陈 桂兰 ', '陈桂兰'],
    ['30 characters', '王'.repeat(30), '王'.repeat(30)],
    ['30 rare characters', '𠮷'.repeat(30), '𠮷'.repeat(30)],
  ])('with %s is accepted', (_name, raw, value) => {
    expect(checkName(raw, 'resident-id')).toEqual({ ok: true, value });
  });

  it.each<[string, string, CertificateKind]>([
    ['nothing', '', 'resident-id'],
    ['only spaces', '   ', 'resident-id'],
    ['31 characters', '王'.repeat(31), 'resident-id'],
    ['a dot at the start', '·王军', 'resident-id'],
    ['a dot at the end', '王军·', 'resident-id'],
    ['two dots together', '王··军', 'resident-id'],
    ['a digit', '王军1', 'resident-id'],
    ['a bracket', '<王军>', 'resident-id'],
    ['an emoji', '王😀', 'resident-id'],
    ['a private-use character', '王\ue000', 'resident-id'],
    ['kana', '王の', 'resident-id'],
    ['Latin letters on an id card', 'WANG JUN', 'resident-id'],
    ['Latin letters on a birth certificate', 'Wang Jun', 'birth-certificate'],
    ['Latin letters with digits on a permit', 'WANG JUN 2', 'hmt-residence-permit'],
    ['31 Latin letters on a permit', 'A'.repeat(31), 'hmt-residence-permit'],
  ])('with %s is refused', (_name, raw, kind) => {
    expect(checkName(raw, kind)).toEqual({ ok: false, code: 'NAME_INVALID' });
  });

  it.each([
    ['CHAN, Tai Man', 'CHAN, Tai Man'],
    ["O'BRIEN  Mary-Ann", "O'BRIEN Mary-Ann"],
    ['陳大文', '陳大文'],
  ])('on a residence permit may be %s', (raw, value) => {
    expect(checkName(raw, 'hmt-residence-permit')).toEqual({ ok: true, value });
  });
});

describe('what another person sees', () => {
  it.each([
    ['陈桂兰', '陈*兰'],
    ['王军', '王*'],
    ['王', '*'],
    ['欧阳修文', '欧**文'],
    ['𠮷野家', '𠮷*家'],
    ['𠮷野', '𠮷*'],
    ['', '*'],
  ])('of the name %s is %s', (name, masked) => {
    expect(maskName(name)).toBe(masked);
  });

  it.each([
    ['11010519491231002X', '110*************2X'],
    ['T350012345', 'T*******45'],
    ['ABC', '***'],
    ['', ''],
  ])('of the number %s is %s', (number, masked) => {
    expect(maskCertificate(number)).toBe(masked);
    expect(masked).toHaveLength(number.length);
  });
});
