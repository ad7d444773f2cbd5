import { FUND_USE_TEXT, FUND_USES, type FormPurpose, RELATION_TEXT, RELATIONS } from '@gongji/domain';
import type { Sheet } from './marks';
import { INK, LINE_HEIGHT, type Pen, takePen, WASH } from './pen';
import type { PrintedForm } from './printed-form';
import type { Typefaces } from './typeface';

// One page of A4, to be filled in with a pen.

const PAGE = { width: 595, height: 842 } as const;
const LEFT = 46;
const RIGHT = PAGE.width - LEFT;
const WIDTH = RIGHT - LEFT;
/** A closing mark hangs over the end of its line. */
const TEXT_WIDTH = WIDTH - 12;
const MIDDLE = PAGE.width / 2;
const SIZE = 10;
const ROW = 27;
const LABEL = 78;

const TITLE: Readonly<Record<FormPurpose, string>> = { bind: '亲情账户绑定申请表', unbind: '亲情账户解绑申请表' };

/** Each part draws itself from a height on and answers the height where the next one begins. */
type Part = (pen: Pen, top: number, form: PrintedForm) => number;

export function formSheet(form: PrintedForm, faces: Typefaces): Sheet {
  const pen = takePen(faces);
  const parts: readonly Part[] = [demoBand, head, owner, relative, form.purpose === 'bind' ? wished : ended, agent, statement, papers];
  parts.reduce((top, part) => part(pen, top, form), 0);
  return pen.sheet({ ...PAGE, title: TITLE[form.purpose] });
}

const demoBand: Part = (pen, top, { demo }) => {
  if (!demo) return top;
  pen.box({ x: 0, y: top, width: PAGE.width, height: 22 }, WASH.amber);
  pen.text('演示 · 非官方 · 人物均为虚构', { x: MIDDLE, y: top + 15 }, { size: 9.5, weight: 'bold', color: INK.amber, align: 'center' });
  return top + 22;
};

const head: Part = (pen, top, { purpose, regionName }) => {
  pen.text(TITLE[purpose], { x: MIDDLE, y: top + 38 }, { size: 19, weight: 'bold', align: 'center' });
  const note = `参考样表：没有查到${regionName}公布的统一表样。窗口有本地表格的，以窗口的为准。`;
  const lines = pen.paragraph(note, { x: LEFT, y: top + 58, width: TEXT_WIDTH }, { size: 8.5, color: INK.soft });
  return top + 58 + lines * 8.5 * LINE_HEIGHT;
};

interface Cell {
  readonly label: string;
  readonly value?: string;
}

const heading = (pen: Pen, top: number, text: string): number => {
  pen.text(text, { x: LEFT, y: top + 17 }, { size: SIZE, weight: 'bold' });
  return top + 24;
};

/** Two cells beside each other, or one over the whole width; room to write in, above a line. */
function row(pen: Pen, top: number, cells: readonly Cell[]): number {
  const width = WIDTH / cells.length;
  for (const [index, { label, value = '' }] of cells.entries()) {
    const x = LEFT + index * width;
    pen.text(label, { x, y: top + 18 }, { size: SIZE, color: INK.soft });
    pen.paragraph(value, { x: x + LABEL, y: top + 18, width: width - LABEL - 8 }, { size: SIZE });
    pen.box({ x: x + LABEL, y: top + ROW - 3, width: width - LABEL - 8, height: 0.6 }, INK.soft);
  }
  return top + ROW;
}

const owner: Part = (pen, top, { person }) => {
  const filled = (value: string | null | undefined) => (value === null || value === undefined ? {} : { value });
  let y = heading(pen, top, '一、申请人（共济人：提供个人账户、出示医保码的一方）');
  y = row(pen, y, [
    { label: '姓名', ...filled(person?.name) },
    { label: '证件类型', ...filled(person?.certificateKind) },
  ]);
  y = row(pen, y, [{ label: '证件号码', ...filled(person?.certificateNumber) }]);
  return row(pen, y, [{ label: '参保地', ...filled(person?.regionName) }, { label: '联系电话' }]);
};

