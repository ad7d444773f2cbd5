import type { RegisterEntry } from '../../register/register';
import type { JobsAsked } from '../../register/register.routes';
import { byId, element } from '../../web/elements';
import { whileWaiting } from '../../web/waiting';
import { change, type Changed, read } from './switches';

// 参保变动: one person, one change; above the form stands what has happened since the beginning.

const select = (id: string): HTMLSelectElement => byId(id, HTMLSelectElement);
const textOf = (id: string, value: string): string =>
  Array.from(select(id).options).find((option) => option.value === value)?.textContent ?? value;

function lineOf({ key, change: what, regionCode, diedOn }: RegisterEntry): string {
  const who = textOf('who', key);
  if (diedOn !== null) return `${who}：${diedOn} 去世`;
  return what === 'moved' ? `${who}：参保地变更到${textOf('to', regionCode)}` : `${who}：${textOf('change', what)}`;
}

function showChanges({ changes }: { readonly changes: readonly RegisterEntry[] }): void {
  const happened = changes.filter((entry) => entry.change !== 'restored');
  const lines = happened.map((entry) => element('li', {}, lineOf(entry)));
  byId('changes', HTMLElement).replaceChildren(
    lines.length === 0 ? element('p', { class: 'hint' }, '现在没有变动。') : element('ul', { class: 'people' }, ...lines),
  );
}

function registerChange(): Promise<void> {
  const [key, what] = [select('who').value, select('change').value];
  const wanted = { key, change: what, ...(what === 'moved' ? { regionCode: select('to').value } : {}) };
  return press('register-change', '正在登记…', () => change<JobsAsked>('POST', 'register', wanted));
}

async function press(button: string, text: string, ask: () => Promise<Changed<JobsAsked>>): Promise<void> {
  const outcome = await whileWaiting({ button: byId(button, HTMLButtonElement), text, status: byId('status', HTMLElement) }, ask);
  // Registered although the BFF did not hear of it: not a failure, and not the whole thing either.
  const stands = outcome.done && !outcome.answer.bffTold ? outcome.answer.text : '';
  const trouble = byId('register-trouble', HTMLElement);
  trouble.classList.toggle('waiting', stands !== '');
  trouble.textContent = outcome.done ? stands : outcome.text;
  trouble.hidden = trouble.textContent === '';
  if (outcome.done) showChanges(await read('register'));
}

function showTarget(): void {
  byId('to-row', HTMLElement).hidden = select('change').value !== 'moved';
}

export function openRegister(): void {
  byId('register-form', HTMLFormElement).addEventListener('submit', (event) => {
    event.preventDefault();
    void registerChange();
  });
  byId('restore', HTMLButtonElement).addEventListener(
    'click',
    () => void press('restore', '正在恢复…', () => change<JobsAsked>('DELETE', 'register')),
  );
  select('change').addEventListener('change', showTarget);
  showTarget();
  void read<{ changes: readonly RegisterEntry[] }>('register').then(showChanges);
}
