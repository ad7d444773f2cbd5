import type { Institution, NotDone, Scanned } from '../shapes';
import { ask } from './ask';
import { byId } from '../../web/elements';
import { readPicture } from './read-picture';
import { openTrouble } from './trouble';
import { whileWaiting } from '../../web/waiting';

export interface CodeStep {
  /** Forgets the person and is ready for the next code. */
  readonly leave: () => void;
}

/** Step 1: a code by scanner, by hand, from a picture or pasted; then who it is. */
export function openCodeStep(institution: () => Institution, tell: { holder: (visit: Scanned) => void; left: () => void }): CodeStep {
  const form = byId('code-form', HTMLFormElement);
  const payload = byId('payload', HTMLInputElement);
  const picture = byId('picture', HTMLInputElement);
  const holder = byId('holder', HTMLElement);
  const read = { button: byId('read', HTMLButtonElement), text: '正在读取…', status: byId('status', HTMLElement) };
  const trouble = openTrouble(byId('code-trouble', HTMLElement));

  const leave = (): void => {
    holder.hidden = true;
    form.hidden = false;
    payload.value = '';
    trouble.clear();
    tell.left();
    payload.focus();
  };

  const scan = async (): Promise<void> => {
    trouble.clear();
    const text = payload.value.replace(/\s/g, '');
    if (text === '') return trouble.show({ code: 'CODE_EMPTY', text: '还没有医保码。' }, '请扫码、输入数字或选择图片。');
    const answer = await whileWaiting(read, () => ask<Scanned | NotDone>('decode', { institutionCode: institution().code, payload: text }));
    if (answer.state !== 'done') {
      return trouble.show(answer, answer.state === 'silent' ? '请再按一次“读取医保码”；若提示已用过，请对方刷新医保码。' : '');
    }
    showHolder(holder, answer);
    form.hidden = true;
    tell.holder(answer);
  };

  const readFrom = async (image: Blob): Promise<void> => {
    trouble.clear();
    const found = await whileWaiting({ ...read, text: '正在识别图片…' }, () => decode(image));
    if (found === null)
      return trouble.show(
        { code: 'PICTURE_HAS_NO_CODE', text: '图片里没有找到二维码或条形码。' },
        '请换一张清楚、完整的截图，或手工输入数字。',
      );
    payload.value = found;
    await scan();
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void scan();
  });
  picture.addEventListener('change', () => {
    const chosen = picture.files?.[0];
    picture.value = '';
    if (chosen) void readFrom(chosen);
  });
  document.addEventListener('paste', (event) => {
    const image = Array.from(event.clipboardData?.files ?? []).find(({ type }) => type.startsWith('image/'));
    if (image === undefined || form.hidden) return;
    event.preventDefault();
    void readFrom(image);
  });
  byId('other', HTMLButtonElement).addEventListener('click', leave);
  return { leave };
}

/** null also for a file that is no picture. */
const decode = (image: Blob): Promise<string | null> => readPicture(image).catch(() => null);

function showHolder(holder: HTMLElement, visit: Scanned): void {
  byId('holder-letter', HTMLElement).textContent = visit.name.slice(0, 1);
  const name = byId('holder-name', HTMLElement);
  name.textContent = visit.name;
  byId('holder-place', HTMLElement).textContent = `参保地 ${visit.insuredPlace}`;
  byId('holder-mark', HTMLElement).hidden = !visit.shownByRelative;
  holder.hidden = false;
  name.focus();
}
