import type { CounterRecord, NotDone, Settled } from '../shapes';
import { ask } from './ask';
import { byId, element } from '../../web/elements';
import { recordList, troubleView } from './views';

/** Today's settlements of this institution; one without an answer can be asked about here, also after the page was closed. */
export function openRecords(institutionCode: () => string) {
  const place = byId('records', HTMLElement);
  const notice = element('div', { role: 'alert' });

  const refresh = async (): Promise<void> => {
    const code = institutionCode();
    const answer = await ask<readonly CounterRecord[] | NotDone>(`records?institution=${encodeURIComponent(code)}`);
    if (code !== institutionCode()) return;
    place.replaceChildren('state' in answer ? troubleBox(answer) : recordList(answer, (record) => void again(record)), notice);
  };

  const again = async ({ visitId }: CounterRecord): Promise<void> => {
    notice.replaceChildren(element('p', { class: 'hint' }, '正在查问…'));
    const answer = await ask<Settled | NotDone>('ask-again', { visitId });
    notice.replaceChildren(...(answer.state === 'done' ? [element('p', { class: 'hint' }, '已查到结果：已结算。')] : [troubleBox(answer)]));
    await refresh();
  };

  return { refresh };
}

const troubleBox = (trouble: NotDone): HTMLElement =>
  element('div', { class: trouble.state === 'silent' ? 'trouble waiting' : 'trouble' }, ...troubleView(trouble));
