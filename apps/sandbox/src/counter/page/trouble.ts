import type { NotDone } from '../shapes';
import { troubleView } from './views';

export type Trouble = ReturnType<typeof openTrouble>;

/** The error place of one step. It takes the focus, so that nobody misses it; what was typed stays. */
export function openTrouble(place: HTMLElement) {
  return {
    clear: (): void => {
      place.hidden = true;
      place.replaceChildren();
      place.classList.remove('waiting');
    },
    show: (trouble: Pick<NotDone, 'code' | 'text'>, advice = ''): void => {
      place.replaceChildren(...troubleView(trouble, advice));
      place.hidden = false;
      place.focus();
    },
    /** Not a failure: nobody knows yet. */
    showUnknown: (trouble: Pick<NotDone, 'code' | 'text'>, advice: string): void => {
      place.replaceChildren(...troubleView(trouble, advice));
      place.classList.add('waiting');
      place.hidden = false;
      place.focus();
    },
  };
}
