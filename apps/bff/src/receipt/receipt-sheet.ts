import { dayText, fenText, POT_TEXT, shanghaiTimeText } from '@gongji/domain';
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

/** Each part draws itself from a height on and answers the height where the next one begins. */
type Part = (pen: Pen, top: number, receipt: PrintedReceipt) => number;

export function receiptSheet(receipt: PrintedReceipt, faces: Typefaces): Sheet {
  const pen = takePen(faces);
  const parts: readonly Part[] = [demoBand, head, standing, amount, facts, shares, check, notProven];
  const bottom = parts.reduce((top, part) => part(pen, top, receipt), 0);
  const height = Math.max(PAGE.height, Math.ceil(bottom + 30));
  pen.text(`出具时间 ${timeText(receipt.madeAt)}`, { x: RIGHT, y: height - 26 }, { size: 8.5, color: INK.soft, align: 'right' });
  return pen.sheet({ title: '城乡居民基本医疗保险费个人账户代缴凭证', width: PAGE.width, height });
}

const timeText = (instant: string): string => shanghaiTimeText(new Date(instant));

const demoBand: Part = (pen, top, { demo }) => {
  if (!demo) return top;
  pen.box({ x: 0, y: top, width: PAGE.width, height: 26 }, WASH.amber);
  const style = { size: 10, weight: 'bold', color: INK.amber, align: 'center' } as const;
  pen.text('演示 · 非官方 · 人物和金额均为虚构', { x: MIDDLE, y: top + 17 }, style);
  return top + 26;
};

const head: Part = (pen, top) => {
  pen.text('城乡居民基本医疗保险费', { x: MIDDLE, y: top + 48 }, { size: 21, weight: 'bold', align: 'center' });
  pen.text('个人账户代缴凭证', { x: MIDDLE, y: top + 70 }, { size: 13, color: INK.soft, align: 'center' });
  return top + 84;
};

const standing: Part = (pen, top, { standing: now, standingText }) => {
  const undone = now === 'refunding' || now === 'refunded';
  const width = undone ? WIDTH : 190;
  pen.box({ x: MIDDLE - width / 2, y: top, width, height: 26 }, undone ? WASH.red : WASH.green);
  const style = { size: 12, weight: 'bold', color: undone ? INK.red : INK.green, align: 'center' } as const;
  pen.text(standingText, { x: MIDDLE, y: top + 17.5 }, style);
  return top + 40;
};

const amount: Part = (pen, top, { amountFen, amountInCapitals }) => {
  pen.box({ x: LEFT, y: top, width: WIDTH, height: 72 }, WASH.grey);
  pen.text('金额', { x: LEFT + 16, y: top + 30 }, { size: 10.5, color: INK.soft });
  pen.text(fenText(amountFen), { x: RIGHT - 16, y: top + 33 }, { size: 24, weight: 'bold', align: 'right' });
  pen.text('人民币（大写）', { x: LEFT + 16, y: top + 57 }, { size: 10.5, color: INK.soft });
  pen.text(amountInCapitals, { x: RIGHT - 16, y: top + 57 }, { size: 13, weight: 'bold', align: 'right' });
  return top + 84;
};

const VALUE_AT = LEFT + 112;
const FACT_SIZE = 10.5;

const facts: Part = (pen, top, receipt) =>
  factRows(receipt).reduce((y, [name, value]) => {
    pen.text(name, { x: LEFT, y: y + 14 }, { size: FACT_SIZE, color: INK.soft });
    const lines = pen.paragraph(value, { x: VALUE_AT, y: y + 14, width: RIGHT - VALUE_AT }, { size: FACT_SIZE });
    const next = y + 21 + (lines - 1) * FACT_SIZE * LINE_HEIGHT;
    pen.box({ x: LEFT, y: next, width: WIDTH, height: 0.5 }, WASH.line);
    return next;
  }, top);

const factRows = (receipt: PrintedReceipt): readonly (readonly [name: string, value: string])[] => [
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
  ['入库时间（已入库）', receipt.postedAt === null ? '出具时尚未入库' : timeText(receipt.postedAt)],
  ['待遇开始', dayText(receipt.benefitStartsOn)],
];

const shares: Part = (pen, top, { legs }) => {
  pen.text('从谁的账户扣', { x: LEFT, y: top + 26 }, { size: FACT_SIZE, weight: 'bold' });
  return legs.reduce((y, { payer, pot, amountFen }) => {
    pen.text(`个人账户（${POT_TEXT[pot]}）`, { x: VALUE_AT, y }, { size: FACT_SIZE, color: INK.soft });
    pen.text(fenText(amountFen), { x: RIGHT, y }, { size: FACT_SIZE, align: 'right' });
    const width = RIGHT - AMOUNT_WIDTH - PAYER_AT;
    const lines = pen.paragraph(payer, { x: PAYER_AT, y, width }, { size: FACT_SIZE });
    return y + 18 + (lines - 1) * FACT_SIZE * LINE_HEIGHT;
  }, top + 26);
};

const PAYER_AT = VALUE_AT + 134;
const AMOUNT_WIDTH = 112;
const CODE_SIDE = 120;
const QUIET_MODULES = 4;
/** Half a point is a pixel of the picture: a module of whole pixels is a sharp one. */
const HALF_POINTS = 2;

const check: Part = (pen, top, { verifyAddress, hash }) => {
  const y = top + 4;
  pen.box({ x: LEFT, y, width: WIDTH, height: CODE_SIDE + 24 }, WASH.grey);
  drawCode(pen, { x: RIGHT - 12, y: y + 12 }, verifyAddress);
  const words = { x: LEFT + 16, width: WIDTH - CODE_SIDE - 44 };
  pen.text('校验码', { x: words.x, y: y + 32 }, { size: FACT_SIZE, weight: 'bold' });
  // In fours, so that somebody can type it.
  const groups = hash.match(/.{4}/g) ?? [];
  for (const line of [0, 1, 2, 3])
    pen.text(groups.slice(line * 4, line * 4 + 4).join('  '), { x: words.x, y: y + 50 + line * 14 }, { size: 10.5 });
  const how = '扫码或在“查验缴费凭证”里输入，可查真伪、是否入库、是否已退费。';
  pen.paragraph(how, { ...words, y: y + 112 }, { size: 8.5, color: INK.soft });
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

const notProven: Part = (pen, top, receipt) => {
  pen.text('这张凭证不能证明', { x: LEFT, y: top + 22 }, { size: 9.5, weight: 'bold' });
  const rare = namesOf(receipt).some((name) => !pen.has(name));
  return [...NOT_PROVEN, ...(rare ? [RARE_NOTE] : [])].reduce((y, text) => {
    const lines = pen.paragraph(`· ${text}`, { x: LEFT, y, width: WIDTH }, { size: 8.5, color: INK.soft });
    return y + lines * 8.5 * LINE_HEIGHT;
  }, top + 37);
};
