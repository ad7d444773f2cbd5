import type { Institution, NotDone } from '../shapes';
import { ask } from './ask';
import { openCodeStep } from './code-step';
import { openCostStep } from './cost-step';
import { byId, element } from '../../web/elements';
import { openRecords } from './records';
import { openSettleStep, showResult } from './settle-step';
import { troubleView } from './views';

// One page, three steps and a list; each step knows its own card and tells the next.

const CHOSEN = 'gongji-counter-institution';

async function start(): Promise<void> {
  const chooser = byId('institution', HTMLSelectElement);
  const institutions = await ask<readonly Institution[] | NotDone>('institutions');
  if ('state' in institutions) {
    chooser.after(element('div', { role: 'alert', class: 'trouble' }, ...troubleView(institutions, '请刷新页面再试。')));
    return;
  }
  chooser.append(...institutions.map(({ code, name }) => element('option', { value: code }, name)));
  const kept = localStorage.getItem(CHOSEN);
  if (institutions.some(({ code }) => code === kept)) chooser.value = kept ?? '';
  run(chooser, institutions);
}

function run(chooser: HTMLSelectElement, institutions: readonly Institution[]): void {
  const chosen = (): Institution => institutions[chooser.selectedIndex] ?? { code: '', name: '', kind: 'hospital' };
  const result = byId('result', HTMLElement);
  const scanCard = byId('scan', HTMLElement);
  const records = openRecords(
    () => chosen().code,
    // What the result says is true no more.
    () => {
      if (!result.hidden) codeStep.leave();
    },
  );
  const settleStep = openSettleStep({
    settled: (settled, notPayableFen) => {
      costStep.lock(false);
      costStep.close();
      settleStep.hide();
      scanCard.hidden = true;
      showResult(settled, notPayableFen);
      void records.refresh();
    },
    unknown: () => {
      costStep.lock(true);
      void records.refresh();
    },
    refused: () => costStep.lock(false),
  });
  const costStep = openCostStep({ found: settleStep.show, changed: settleStep.hide });
  const codeStep = openCodeStep(chosen, {
    holder: ({ visitId }) => {
      records.clear();
      costStep.open(visitId, chosen().kind);
    },
    left: () => {
      result.hidden = true;
      scanCard.hidden = false;
      costStep.lock(false);
      costStep.close();
      settleStep.hide();
    },
  });
  chooser.addEventListener('change', () => {
    localStorage.setItem(CHOSEN, chooser.value);
    codeStep.leave();
    records.clear();
    void records.refresh();
  });
  byId('next', HTMLButtonElement).addEventListener('click', codeStep.leave);
  void records.refresh();
}

void start();
