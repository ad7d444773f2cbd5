import { byId, element } from '../../web/elements';
import { whileWaiting } from '../../web/waiting';
import type { CounterRecord, NotDone, Settled } from '../shapes';
import { ask } from './ask';
import { recordList } from './record-list';
import { money, troubleView } from './views';

/** Today's settlements of this institution; one without an answer can be asked about here, and one that is done taken back, also after the page was closed. */
export function openRecords(institutionCode: () => string, voided: () => void) {
  const place = byId('records', HTMLElement);
  const notice = byId('records-notice', HTMLElement);
  const status = byId('status', HTMLElement);

  const refresh = async (): Promise<void> => {
    const code = institutionCode();
    const answer = await ask<readonly CounterRecord[] | NotDone>(`records?institution=${encodeURIComponent(code)}`);
    if (code !== institutionCode()) return;
    place.replaceChildren('state' in answer ? troubleBox(answer) : recordList(answer, { again, takeBack }));
  };

  const again = async ({ visitId }: CounterRecord, button: HTMLButtonElement): Promise<void> => {
    const answer = await whileWaiting({ button, text: '正在查问…', status }, () => ask<Settled | NotDone>('ask-again', { visitId }));
    tell(answer.state === 'done' ? done('已查到结果：已结算。') : troubleBox(answer));
    await refresh();
  };

  const takeBack = async ({ visitId }: CounterRecord, button: HTMLButtonElement): Promise<void> => {
    const answer = await whileWaiting({ button, text: '正在撤销…', status }, () => ask<Settled | NotDone>('void', { visitId }));
    if (answer.state === 'done') voided();
    tell(answer.state === 'done' ? done(voidedText(answer)) : troubleBox(answer));
    await refresh();
  };

  const tell = (view: HTMLElement): void => {
    notice.replaceChildren(view);
    notice.focus();
  };

  return {
    refresh,
    /** Another person or institution: what was said is over. */
    clear: (): void => notice.replaceChildren(),
  };
}

/** What came back to accounts; then what the institution sees to itself, where there is any. */
function voidedText({ split }: Settled): string {
  const rest = [
    [split.fund_pay_sumamt, '统筹部分', '不再申报'],
    [split.psn_cash_pay, '现金', '请当面退还'],
  ] as const;
  const own = rest.flatMap(([yuan, what, then]) => (yuan === NOTHING ? [] : [`${what} ${money(yuan)} ${then}`]));
  const back = `已撤销：个人账户付的 ${money(split.acct_pay)} 已退回各自账户（其中家庭共济 ${money(split.acct_mulaid_pay)}）。`;
  return own.length === 0 ? back : `${back}${own.join('，')}。`;
}
const NOTHING = '0.00';

const done = (text: string): HTMLElement => element('p', { class: 'good' }, text);

const troubleBox = (trouble: NotDone): HTMLElement => {
  const advice = trouble.state === 'silent' ? '请稍后再问一次，会用同一个流水号，绝不会重复。' : '';
  return element('div', { class: trouble.state === 'silent' ? 'trouble waiting' : 'trouble' }, ...troubleView(trouble, advice));
};
