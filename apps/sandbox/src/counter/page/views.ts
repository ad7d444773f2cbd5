import { addFen, type Fen, fenText, parseYuan, settlementNumberText, ZERO } from '@gongji/domain';
import type { NotDone, Settled, Split } from '../shapes';
import { element } from '../../web/elements';

export const money = (yuan: string): string => fenText(fenOf(yuan));
const fenOf = (yuan: string): Fen => parseYuan(yuan) ?? ZERO;

/** Who pays what, in the order of deduction; whoever was passed over stands there with the reason. */
export function splitTable(split: Split, notPayableFen: Fen): HTMLElement {
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
      line('医保结算费用', money(split.medfee_sumamt), 'total'),
      line('统筹基金', money(split.fund_pay_sumamt)),
      ...legs,
      line('现金', money(split.psn_cash_pay), 'cash'),
      ...(notPayableFen === 0
        ? []
        : [
            line('医保不付，另收现金', fenText(notPayableFen)),
            line('现金合计', fenText(addFen(fenOf(split.psn_cash_pay), notPayableFen)), 'cash'),
          ]),
    ),
  );
}

export function resultView({ name, msgid, split }: Settled, notPayableFen: Fen): HTMLElement {
  const fact = (term: string, text: string) => element('div', {}, element('dt', {}, term), element('dd', {}, text));
  return element(
    'div',
    {},
    element(
      'dl',
      { class: 'facts' },
      fact('就医购药人', name),
      fact('结算编号', split.setl_no === null ? '—' : settlementNumberText(split.setl_no)),
      fact('流水号', msgid),
    ),
    splitTable(split, notPayableFen),
  );
}

/** What happened, what to do, and the code to name when asking for help. */
export const troubleView = ({ code, text }: Pick<NotDone, 'code' | 'text'>, advice = ''): readonly HTMLElement[] => [
  element('p', {}, element('span', { class: 'icon', 'aria-hidden': 'true' }, '!'), [text, advice].filter(Boolean).join('')),
  element('p', { class: 'code' }, `代码 ${code}`),
];
