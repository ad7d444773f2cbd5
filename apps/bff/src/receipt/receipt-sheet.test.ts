import { fen, inCapitals, RECEIPT_STANDING_TEXT, RECEIPT_STANDINGS } from '@gongji/domain';
import { printedReceipt } from '../../../../test/support/printed-receipt';
import type { Sheet, TextMark } from './marks';
import type { PrintedReceipt } from './printed-receipt';
import { receiptSheet } from './receipt-sheet';
import { openTypefaces } from './typeface';

const faces = openTypefaces();
const drawn = (changes: Partial<PrintedReceipt> = {}): Sheet => receiptSheet(printedReceipt(changes), faces);
const textsOf = ({ marks }: Sheet) => marks.filter((mark): mark is TextMark => mark.kind === 'text');
const wordsOf = (sheet: Sheet): string =>
  textsOf(sheet)
    .map(({ text }) => text)
    .join('\n');
const rightOf = ({ text, x, size, weight }: TextMark): number => x + faces[weight].widthOf(text, size);

const LONG = {
  personName: `䶮${'*'.repeat(28)}·`,
  payerName: `A${'*'.repeat(28)}z`,
  regionName: '黔西南布依族苗族自治州兴义市'.repeat(3),
  categoryText: '最低生活保障对象、特困人员和丧失劳动能力的残疾人及低收入家庭六十周岁以上老年人'.repeat(4),
  taxNumber: '9'.repeat(120),
  amountFen: fen(123_456_789_012),
  amountInCapitals: inCapitals(fen(123_456_789_012)),
  legs: Array.from({ length: 12 }, () => ({ payer: `𠮷${'*'.repeat(28)}𪚥`, pot: 'carriedOver' as const, amountFen: fen(10_000_000_000) })),
};

const RARE = {
  personName: '𠮷'.repeat(8),
  payerName: '𪚥'.repeat(8),
  legs: [{ payer: '𠮷'.repeat(8), pot: 'carriedOver' as const, amountFen: fen(40_000) }],
};

describe('a receipt on paper', () => {
  it('says everything it vouches for', () => {
    const words = wordsOf(drawn());
    for (const said of [
      '演示 · 非官方',
      '城乡居民基本医疗保险费',
      '已缴费，尚未入库',
      '¥400.00',
      '肆佰元整',
      '陈*兰',
      '陈*国',
      '441*************27',
      '梅州市',
      '2027 年度',
      '成年居民',
      'GJ20261123000000000001',
      '4414002026112300000017',
      '个人账户（历年账户）',
      '个人账户（当年账户）',
      '¥300.00',
      '¥100.00',
      '2026年11月23日 10:00',
      '2026年11月26日 11:00',
      '出具时尚未入库',
      '2027年1月1日',
      '这张凭证不能证明',
      '不是税务部门的完税证明',
    ])
      expect(words).toContain(said);
    expect(words.replace(/\s/g, '')).toContain(printedReceipt().hash);
  });

  it.each(RECEIPT_STANDINGS)('says how it stands, in red once it proves no payment any more: %s', (standing) => {
    const sheet = drawn({ standing, standingText: RECEIPT_STANDING_TEXT[standing] });
    const said = textsOf(sheet).find(({ text }) => text === RECEIPT_STANDING_TEXT[standing]);
    expect(said?.color === '#9b1c1c').toBe(['refunding', 'refunded'].includes(standing));
  });

  it('keeps 已缴费 and 已入库 apart', () => {
    expect(wordsOf(drawn({ postedAt: '2026-12-02T09:30:00.000+08:00' }))).toContain('2026年12月2日 09:30');
  });

  it('of money that has gone back says when and under which number, and neither promises benefits nor waits for the treasury', () => {
    const refund = { at: '2026-12-30T09:00:00.000+08:00', taxNumber: '4414002026123000000018' };
    const words = wordsOf(drawn({ standing: 'refunded', standingText: RECEIPT_STANDING_TEXT.refunded, refund }));
    for (const said of ['2026年12月30日 09:00', refund.taxNumber]) expect(words).toContain(said);
    for (const gone of ['出具时尚未入库', '待遇开始']) expect(words).not.toContain(gone);
    expect(wordsOf(drawn({ postedAt: '2026-12-02T09:30:00.000+08:00', refund }))).toContain('2026年12月2日 09:30');
  });

  it.each(RECEIPT_STANDINGS)(
    'says in English, where that is asked for, whatever is no name and no number, under the Chinese: %s',
    (standing) => {
      const refund = standing === 'refunded' ? { at: '2026-12-30T09:00:00.000+08:00', taxNumber: 'T1-R' } : null;
      const changes = { standing, standingText: RECEIPT_STANDING_TEXT[standing], postedAt: null, refund };
      const words = textsOf(drawn({ ...changes, english: true })).map(({ text }) => text);
      const chinese = textsOf(drawn(changes)).map(({ text }) => text);
      for (const said of [
        'Basic medical insurance premium for residents',
        'Amount',
        'Insured person',
        'Adult residents',
        'Tax office number',
        '23 Nov 2026 10:00',
      ])
        expect(words).toContain(said);
      const isKept = (text: string) => words.some((word) => word === text || word.startsWith(`${text} · `));
      expect(chinese.filter((text) => !isKept(text))).toEqual([]);
      expect(words.filter((word) => !chinese.includes(word) && !word.includes(' · ') && /[\u4e00-\u9fff]/.test(word))).toEqual([]);
    },
  );

  it('is no demonstration in live mode', () => {
    expect(wordsOf(drawn({ demo: false }))).not.toContain('演示');
  });

  it.each([
    ['short', {}],
    ['as long as can be', LONG],
    ['names that no face has', RARE],
    ['short and said in English as well', { english: true }],
    ['as long as can be and said in English as well', { ...LONG, english: true }],
  ])('cuts nothing off and writes nothing over another where texts are %s', (_length, changes) => {
    const sheet = drawn(changes);
    for (const mark of textsOf(sheet)) {
      expect(mark.x).toBeGreaterThanOrEqual(50);
      expect(rightOf(mark)).toBeLessThanOrEqual(sheet.width - 50);
      expect(mark.y).toBeLessThan(sheet.height - 10);
    }
    const overlaps = textsOf(sheet).flatMap((one, index, all) =>
      all.slice(index + 1).filter((other) => Math.abs(one.y - other.y) < 6 && one.x < rightOf(other) && other.x < rightOf(one)),
    );
    expect(overlaps).toEqual([]);
  });
});

