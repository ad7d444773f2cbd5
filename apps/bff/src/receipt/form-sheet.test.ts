import { FORM_PURPOSES, FUND_USE_TEXT, RELATION_TEXT } from '@gongji/domain';
import { formSheet } from './form-sheet';
import type { Sheet, TextMark } from './marks';
import type { PrintedForm } from './printed-form';
import { openTypefaces } from './typeface';

const faces = openTypefaces();
const form = (changes: Partial<PrintedForm> = {}): PrintedForm => ({
  purpose: 'bind',
  regionName: '梅州市',
  papersText: '办理前请准备：双方身份证件、户口本。',
  papersSource: '广东省医疗保障局（广东省）',
  hotline: '12393',
  person: null,
  demo: true,
  ...changes,
});
const PERSON = {
  name: '陈建国',
  certificateKind: '居民身份证',
  certificateNumber: '440*************12',
  regionName: '深圳市',
  regionCode: '440300',
};
const textsOf = ({ marks }: Sheet) => marks.filter((mark): mark is TextMark => mark.kind === 'text');
const wordsOf = (changes: Partial<PrintedForm> = {}): string =>
  textsOf(formSheet(form(changes), faces))
    .map(({ text }) => text)
    .join('\n');
const rightOf = ({ text, x, size, weight }: TextMark): number => x + faces[weight].widthOf(text, size);

const LONG: Partial<PrintedForm> = {
  regionName: '黔西南布依族苗族自治州兴义市',
  papersText: `办理前请准备：${'双方身份证件、户口本、承诺书、知情同意书、电子签名、'.repeat(4)}。`,
  papersSource: '一份很长的文件名称'.repeat(8),
  person: { ...PERSON, name: '阿卜杜热合曼·买买提吐尔孙', certificateKind: '港澳台居民居住证', regionName: '黔西南布依族苗族自治州兴义市' },
};

describe('a form for the counter', () => {
  it('asks for both people, what is wanted, who comes instead and two signatures', () => {
    const words = wordsOf();
    for (const said of [
      '亲情账户绑定申请表',
      '参考样表',
      '代办人',
      '申请人签名',
      '亲属签名',
      '办理前请准备',
      '12393',
      ...Object.values(RELATION_TEXT),
      ...Object.values(FUND_USE_TEXT),
    ])
      expect(words).toContain(said);
    expect(wordsOf({ purpose: 'unbind' })).toContain('只停止家庭共济');
  });

  it('says nothing of anybody where it is empty, and only what was asked for where it is filled', () => {
    expect(wordsOf()).not.toMatch(/陈建国|\*/);
    expect(wordsOf({ person: PERSON })).toMatch(/陈建国[^]*440\*+12[^]*深圳市/);
    expect(wordsOf({ person: { ...PERSON, certificateNumber: null } })).not.toContain('*');
  });

  it('is no demonstration in live mode', () => {
    expect(wordsOf({ demo: false })).not.toContain('演示');
  });

  it.each(FORM_PURPOSES.flatMap((purpose) => [[purpose, {}] as const, [purpose, LONG] as const]))(
    'is one page of A4 with nothing cut off and nothing over another: %s %#',
    (purpose, changes) => {
      const sheet = formSheet(form({ ...changes, purpose }), faces);
      expect(sheet).toMatchObject({ width: 595, height: 842 });
      for (const mark of textsOf(sheet)) {
        expect(mark.x).toBeGreaterThanOrEqual(40);
        expect(rightOf(mark)).toBeLessThanOrEqual(sheet.width - 40);
        expect(mark.y).toBeLessThan(sheet.height - 12);
      }
      const overlaps = textsOf(sheet).flatMap((one, index, all) =>
        all
          .slice(index + 1)
          .filter((other) => Math.abs(one.y - other.y) < 8 && one.x < rightOf(other) && other.x < rightOf(one))
          .map((other) => `${one.text} | ${other.text}`),
      );
      expect(overlaps).toEqual([]);
    },
  );
});
