import { type Fen, fen, fenText, parseYuan, ZERO } from '@gongji/domain';
import type { NotDone, Settled } from '../shapes';
import { ask } from './ask';
import type { Found } from './cost-step';
import { byId } from '../../web/elements';
import { openTrouble } from './trouble';
import { resultView, splitTable } from './views';
import { whileWaiting } from '../../web/waiting';

export interface SettleStep {
  readonly show: (found: Found) => void;
  readonly hide: () => void;
}

/** To the next person, or to another place. */
const waysOn = () => [byId('other', HTMLButtonElement), byId('institution', HTMLSelectElement)];

/**
 * Step 3: check who pays, agree to the cash, settle once. Until the answer the person, the place and the cost stay as they are; without one only the same
 * settlement can be asked for again.
 */
export function openSettleStep(tell: {
  asking: () => void;
  settled: (settled: Settled, notPayableFen: Fen) => void;
  unknown: () => void;
  refused: () => void;
}): SettleStep {
  const card = byId('split', HTMLElement);
  const button = byId('settle', HTMLButtonElement);
  const agreed = byId('cash-agreed', HTMLInputElement);
  const cashLine = byId('cash-line', HTMLElement);
  const trouble = openTrouble(byId('settle-trouble', HTMLElement));
  let found: Found | null = null;

  const settle = async (): Promise<void> => {
    if (found === null || button.disabled) return;
    const { visitId, terms, split, notPayableFen } = found;
    const cashFen = parseYuan(split.psn_cash_pay) ?? ZERO;
    trouble.clear();
    if (cashFen > 0 && !agreed.checked) {
      return trouble.show(
        { code: 'SETTLEMENT_CASH_NOT_AGREED', text: '还需现金支付，本人没有同意。' },
        '请就医购药人确认后勾选“本人同意现金支付”。',
      );
    }
    const wait = { button, text: '正在结算，请勿离开…', status: byId('status', HTMLElement), besides: waysOn() };
    tell.asking();
    const answer = await whileWaiting(wait, () => ask<Settled | NotDone>('settle', { visitId, terms: { ...terms, cashFen } }));
    if (answer.state === 'done') return tell.settled(answer, notPayableFen);
    if (answer.state === 'refused') {
      tell.refused();
      return trouble.show(answer, nextStepOf(answer));
    }
    button.textContent = '再问一次结果（不会重复结算）';
    agreed.disabled = true;
    trouble.showUnknown(answer, '这笔结算处理中，请勿另开一笔；再按一次会用同一个流水号查问，绝不会结算两次。');
    tell.unknown();
  };

  byId('settle-form', HTMLFormElement).addEventListener('submit', (event) => {
    event.preventDefault();
    void settle();
  });

  return {
    show: (next) => {
      found = next;
      const cashFen = parseYuan(next.split.psn_cash_pay) ?? ZERO;
      byId('split-table', HTMLElement).replaceChildren(splitTable(next.split, next.notPayableFen));
      cashLine.hidden = cashFen === 0;
      agreed.checked = false;
      agreed.disabled = false;
      byId('cash-text', HTMLElement).textContent = `本人同意现金支付 ${fenText(cashFen)}`;
      button.textContent = `结算 ${fenText(fen(next.terms.totalFen))}`;
      trouble.clear();
      card.hidden = false;
      byId('h-split', HTMLElement).focus();
    },
    hide: () => {
      found = null;
      card.hidden = true;
    },
  };
}

function nextStepOf({ code }: NotDone): string {
  if (code === 'SETTLEMENT_SPLIT_CHANGED' || code === 'SETTLEMENT_CASH_NOT_AGREED') return '请再按“预结算”，看新的分摊。';
  return code === 'SETTLEMENT_TOKEN_INVALID' ? '请按“换一位”，请对方刷新医保码后重新扫码。' : '';
}

export function showResult(settled: Settled, notPayableFen: Fen): void {
  byId('result-body', HTMLElement).replaceChildren(resultView(settled, notPayableFen));
  byId('result', HTMLElement).hidden = false;
  byId('h-result', HTMLElement).focus();
}
