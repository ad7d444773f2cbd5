import { byId } from '../../web/elements';
import type { Trouble } from './trouble';
import { loadReader, ReaderNotLoaded } from './reader';

/** Between two looks: a phone held before the camera is read at once, and an old computer keeps up. */
const LOOK_EVERY_MS = 200;
const FORMATS = ['qr_code', 'code_128'];

interface Detector {
  detect: (source: HTMLVideoElement) => Promise<readonly { readonly rawValue: string }[]>;
}
type DetectorMaker = { new (options: { formats: readonly string[] }): Detector; getSupportedFormats: () => Promise<readonly string[]> };

export interface Camera {
  readonly stop: () => void;
}

/** Looks through the camera until it has read a code, once; then the camera is off. */
export function openCamera(found: (text: string) => void, trouble: Trouble): Camera {
  const button = byId('camera', HTMLButtonElement);
  const box = byId('camera-box', HTMLElement);
  const video = byId('camera-picture', HTMLVideoElement);
  let stream: MediaStream | null = null;
  // Counts the openings: what an earlier one still has under way is dropped.
  let opening = 0;

  const stop = (): void => {
    opening += 1;
    for (const track of stream?.getTracks() ?? []) track.stop();
    stream = null;
    video.srcObject = null;
    box.hidden = true;
    button.textContent = '用摄像头扫码';
  };

  const start = async (): Promise<void> => {
    stop();
    const mine = opening;
    trouble.clear();
    button.textContent = '关闭摄像头';
    try {
      const [opened, look] = await Promise.all([askForCamera(), makeLook()]);
      if (mine !== opening) return stopTracks(opened);
      stream = opened;
      video.srcObject = opened;
      box.hidden = false;
      await video.play();
      const text = await lookUntilFound(
        () => look(video),
        () => mine === opening,
      );
      if (text === null) return;
      stop();
      found(text);
    } catch (error) {
      if (mine !== opening) return;
      stop();
      trouble.show(whyNot(error), '可以选择图片、用扫码枪，或手工输入。');
    }
  };

  button.addEventListener('click', () => (button.textContent === '关闭摄像头' ? stop() : void start()));
  return { stop };
}

const stopTracks = (stream: MediaStream): void => {
  for (const track of stream.getTracks()) track.stop();
};

function askForCamera(): Promise<MediaStream> {
  // Missing where the page does not come from this machine or over https.
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (devices === undefined) throw new DOMException('no devices', 'NotSupportedError');
  return devices.getUserMedia({ audio: false, video: { facingMode: 'environment', width: { ideal: 1280 }, height: { ideal: 720 } } });
}

type Look = (video: HTMLVideoElement) => Promise<string | null>;

/** The browser's own reader where it reads both kinds, else the one that comes with this page. */
async function makeLook(): Promise<Look> {
  const { BarcodeDetector: maker } = globalThis as { BarcodeDetector?: DetectorMaker };
  const formats = (await maker?.getSupportedFormats().catch(() => [])) ?? [];
  if (maker !== undefined && FORMATS.every((format) => formats.includes(format))) {
    const detector = new maker({ formats: FORMATS });
    return async (video) => (await detector.detect(video))[0]?.rawValue ?? null;
  }
  const { readFrame } = await loadReader();
  return async (video) => readFrame(video);
}

async function lookUntilFound(look: () => Promise<string | null>, isOpen: () => boolean): Promise<string | null> {
  while (isOpen()) {
    const text = await look();
    if (text !== null && isOpen()) return text;
    await new Promise((resolve) => {
      setTimeout(resolve, LOOK_EVERY_MS);
    });
  }
  return null;
}

function whyNot(error: unknown): { code: string; text: string } {
  if (error instanceof ReaderNotLoaded) return error;
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'NotAllowedError') return { code: 'CAMERA_NOT_ALLOWED', text: '浏览器没有允许使用摄像头。请在地址栏里允许后再按一次。' };
  if (name === 'NotFoundError' || name === 'OverconstrainedError') return { code: 'CAMERA_MISSING', text: '没有找到摄像头。' };
  if (name === 'NotSupportedError') return { code: 'CAMERA_NOT_SUPPORTED', text: '这个地址不能用摄像头：要在本机打开，或用 https。' };
  return { code: 'CAMERA_FAILED', text: '摄像头打不开，可能正被别的程序使用。' };
}
