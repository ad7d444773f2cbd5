import type { Institution, NotDone, Scanned } from '../shapes';
import { ask } from './ask';
import { byId } from '../../web/elements';
import { openCamera } from './camera';
import { loadReader, ReaderNotLoaded } from './reader';
import { openTrouble } from './trouble';
import { whileWaiting } from '../../web/waiting';

export interface CodeStep {
  /** Forgets the person and is ready for the next code. */
  readonly leave: () => void;
}

const NO_CODE_FOUND = [
  { code: 'PICTURE_HAS_NO_CODE', text: '图片里没有找到二维码或条形码。' },
  '请换一张清楚、完整的截图，或手工输入数字。',
] as const;

/** With a Chinese keyboard digits may come in full width. */
const typedIn = (raw: string): string => raw.normalize('NFKC').replace(/\s/g, '');

/** What the desk does not pass on to the gateway, which knows what is a code. */
function wrongIn(text: string): readonly [Pick<NotDone, 'code' | 'text'>, string] | undefined {
  if (text === '') return [{ code: 'CODE_EMPTY', text: '还没有医保码。' }, '请扫码、输入数字或选择图片。'];
  if (/^[\x21-\x7e]+$/.test(text)) return undefined;
  return [{ code: 'CODE_UNREADABLE', text: '医保码只有数字。' }, '请核对后再读，或请对方刷新医保码。'];
}

/** Step 1: a code by scanner, by camera, by hand, from a picture or pasted; then who it is. */
export function openCodeStep(institution: () => Institution, tell: { holder: (visit: Scanned) => void; left: () => void }): CodeStep {
  const form = byId('code-form', HTMLFormElement);
  const payload = byId('payload', HTMLInputElement);
  const holder = byId('holder', HTMLElement);
  const besides = [byId('institution', HTMLSelectElement)];
  const read = { button: byId('read', HTMLButtonElement), text: '正在读取…', status: byId('status', HTMLElement), besides };
  const trouble = openTrouble(byId('code-trouble', HTMLElement));

  const camera = openCamera((text) => {
    payload.value = text;
    void scan();
  }, trouble);

  const leave = (): void => {
    camera.stop();
    holder.hidden = true;
    form.hidden = false;
    payload.value = '';
    trouble.clear();
    tell.left();
    payload.focus();
  };

  const scan = async (): Promise<void> => {
    camera.stop();
    trouble.clear();
    const text = typedIn(payload.value);
    const wrong = wrongIn(text);
    if (wrong !== undefined) return trouble.show(...wrong);
    const answer = await whileWaiting(read, () => ask<Scanned | NotDone>('decode', { institutionCode: institution().code, payload: text }));
    if (answer.state !== 'done') {
      return trouble.show(answer, adviceOf(answer));
    }
    showHolder(holder, answer);
    form.hidden = true;
    tell.holder(answer);
  };

  const readFrom = async (image: Blob): Promise<void> => {
    trouble.clear();
    const found = await whileWaiting({ ...read, text: '正在识别图片…' }, () => decode(image));
    if (found instanceof ReaderNotLoaded) return trouble.show(found);
    if (found === null) return trouble.show(...NO_CODE_FOUND);
    payload.value = found;
    await scan();
  };

  onHandedOver((text) => {
    if (form.hidden) return;
    payload.value = text;
    void scan();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void scan();
  });
  onPicture(
    (image) => void readFrom(image),
    () => !form.hidden,
  );
  byId('other', HTMLButtonElement).addEventListener('click', leave);
  return { leave };
}

/** Chosen from a file, or pasted anywhere on the page. */
function onPicture(read: (image: Blob) => void, isWanted: () => boolean): void {
  const picture = byId('picture', HTMLInputElement);
  picture.addEventListener('change', () => {
    const chosen = picture.files?.[0];
    picture.value = '';
    if (chosen) read(chosen);
  });
  document.addEventListener('paste', (event) => {
    const image = Array.from(event.clipboardData?.files ?? []).find(({ type }) => type.startsWith('image/'));
    if (image === undefined || !isWanted()) return;
    event.preventDefault();
    read(image);
  });
}

/** null also for a file that is no picture. */
const decode = (image: Blob): Promise<string | null | ReaderNotLoaded> =>
  loadReader()
    .then(({ readPicture }) => readPicture(image))
    .catch((error: unknown) => (error instanceof ReaderNotLoaded ? error : null));

function adviceOf({ state, code }: NotDone): string {
  if (state === 'silent') return '请再按一次“读取医保码”；若提示已用过，请对方刷新医保码。';
  return code === 'CODE_INVALID' ? '请对方刷新医保码后再扫；码约 30 秒换一次。' : '';
}

function showHolder(holder: HTMLElement, visit: Scanned): void {
  byId('holder-letter', HTMLElement).textContent = visit.name.slice(0, 1);
  const name = byId('holder-name', HTMLElement);
  name.textContent = visit.name;
  byId('holder-certificate', HTMLElement).textContent = visit.maskedCertificate;
  byId('holder-place', HTMLElement).textContent = `参保地 ${visit.insuredPlace}`;
  const benefit = byId('holder-benefit', HTMLElement);
  benefit.textContent = benefitText(visit);
  benefit.className = visit.benefit?.enjoys === true ? 'benefit ok' : 'benefit warn';
  byId('holder-mark', HTMLElement).hidden = !visit.shownByRelative;
  holder.hidden = false;
  name.focus();
}

function benefitText({ benefit }: Scanned): string {
  if (benefit === null) return '待遇没有查到（2001 没有回答），以参保地为准。';
  return `${benefit.enjoys ? '✓ 可享受待遇' : '! 暂不能享受待遇'}：${benefit.text}`;
}

/** The tour puts the phone's code behind the # of this page's address: a demonstration's way for who has one screen and no scanner. */
function onHandedOver(taken: (payload: string) => void): void {
  const take = (): void => {
    const [, payload] = /^#code=(\d{20,64})\b/.exec(location.hash) ?? [];
    if (payload === undefined) return;
    history.replaceState(null, '', location.pathname);
    taken(payload);
  };
  window.addEventListener('hashchange', take);
  take();
}
