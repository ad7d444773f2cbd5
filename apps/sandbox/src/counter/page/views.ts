import { fen, fenText, parseYuan, ZERO } from '@gongji/domain';
import type { CounterRecord, NotDone, Settled, Split } from '../shapes';
import { element } from '../../web/elements';

const money = (yuan: string): string => fenText(parseYuan(yuan) ?? ZERO);

/** Who pays what, in the order of deduction; whoever was passed over stands there with the reason. */
export function splitTable(split: Split): HTMLElement {
  const line = (who: string, amount: string, kind = '') =>
    element('tr', { class: kind }, element('th', { scope: 'row' }, who), element('td', {}, amount));
  const legs = split.acct_legs.map(({ payer, own, amount, skipped }) =>
    skipped === null
      ? line(own ? `本人个人账户（${payer}）` : `家庭共济（${payer}）`, money(amount))
      : line(`${own ? '本人个人账户' : '家庭共济'}（${payer}）未扣：${skipped}`, money(amount), 'skipped'),
  );
  return element(
    'table',
    { class: 'split' },
    element('caption', { class: 'visually-hidden' }, '费用分摊'),
    element(
      'tbody',
      {},
      line('总费用', money(split.medfee_sumamt), 'total'),
      line('统筹基金', money(split.fund_pay_sumamt)),
      ...legs,
      line('现金', money(split.psn_cash_pay), 'cash'),
    ),
  );
}

export function resultView({ name, msgid, split }: Settled): HTMLElement {
  const fact = (term: string, text: string) => element('div', {}, element('dt', {}, term), element('dd', {}, text));
  return element(
    'div',
    {},
    element('dl', { class: 'facts' }, fact('就诊人', name), fact('结算编号', split.setl_id ?? '—'), fact('流水号', msgid)),
    splitTable(split),
  );
}

/** What happened, what to do, and the code to name when asking for help. */
export const troubleView = ({ code, text }: Pick<NotDone, 'code' | 'text'>, advice = ''): readonly HTMLElement[] => [
  element('p', {}, element('span', { class: 'icon', 'aria-hidden': 'true' }, '!'), [text, advice].filter(Boolean).join('')),
  element('p', { class: 'code' }, `代码 ${code}`),
];

const clockTime = (at: string): string =>
  new Date(at).toLocaleTimeString('zh-CN', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit', hour12: false });

export function recordList(records: readonly CounterRecord[], askAgain: (record: CounterRecord) => void): HTMLElement {
  if (records.length === 0) return element('p', { class: 'hint' }, '还没有记录。结算后会出现在这里。');
  return element('ol', { class: 'record-list' }, ...records.map((record) => recordLine(record, askAgain)));
}

function recordLine(record: CounterRecord, askAgain: (record: CounterRecord) => void): HTMLElement {
  const done = record.state === 'done';
  const line = element(
    'li',
    {},
    element('div', { class: 'record-top' }, element('strong', {}, record.name), element('span', {}, fenText(fen(record.totalFen)))),
    element(
      'div',
      { class: 'record-top' },
      element('span', { class: done ? 'state ok' : 'state waiting' }, done ? '✓ 已结算' : '… 处理中'),
      element('time', { datetime: record.at }, clockTime(record.at)),
    ),
    element('p', { class: 'number' }, done ? `结算编号 ${record.number ?? '—'}` : `流水号 ${record.msgid}`),
  );
  if (!done) {
    const again = element('button', { type: 'button' }, '再问一次结果');
    again.addEventListener('click', () => askAgain(record));
    line.append(again);
  }
  return line;
}