/** What 《通用规范汉字表》 has outside the base planes, as far as names use it, extension A, and the dot of 少数民族 names. */
const NAMES =
  '䶮㛃㸌㵄㴱㙦䲟犇骉龘靐囍喆堃淼珺赟祎媖湉·〇𠙶𠳐𣗋𣲗𣲘𤧛𤩽𥔲𦈡𦭜𨐈𨙸𨚕𨟠𨭉𨱇𨱏𨱑𨺙𩽾𩾃𪟝𪣻𪨰𪩘𪾢𫄧𫄨𫄷𫄸𫇭𫍣𫍯𫍲𫍽𫐄𫐐𫐓𫓧𫓯𫓶𫓹𫔍𫔎𫔶𫖮𫖯𫖳𫗧𫗴𫘜𫘝𫘦𫘧𫘨𫘪𫘬𫚕𫚖𫚭𫛭𫞩𫟅𫟦𫟹𫟼𫠆𫠊𫠜𫢸𫫇𫭟𫭢𫭼𫮃𫰛𫵷𫶇𫷷𫸩𬀩𬀪𬂩𬃊𬇕𬇙𬇹𬉼𬊈𬊤𬌗𬍛𬍡𬍤𬒈𬒔𬒗𬕂𬘓𬘘𬘡𬘩𬘫𬘬𬘭𬘯𬙂𬙊𬙋𬜬𬜯𬞟𬟁𬟽𬣙𬣞𬣡𬣳𬤇𬤊𬤝𬨂𬨎𬩽𬪩𬬩𬬭𬬮𬬱𬬸𬬹𬬻𬬿𬭁𬭊𬭎𬭚𬭛𬭤𬭩𬭬𬭯𬭳𬭶𬭸𬭼𬮱𬮿𬯀𬯎𬱖𬱟𬳵𬳶𬳽𬳿𬴂𬴃𬴊𬶋𬶍𬶏𬶐𬶟𬶠𬶨𬶭𬶮𬷕𬸘𬸚𬸣𬸦𬸪𬹼𬺈𬺓';

describe('a rare name', () => {
  it.each(['regular', 'bold'] as const)('is there in the %s face, character by character', (weight) => {
    expect(faces[weight].legible(NAMES)).toBe(NAMES);
  });

  it('that no face has is named by its code point, in one piece, and the paper says what that is', () => {
    const sheet = drawn({ personName: '𠮷*𪚥' });
    expect(wordsOf(sheet)).toContain('〔U+20BB7〕*〔U+2A6A5〕');
    expect(wordsOf(sheet)).toContain('字库里没有的生僻字');
    expect(wordsOf(drawn())).not.toContain('生僻字');
  });
});
