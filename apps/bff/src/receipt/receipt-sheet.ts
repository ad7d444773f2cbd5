import { buysBenefits, dayText, fenText, NO_BENEFIT_TEXT, POT_TEXT, shanghaiTimeText } from '@gongji/domain';
import { englishSpeaker, englishTexts } from '@gongji/texts';
import { encode } from 'uqr';
import type { Sheet } from './marks';
import { INK, LINE_HEIGHT, type Pen, takePen, WASH } from './pen';
import type { PrintedReceipt } from './printed-receipt';
import type { Typefaces } from './typeface';

// A4 as long as everything fits, longer where it does not: nothing on a receipt is ever cut off.

const PAGE = { width: 595, height: 842 } as const;
const LEFT = 52;
const RIGHT = PAGE.width - LEFT;
const WIDTH = RIGHT - LEFT;
const MIDDLE = PAGE.width / 2;
const PREMIUM = '城乡居民基本医疗保险费';
const NAME = '个人账户代缴凭证';

interface Desk {
  readonly pen: Pen;
  /** What is written under a text; empty where nothing is: the paper is in Chinese alone, or the text is a name or a number. */
  readonly under: (text: string) => string;
}

/** Each part draws itself from a height on and answers the height where the next one begins. */
type Part = (desk: Desk, top: number, receipt: PrintedReceipt) => number;

export function receiptSheet(receipt: PrintedReceipt, faces: Typefaces): Sheet {
  const pen = takePen(faces);
  const under = receipt.english ? translation() : () => '';
  const parts: readonly Part[] = [demoBand, head, standing, amount, facts, shares, check, notProven];
  const bottom = parts.reduce((top, part) => part({ pen, under }, top, receipt), 0);
  const height = Math.max(PAGE.height, Math.ceil(bottom + 30));
  const madeAt = timeText(receipt.madeAt);
  const made = [`出具时间 ${madeAt}`, under('出具时间') && `${under('出具时间')} ${under(madeAt)}`].filter(Boolean).join(' · ');
  pen.text(made, { x: RIGHT, y: height - 26 }, { size: 8.5, color: INK.soft, align: 'right' });
  return pen.sheet({ title: `${PREMIUM}${NAME}`, width: PAGE.width, height });
}

let english: ((text: string) => string) | undefined;
/** With straight quotation marks: the curly ones of a Chinese face are as wide as its characters. */
function translation(): (text: string) => string {
  const say = (english ??= englishSpeaker(englishTexts()));
  return (text) => (say(text) === text ? '' : say(text).replace(/[‘’]/g, "'").replace(/[“”]/g, '"'));
}

const inOneLine = (text: string, under: Desk['under']): string => [text, under(text)].filter(Boolean).join(' · ');

const UNDER_SIZE = 8;
const UNDER_STEP = 11;

const timeText = (instant: string): string => shanghaiTimeText(new Date(instant));

const demoBand: Part = ({ pen, under }, top, { demo }) => {
  if (!demo) return top;
  const text = '演示 · 非官方 · 人物和金额均为虚构';
  const second = under(text);
  const height = second === '' ? 26 : 38;
  pen.box({ x: 0, y: top, width: PAGE.width, height }, WASH.amber);
  const style = { size: 10, weight: 'bold', color: INK.amber, align: 'center' } as const;
  pen.text(text, { x: MIDDLE, y: top + 17 }, style);
  pen.text(second, { x: MIDDLE, y: top + 30 }, { ...style, size: UNDER_SIZE });
  return top + height;
};

const head: Part = ({ pen, under }, top) => {
  pen.text(PREMIUM, { x: MIDDLE, y: top + 48 }, { size: 21, weight: 'bold', align: 'center' });
  pen.text(NAME, { x: MIDDLE, y: top + 70 }, { size: 13, color: INK.soft, align: 'center' });
  const second = under(NAME);
  pen.text(under(PREMIUM), { x: MIDDLE, y: top + 88 }, { size: 10.5, color: INK.soft, align: 'center' });
  pen.text(second, { x: MIDDLE, y: top + 102 }, { size: 9, color: INK.soft, align: 'center' });
  return top + (second === '' ? 84 : 114);
};

const standing: Part = ({ pen, under }, top, { standing: now, standingText }) => {
  const undone = now === 'refunding' || now === 'refunded';
  const second = under(standingText);
  const width = undone || second !== '' ? WIDTH : 190;
  const height = second === '' ? 26 : 38;
  pen.box({ x: MIDDLE - width / 2, y: top, width, height }, undone ? WASH.red : WASH.green);
  const style = { size: 12, weight: 'bold', color: undone ? INK.red : INK.green, align: 'center' } as const;
  pen.text(standingText, { x: MIDDLE, y: top + 17.5 }, style);
  pen.text(second, { x: MIDDLE, y: top + 30.5 }, { ...style, size: UNDER_SIZE });
  return top + height + 14;
};

