import { fen, fenText, settlementNumberText } from '@gongji/domain';
import { element } from '../../web/elements';
import type { CounterRecord } from '../shapes';

type Act = (record: CounterRecord, button: HTMLButtonElement) => Promise<void>;
export interface RecordActs {
  readonly again: Act;
  readonly takeBack: Act;
}

const STATE: Readonly<Record<CounterRecord['state'], { readonly text: string; readonly tone: string }>> = {
  done: { text: '✓ 已结算', tone: 'ok' },
  voided: { text: '↩ 已撤销', tone: 'over' },
  asking: { text: '? 不确定：结算没有回答', tone: 'waiting' },
  voiding: { text: '? 不确定：撤销没有回答', tone: 'waiting' },
};

const clockTime = (at: string): string =>
  new Date(at).toLocaleTimeString('zh-CN', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit', hour12: false });

export function recordList(records: readonly CounterRecord[], acts: RecordActs): HTMLElement {
  if (records.length === 0) return element('p', { class: 'hint' }, '还没有记录。结算后会出现在这里。');
  return element('ol', { class: 'record-list' }, ...records.map((record) => recordLine(record, acts)));
}

function recordLine(record: CounterRecord, acts: RecordActs): HTMLElement {
  const { text, tone } = STATE[record.state];
  return element(
    'li',
    { class: record.state },
    element(
      'div',
      { class: 'record-top' },
      element('strong', {}, record.name),
      element('span', { class: 'sum' }, fenText(fen(record.totalFen))),
    ),
    element(
      'div',
      { class: 'record-top' },
      element('span', { class: `state ${tone}` }, text),
      element('time', { datetime: record.at }, clockTime(record.at)),
    ),
    element(
      'p',
      { class: 'number' },
      record.number === null ? `流水号 ${record.msgid}` : `结算编号 ${settlementNumberText(record.number)}`,
    ),
    ...actsOn(record, acts),
  );
}

function actsOn(record: CounterRecord, { again, takeBack }: RecordActs): readonly HTMLElement[] {
  if (record.state === 'asking') return [button('再问一次结果', (pressed) => void again(record, pressed))];
  if (record.state === 'voiding') return [button('再问一次撤销结果', (pressed) => void takeBack(record, pressed))];
  return record.state === 'done' ? [confirmed(record, takeBack)] : [];
}

/** Money goes back only after a second press, at another place than the first. */
function confirmed(record: CounterRecord, takeBack: Act): HTMLElement {
  const place = element('div', {});
  const ask = (): void => {
    const sum = fenText(fen(record.totalFen));
    place.replaceChildren(
      element('p', { class: 'hint' }, `撤销 ${record.name} 的 ${sum}？整笔退回，账户的钱原路退，不能只撤一部分。`),
      element(
        'div',
        { class: 'row' },
        button('不撤销', offer),
        button(`确认撤销 ${sum}`, (pressed) => void takeBack(record, pressed), 'danger'),
      ),
    );
    place.querySelector('button')?.focus();
  };
  const offer = (): void => place.replaceChildren(button('撤销', ask));
  offer();
  return place;
}

function button(text: string, press: (pressed: HTMLButtonElement) => void, kind = ''): HTMLElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = kind;
  made.textContent = text;
  made.addEventListener('click', () => press(made));
  return made;
}
