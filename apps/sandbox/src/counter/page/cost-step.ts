import { parseYuan, yuanOf } from '@gongji/domain';
import type { Institution, NotDone, Split, SplitFound } from '../shapes';
import type { PreSettleTerms } from '../visit';
import { ask } from './ask';
import { byId } from '../../web/elements';
import { demoFundShare } from './fund-share';
import { openTrouble } from './trouble';
import { whileWaiting } from '../../web/waiting';

export interface Found {
  readonly visitId: string;
  readonly terms: PreSettleTerms;
  readonly split: Split;
}
export interface CostStep {
  readonly open: (visitId: string, kind: Institution['kind']) => void;
  readonly close: () => void;
  /** While a settlement has no answer its terms must not change. */
  readonly lock: (locked: boolean) => void;
}

/** Step 2: what it costs, and the gateway's own calculation of who would pay. */
export function openCostStep(tell: { found: (found: Found) => void; changed: () => void }): CostStep {
  const card = byId('cost', HTMLElement);
  const form = byId('cost-form', HTMLFormElement);
  const total = byId('total', HTMLInputElement);
  const fund = byId('fund', HTMLInputElement);
  const accounts = byId('accounts', HTMLSelectElement);
  const wait = { button: byId('pre-settle', HTMLButtonElement), text: '正在预结算…', status: byId('status', HTMLElement) };
  const trouble = openTrouble(byId('cost-trouble', HTMLElement));
  let visitId = '';
  let kind: Institution['kind'] = 'hospital';
  let fundIsTyped = false;

  const preSettle = async (): Promise<void> => {
    trouble.clear();
    markWrong(total, fund);
    const terms = termsOf({ form, total, fund, accounts });
    if ('field' in terms) {
      markWrong(total, fund, terms.field);
      return trouble.show(terms);
    }
    const asked = { visitId, terms };
    const answer = await whileWaiting(wait, () => ask<SplitFound | NotDone>('pre-settle', asked));
    if (answer.state !== 'done') return trouble.show(answer, answer.state === 'silent' ? '预结算不扣款，可以再按一次。' : '');
    if (visitId === asked.visitId) tell.found({ ...asked, split: answer.split });
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void preSettle();
  });
  form.addEventListener('input', ({ target }) => {
    if (target === fund) fundIsTyped = fund.value !== '';
    const amount = parseYuan(total.value);
    if (!fundIsTyped && target === total) fund.value = amount === undefined ? '' : yuanOf(demoFundShare(kind, amount));
    tell.changed();
  });

  return {
    open: (nextVisitId, nextKind) => {
      visitId = nextVisitId;
      kind = nextKind;
      fundIsTyped = false;
      form.reset();
      trouble.clear();
      byId('fund-hint', HTMLElement).textContent =
        kind === 'hospital'
          ? '演示：统筹支付默认按总费用的 50% 填写，可以改；不是任何地区的真实报销比例。'
          : '演示：药店默认没有统筹支付，可以改。';
      checkUse(form, kind === 'hospital' ? 'care' : 'drug');
      card.hidden = false;
      total.focus();
    },
    close: () => {
      visitId = '';
      card.hidden = true;
    },
    lock: (locked) => {
      for (const field of form.elements) (field as HTMLInputElement).disabled = locked;
    },
  };
}

function checkUse(form: HTMLFormElement, use: string): void {
  for (const choice of form.querySelectorAll<HTMLInputElement>('input[name=use]')) choice.checked = choice.value === use;
}

function markWrong(total: HTMLInputElement, fund: HTMLInputElement, wrong?: 'total' | 'fund'): void {
  total.setAttribute('aria-invalid', String(wrong === 'total'));
  fund.setAttribute('aria-invalid', String(wrong === 'fund'));
}

interface Fields {
  readonly form: HTMLFormElement;
  readonly total: HTMLInputElement;
  readonly fund: HTMLInputElement;
  readonly accounts: HTMLSelectElement;
}
type Wrong = { readonly field: 'total' | 'fund'; readonly code: string; readonly text: string };

function termsOf({ form, total, fund, accounts }: Fields): PreSettleTerms | Wrong {
  const totalFen = parseYuan(total.value);
  const fundFen = parseYuan(fund.value === '' ? '0' : fund.value);
  const wrong = (field: Wrong['field'], text: string): Wrong => ({ field, code: 'AMOUNT_INVALID', text });
  if (totalFen === undefined || totalFen === 0) return wrong('total', '总费用要大于 0，写成元，最多两位小数，例如 86.50。');
  if (fundFen === undefined) return wrong('fund', '统筹支付写成元，最多两位小数，例如 43.25。');
  if (fundFen > totalFen) return wrong('fund', '统筹支付不能大于总费用。');
  const use = new FormData(form).get('use') as PreSettleTerms['use'];
  return { use, totalFen, fundFen, accounts: accounts.value as PreSettleTerms['accounts'] };
}