const amount: Part = ({ pen, under }, top, { amountFen, amountInCapitals }) => {
  const second = under('金额');
  const more = second === '' ? 0 : UNDER_STEP;
  pen.box({ x: LEFT, y: top, width: WIDTH, height: 72 + more }, WASH.grey);
  const small = { size: UNDER_SIZE, color: INK.soft };
  const words = top + 57 + more / 2;
  pen.text('金额', { x: LEFT + 16, y: top + 30 - more / 2 }, { size: 10.5, color: INK.soft });
  pen.text(second, { x: LEFT + 16, y: top + 30 + more / 2 }, small);
  pen.text(fenText(amountFen), { x: RIGHT - 16, y: top + 33 }, { size: 24, weight: 'bold', align: 'right' });
  pen.text('人民币（大写）', { x: LEFT + 16, y: words }, { size: 10.5, color: INK.soft });
  pen.text(under('人民币（大写）'), { x: LEFT + 16, y: words + more }, small);
  pen.text(amountInCapitals, { x: RIGHT - 16, y: words }, { size: 13, weight: 'bold', align: 'right' });
  return top + 84 + more;
};

const VALUE_AT = LEFT + 112;
const FACT_SIZE = 10.5;

const facts: Part = ({ pen, under }, top, receipt) =>
  factRows(receipt).reduce((y, [name, value]) => {
    const at = { x: VALUE_AT, width: RIGHT - VALUE_AT };
    pen.text(name, { x: LEFT, y: y + 14 }, { size: FACT_SIZE, color: INK.soft });
    const lines = pen.paragraph(value, { ...at, y: y + 14 }, { size: FACT_SIZE });
    const secondName = under(name);
    const below = y + 14 + (lines - 1) * FACT_SIZE * LINE_HEIGHT + UNDER_STEP;
    pen.text(secondName, { x: LEFT, y: y + 14 + UNDER_STEP }, { size: UNDER_SIZE, color: INK.soft });
    const more = pen.paragraph(under(value), { ...at, y: below }, { size: UNDER_SIZE, color: INK.soft });
    const next = Math.max(below - UNDER_STEP + more * UNDER_STEP, y + 14 + (secondName === '' ? 0 : UNDER_STEP)) + 7;
    pen.box({ x: LEFT, y: next, width: WIDTH, height: 0.5 }, WASH.line);
    return next;
  }, top);

type FactRow = readonly [name: string, value: string];

const factRows = (receipt: PrintedReceipt): readonly FactRow[] => [
  ['参保人', receipt.personName],
  ['证件号码', receipt.personCertificate],
  ['参保地', receipt.regionName],
  ['参保年度', `${receipt.year} 年度`],
  ['人员类别', receipt.categoryText],
  ['付款人', receipt.payerName],
  ['办理编号', receipt.ourNumber],
  ['税务编号', receipt.taxNumber],
  ['申请时间', timeText(receipt.appliedAt)],
  ['缴费时间（已缴费）', timeText(receipt.paidAt)],
  ...(receipt.refund === null ? standingRows(receipt) : refundedRows(receipt, receipt.refund)),
];

const standingRows = ({ year, postedAt, benefitStartsOn }: PrintedReceipt): readonly FactRow[] => [
  ['入库时间（已入库）', postedAt === null ? '出具时尚未入库' : timeText(postedAt)],
  ['待遇开始', buysBenefits(year, benefitStartsOn) ? dayText(benefitStartsOn) : NO_BENEFIT_TEXT],
];

/** What has gone back gives no benefits, and is received no more where it was not yet. */
const refundedRows = ({ postedAt }: PrintedReceipt, { at, taxNumber }: NonNullable<PrintedReceipt['refund']>): readonly FactRow[] => [
  ...(postedAt === null ? [] : [['入库时间（已入库）', timeText(postedAt)] as const]),
  ...(at === null ? [] : [['退费时间', timeText(at)] as const]),
  ...(taxNumber === null ? [] : [['退费税务编号', taxNumber] as const]),
];

const shares: Part = ({ pen, under }, top, { legs }) => {
  pen.text('从谁的账户扣', { x: LEFT, y: top + 26 }, { size: FACT_SIZE, weight: 'bold' });
  const whose = { x: LEFT, y: top + 26 + UNDER_STEP, width: VALUE_AT - LEFT - 8 };
  pen.paragraph(under('从谁的账户扣'), whose, { size: UNDER_SIZE, color: INK.soft });
  return legs.reduce((y, { payer, pot, amountFen }) => {
    const from = `个人账户（${POT_TEXT[pot]}）`;
    const below = { x: VALUE_AT, y: y + UNDER_STEP, width: PAYER_AT - VALUE_AT - 8 };
    pen.text(from, { x: VALUE_AT, y }, { size: FACT_SIZE, color: INK.soft });
    const more = pen.paragraph(under(from), below, { size: UNDER_SIZE, color: INK.soft });
    pen.text(fenText(amountFen), { x: RIGHT, y }, { size: FACT_SIZE, align: 'right' });
    const width = RIGHT - AMOUNT_WIDTH - PAYER_AT;
    const lines = pen.paragraph(payer, { x: PAYER_AT, y, width }, { size: FACT_SIZE });
    return y + 18 + Math.max((lines - 1) * FACT_SIZE, more * UNDER_SIZE) * LINE_HEIGHT;
  }, top + 26);
};

