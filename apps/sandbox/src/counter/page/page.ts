import type { Institution } from '../shapes';
import { openCodeStep } from './code-step';
import { openCostStep } from './cost-step';
import { byId } from '../../web/elements';
import { openRecords } from './records';
import { openSettleStep, showResult } from './settle-step';

// One page, three steps and a list; each step knows its own card and tells the next.

const CHOSEN = 'gongji-counter-institution';

function start(): void {
  const chooser = byId('institution', HTMLSelectElement);
  const kept = localStorage.getItem(CHOSEN);
  if (Array.from(chooser.options).some(({ value }) => value === kept)) chooser.value = kept ?? '';
  const chosen = (): Institution => ({
    code: chooser.value,
    kind: chooser.selectedOptions[0]?.dataset.kind === 'pharmacy' ? 'pharmacy' : 'hospital',
  });
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
    asking: () => costStep.lock(true),
    settled: (settled, notPayableFen) => {
      costStep.lock(false);
      costStep.close();
      settleStep.hide();
      scanCard.hidden = true;
      showResult(settled, notPayableFen);
      void records.refresh();
    },
    unknown: () => void records.refresh(),
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

start();