const relative: Part = (pen, top) => {
  let y = heading(pen, top, '二、亲属（使用人：由申请人的账户帮忙支付的一方）');
  y = row(pen, y, [{ label: '姓名' }, { label: '证件类型' }]);
  y = row(pen, y, [{ label: '证件号码' }]);
  y = row(pen, y, [{ label: '参保地' }, { label: '联系电话' }]);
  return choices(pen, y, { label: '是申请人的', words: RELATIONS.map((relation) => RELATION_TEXT[relation]) });
};

const BOX = 9;

/** Empty boxes to tick, each before its words. */
function choices(pen: Pen, top: number, { label, words }: { readonly label: string; readonly words: readonly string[] }): number {
  pen.text(label, { x: LEFT, y: top + 17 }, { size: SIZE, color: INK.soft });
  let x = LEFT + LABEL;
  for (const word of words) {
    tickBox(pen, { x, y: top + 9 });
    pen.text(word, { x: x + BOX + 4, y: top + 17 }, { size: SIZE - 1 });
    x += BOX + 4 + Array.from(word).length * (SIZE - 1) + 9;
  }
  return top + 24;
}

function tickBox(pen: Pen, { x, y }: { readonly x: number; readonly y: number }): void {
  pen.box({ x, y, width: BOX, height: BOX }, INK.text);
  pen.box({ x: x + 0.8, y: y + 0.8, width: BOX - 1.6, height: BOX - 1.6 }, WASH.paper);
}

const wished: Part = (pen, top) => {
  let y = heading(pen, top, '三、要打开的开关（可以只选一个）');
  y = choices(pen, y, { label: '出示医保码', words: ['由申请人出示这位亲属的医保码'] });
  y = choices(pen, y, { label: '家庭共济', words: ['用申请人的个人账户帮这位亲属付'] });
  y = choices(pen, y, { label: '用于', words: FUND_USES.map((use) => FUND_USE_TEXT[use]) });
  y = row(pen, y, [
    { label: '每次最多', value: '　　　　　　　　　　元' },
    { label: '每月最多', value: '　　　　　　　　　　元' },
  ]);
  return row(pen, y, [
    { label: '从哪天起', value: '　　　　年　　月　　日' },
    { label: '到哪天止', value: '　　　　年　　月　　日' },
  ]);
};

const ended: Part = (pen, top) => {
  let y = heading(pen, top, '三、要解除的内容');
  y = choices(pen, y, { label: '解除', words: ['全部', '只停止出示医保码', '只停止家庭共济'] });
  pen.text('有没有办完的代缴时，请先问窗口能不能作废。', { x: LEFT, y: y + 14 }, { size: 8.5, color: INK.soft });
  return y + 20;
};

const agent: Part = (pen, top) => {
  const y = heading(pen, top, '四、代办人（本人到窗口的不用填）');
  const next = row(pen, y, [{ label: '姓名' }, { label: '与申请人关系' }]);
  return row(pen, next, [{ label: '证件号码' }, { label: '联系电话' }]);
};

const STATEMENT: Readonly<Record<FormPurpose, string>> = {
  bind: '以上内容属实，双方是《民法典》第一千零四十五条规定的近亲属。家庭共济从申请人的个人账户扣款，以参保地的规定为准。',
  unbind: '以上内容属实。解绑从窗口办理完成时起生效，之前已经发生的费用照常结算。',
};

const statement: Part = (pen, top, { purpose }) => {
  const y = top + 12;
  const lines = pen.paragraph(STATEMENT[purpose], { x: LEFT, y: y + 12, width: TEXT_WIDTH }, { size: SIZE });
  const next = y + 8 + lines * SIZE * LINE_HEIGHT;
  const signed = row(pen, next, [{ label: '申请人签名' }, { label: '日期', value: '　　　　年　　月　　日' }]);
  return row(pen, signed, [{ label: '亲属签名' }, { label: '日期', value: '　　　　年　　月　　日' }]);
};

const papers: Part = (pen, top, { papersText, papersSource, hotline }) => {
  const y = top + 12;
  const words = [papersText, ...(papersSource === '' ? [] : [`依据：${papersSource}`]), `不清楚的，请先拨打医保服务热线 ${hotline}。`];
  return words.reduce((at, text) => {
    const lines = pen.paragraph(text, { x: LEFT, y: at + 10, width: TEXT_WIDTH }, { size: 9, color: INK.soft });
    return at + lines * 9 * LINE_HEIGHT;
  }, y);
};