const PAYER_AT = VALUE_AT + 134;
const AMOUNT_WIDTH = 112;
const CODE_SIDE = 120;
const QUIET_MODULES = 4;
/** Half a point is a pixel of the picture: a module of whole pixels is a sharp one. */
const HALF_POINTS = 2;

const check: Part = ({ pen, under }, top, { verifyAddress, hash }) => {
  const y = top + 4;
  pen.box({ x: LEFT, y, width: WIDTH, height: CODE_SIDE + 24 }, WASH.grey);
  drawCode(pen, { x: RIGHT - 12, y: y + 12 }, verifyAddress);
  const words = { x: LEFT + 16, width: WIDTH - CODE_SIDE - 44 };
  pen.text(inOneLine('校验码', under), { x: words.x, y: y + 32 }, { size: FACT_SIZE, weight: 'bold' });
  // In fours, so that somebody can type it.
  const groups = hash.match(/.{4}/g) ?? [];
  for (const line of [0, 1, 2, 3])
    pen.text(groups.slice(line * 4, line * 4 + 4).join('  '), { x: words.x, y: y + 50 + line * 14 }, { size: 10.5 });
  const how = '扫码或在“查验缴费凭证”里输入，可查真伪、是否入库、是否已退费。';
  const lines = pen.paragraph(how, { ...words, y: y + 112 }, { size: 8.5, color: INK.soft });
  pen.paragraph(under(how), { ...words, y: y + 112 + lines * 8.5 * LINE_HEIGHT }, { size: 7.5, color: INK.soft });
  return y + CODE_SIDE + 24;
};

/** Its right edge is at x. */
function drawCode(pen: Pen, { x, y }: { readonly x: number; readonly y: number }, text: string): void {
  const { data, size } = encode(text, { ecc: 'M', border: 0 });
  const modules = size + 2 * QUIET_MODULES;
  const side = Math.floor((CODE_SIDE * HALF_POINTS) / modules) / HALF_POINTS;
  const at = { x: x - side * modules, y: y + (CODE_SIDE - side * modules) / 2 };
  pen.box({ ...at, width: side * modules, height: side * modules }, WASH.paper);
  for (const [row, dark] of data.entries())
    for (const [first, end] of runsOf(dark)) {
      const corner = { x: at.x + (first + QUIET_MODULES) * side, y: at.y + (row + QUIET_MODULES) * side };
      pen.box({ ...corner, width: (end - first) * side, height: side }, '#000000');
    }
}

/** Dark modules beside each other are one box: no hairline between them. */
function runsOf(modules: readonly boolean[]): readonly (readonly [first: number, end: number])[] {
  const starts = modules.flatMap((dark, index) => (dark && modules[index - 1] !== true ? [index] : []));
  return starts.map((first) => {
    const light = modules.indexOf(false, first);
    return [first, light === -1 ? modules.length : light];
  });
}

const NOT_PROVEN: readonly string[] = [
  '不是税务部门的完税证明或电子票据；需要票据的，请到税务渠道开具。',
  '不证明参保人已经享受或一定享受待遇；待遇以参保地医保部门为准。',
  '校验码不含入库和退费情况，两者以查验当时的结果为准。',
];

const RARE_NOTE = '姓名中〔U+…〕是字库里没有的生僻字的统一码编号，不是姓名有误。';
const namesOf = ({ personName, payerName, legs }: PrintedReceipt) => [personName, payerName, ...legs.map(({ payer }) => payer)];

const notProven: Part = ({ pen, under }, top, receipt) => {
  pen.text(inOneLine('这张凭证不能证明', under), { x: LEFT, y: top + 22 }, { size: 9.5, weight: 'bold' });
  const rare = namesOf(receipt).some((name) => !pen.has(name));
  return [...NOT_PROVEN, ...(rare ? [RARE_NOTE] : [])].reduce((y, text) => {
    const lines = pen.paragraph(`· ${text}`, { x: LEFT, y, width: WIDTH }, { size: 8.5, color: INK.soft });
    const below = { x: LEFT + 8, y: y + lines * 8.5 * LINE_HEIGHT, width: WIDTH - 8 };
    const more = pen.paragraph(under(text), below, { size: UNDER_SIZE, color: INK.soft });
    return y + lines * 8.5 * LINE_HEIGHT + more * UNDER_SIZE * LINE_HEIGHT;
  }, top + 37);
};
