import type { Fault } from '../../fault';
import { byId, element } from '../../web/elements';
import { whileWaiting } from '../../web/waiting';
import { openRegister } from './register';
import { change, read } from './switches';

// The switches of the sandbox, for people; programs use the same addresses.

interface Clock {
  readonly offsetMs: number;
  readonly now: string;
}

const SHANGHAI_MS = 8 * 3_600_000;
const status = byId('status', HTMLElement);
const shanghaiText = (at: number): string => new Date(at + SHANGHAI_MS).toISOString().slice(0, 16);

let offsetMs = 0;
function showClock(clock: Clock): void {
  offsetMs = clock.offsetMs;
  const shown = shanghaiText(Date.parse(clock.now)).replace('T', ' ');
  byId('now', HTMLElement).textContent = `${shown}${offsetMs === 0 ? '（现在）' : '（改过）'}`;
  byId('moment', HTMLInputElement).value = shanghaiText(Date.parse(clock.now));
}

async function move(button: HTMLButtonElement, nextOffsetMs: number): Promise<void> {
  const trouble = byId('clock-trouble', HTMLElement);
  const outcome = await whileWaiting({ button, text: '正在改时间…', status }, () =>
    change<Clock>('POST', 'clock', { offsetMs: nextOffsetMs }),
  );
  trouble.hidden = outcome.done;
  if (outcome.done) showClock(outcome.answer);
  else trouble.textContent = outcome.text;
}

function showFaults({ faults }: { readonly faults: readonly Fault[] }): void {
  const lines = faults.map(({ part, mode, times }) =>
    element('li', {}, `${textOf('part', part)}：${textOf('mode', mode)}，还有 ${times} 次`),
  );
  byId('faults', HTMLElement).replaceChildren(
    lines.length === 0 ? element('p', { class: 'hint' }, '现在没有故障。') : element('ul', { class: 'people' }, ...lines),
  );
}

const textOf = (select: string, value: string): string =>
  Array.from(byId(select, HTMLSelectElement).options).find((option) => option.value === value)?.textContent ?? value;

async function setFaults(button: HTMLButtonElement, method: 'POST' | 'DELETE', fault?: unknown): Promise<void> {
  const trouble = byId('fault-trouble', HTMLElement);
  const outcome = await whileWaiting({ button, text: '正在设置…', status }, () =>
    change<{ faults: readonly Fault[] }>(method, 'faults', fault),
  );
  trouble.hidden = outcome.done;
  if (outcome.done) showFaults(outcome.answer);
  else trouble.textContent = outcome.text;
}

byId('clock-form', HTMLFormElement).addEventListener('submit', (event) => {
  event.preventDefault();
  const wanted = Date.parse(`${byId('moment', HTMLInputElement).value}:00Z`) - SHANGHAI_MS;
  void move(byId('move', HTMLButtonElement), Math.round(wanted - Date.now()));
});
/** Nine in the morning in Beijing on the first day of a month, so many months after the one that the clock shows. */
function firstOfMonth(monthsOn: (shown: Date) => number): number {
  const shown = new Date(Date.now() + offsetMs + SHANGHAI_MS);
  return Date.UTC(shown.getUTCFullYear(), shown.getUTCMonth() + monthsOn(shown), 1, 9) - SHANGHAI_MS - Date.now();
}
const jumps = [
  ['next-month', () => 1],
  ['next-year', (shown: Date) => 12 - shown.getUTCMonth()],
] as const;
for (const [id, monthsOn] of jumps)
  byId(id, HTMLButtonElement).addEventListener('click', () => void move(byId(id, HTMLButtonElement), firstOfMonth(monthsOn)));
byId('back', HTMLButtonElement).addEventListener('click', () => void move(byId('back', HTMLButtonElement), 0));
byId('fault-form', HTMLFormElement).addEventListener('submit', (event) => {
  event.preventDefault();
  const fault = {
    part: byId('part', HTMLSelectElement).value,
    mode: byId('mode', HTMLSelectElement).value,
    times: Number(byId('times', HTMLInputElement).value),
  };
  void setFaults(byId('add', HTMLButtonElement), 'POST', fault);
});
byId('clear', HTMLButtonElement).addEventListener('click', () => void setFaults(byId('clear', HTMLButtonElement), 'DELETE'));

void read<Clock>('clock').then(showClock);
void read<{ faults: readonly Fault[] }>('faults').then(showFaults);
openRegister();
