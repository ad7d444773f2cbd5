const SLOW_AFTER_MS = 3000;

export interface Waiting {
  readonly button: HTMLButtonElement;
  /** Said while waiting. */
  readonly text: string;
  readonly status: HTMLElement;
  /** What must not be touched meanwhile either. */
  readonly besides?: readonly (HTMLButtonElement | HTMLSelectElement)[];
}

/** The button is off from the first press, says what is going on, and after three seconds that it takes longer. */
export async function whileWaiting<T>({ button, text, status, besides = [] }: Waiting, act: () => Promise<T>): Promise<T> {
  const before = button.textContent;
  const turn = (off: boolean): void => {
    for (const each of [button, ...besides]) each.disabled = off;
  };
  turn(true);
  button.textContent = text;
  button.classList.add('busy');
  status.textContent = text;
  const slow = setTimeout(() => {
    button.textContent = '医保系统还没有回答，请稍等…';
    status.textContent = button.textContent;
  }, SLOW_AFTER_MS);
  try {
    return await act();
  } finally {
    clearTimeout(slow);
    turn(false);
    button.classList.remove('busy');
    button.textContent = before;
    status.textContent = '';
  }
}
