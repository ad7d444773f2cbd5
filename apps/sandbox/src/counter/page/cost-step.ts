import { type Fen, parseYuan, yuanOf } from '@gongji/domain';
import { byId } from '../../web/elements';
import { whileWaiting } from '../../web/waiting';
import type { Institution, NotDone, Split, SplitFound } from '../shapes';
import type { PreSettleTerms } from '../visit';
import { ask } from './ask';
import { demoFundShare } from './fund-share';
import { openItemList } from './item-list';
import { billOf, type Item } from './items';
import { openTrouble } from './trouble';

export interface Found {
  readonly visitId: string;
  readonly terms: PreSettleTerms;
  readonly split: Split;
  /** Not part of the settlement: paid in cash beside it. */
  readonly notPayableFen: Fen;
}
export interface CostStep {
  readonly open: (visitId: string, kind: Institution['kind']) => void;
  readonly close: () => void;
  /** While a settlement has no answer its terms must not change. */
  readonly lock: (locked: boolean) => void;
}

const FUND_HINT: Readonly<Record<Institution['kind'], string>> = {
  hospital: '演示：统筹支付默认按医保结算费用的 50% 填写，可以改；不是任何地区的真实报销比例。',
  pharmacy: '演示：药店默认没有统筹支付，可以改。',
};

/** Step 2: what it costs, and the gateway's own calculation of who would pay. */
export function openCostStep(tell: { found: (found: Found) => void; changed: () => void }): CostStep {
  const card = byId('cost', HTMLElement);
  const form = byId('cost-form', HTMLFormElement);
  const fund = byId('fund', HTMLInputElement);
  const accounts = byId('accounts', HTMLSelectElement);
  const wait = { button: byId('pre-settle', HTMLButtonElement), text: '正在预结算…', status: byId('status', HTMLElement) };
  const trouble = openTrouble(byId('cost-trouble', HTMLElement));
  let visitId = '';
  let kind: Institution['kind'] = 'hospital';
  let fundIsTyped = false;

  const fillFund = (): void => {
    const bill = billOf(list.items());
    if (!fundIsTyped) fund.value = 'code' in bill ? '' : yuanOf(demoFundShare(kind, bill.totalFen));
  };
  const list = openItemList(() => {
    fillFund();
    tell.changed();
  }, trouble);

  const preSettle = async (): Promise<void> => {
    trouble.clear();
    const terms = termsOf(list.items(), fund.value, accounts.value as PreSettleTerms['accounts']);
    fund.setAttribute('aria-invalid', String('field' in terms));
    if ('code' in terms) return trouble.show(terms);
    const { notPayableFen, ...asked } = { visitId, ...terms };
    const answer = await whileWaiting(wait, () => ask<SplitFound | NotDone>('pre-settle', asked));
    if (answer.state !== 'done') return trouble.show(answer, answer.state === 'silent' ? '预结算不扣款，可以再按一次。' : '');
    if (visitId === asked.visitId) tell.found({ ...asked, notPayableFen, split: answer.split });
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void preSettle();
  });
  fund.addEventListener('input', () => {
    fundIsTyped = fund.value !== '';
    tell.changed();
  });
  accounts.addEventListener('change', tell.changed);

  return {
    open: (nextVisitId, nextKind) => {
      visitId = nextVisitId;
      kind = nextKind;
      fundIsTyped = false;
      form.reset();
      trouble.clear();
      byId('fund-hint', HTMLElement).textContent = FUND_HINT[kind];
      list.open(kind);
      card.hidden = false;
    },
    close: () => {
      visitId = '';
      card.hidden = true;
    },
    lock: (locked) => {
      list.lock(locked);
      for (const field of [fund, accounts, wait.button]) field.disabled = locked;
    },
  };
}

type Terms = { readonly terms: PreSettleTerms; readonly notPayableFen: Fen };
type Wrong = { readonly code: string; readonly text: string; readonly field?: 'fund' };

function termsOf(items: readonly Item[], rawFund: string, accounts: PreSettleTerms['accounts']): Terms | Wrong {
  const bill = billOf(items);
  if ('code' in bill) return bill;
  const { use, totalFen, notPayableFen } = bill;
  const fundFen = parseYuan(rawFund === '' ? '0' : rawFund);
  const wrong = (text: string): Wrong => ({ field: 'fund', code: 'AMOUNT_INVALID', text });
  if (fundFen === undefined) return wrong('统筹支付写成元，最多两位小数，例如 43.25。');
  if (fundFen > totalFen) return wrong('统筹支付不能大于医保结算费用。');
  return { terms: { use, totalFen, fundFen, accounts }, notPayableFen };
}
