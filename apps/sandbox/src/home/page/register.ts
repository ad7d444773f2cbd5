import type { RegisterEntry } from '../../register/register';
import type { JobsAsked } from '../../register/register.routes';
import { byId, element } from '../../web/elements';
import { whileWaiting } from '../../web/waiting';
import { change, read } from './switches';

// 参保变动: one person, one change; below the form stands who is not as at the beginning.

const select = (id: string): HTMLSelectElement => byId(id, HTMLSelectElement);
const textOf = (id: string, value: string): string =>
  Array.from(select(id).options).find((option) => option.value === value)?.textContent ?? value;

function lineOf({ key, change: what, regionCode, diedOn }: RegisterEntry): string {
  const who = textOf('who', key);
  if (diedOn !== null) return `${who}：${diedOn} 身故`;
  return what === 'moved' ? `${who}：参保地变更到${textOf('to', regionCode)}` : `${who}：${textOf('change', what)}`;
}

function showChanges({ changes }: { readonly changes: readonly RegisterEntry[] }): void {
  const happened = changes.filter((entry) => entry.change !== 'restored');
  const lines = happened.map((entry) => element('li', {}, lineOf(entry)));
  byId('changes', HTMLElement).replaceChildren(
    lines.length === 0 ? element('p', { class: 'hint' }, '现在没有变动。') : element('ul', { class: 'people' }, ...lines),
  );
}

async function registerChange(): Promise<void> {
  const [button, trouble] = [byId('register-change', HTMLButtonElement), byId('register-trouble', HTMLElement)];
  const [key, what] = [select('who').value, select('change').value];
  const wanted = { key, change: what, ...(what === 'moved' ? { regionCode: select('to').value } : {}) };
  const outcome = await whileWaiting({ button, text: '正在登记…', status: byId('status', HTMLElement) }, () =>
    change<JobsAsked>('POST', 'register', wanted),
  );
  // Registered although the BFF did not hear of it: not a failure, and not the whole thing either.
  const stands = outcome.done && !outcome.answer.bffTold ? outcome.answer.text : null;
  trouble.classList.toggle('waiting', stands !== null);
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
  select('change').addEventListener('change', showTarget);
  showTarget();
  void read<{ changes: readonly RegisterEntry[] }>('register').then(showChanges);
}
