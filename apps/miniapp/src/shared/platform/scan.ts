import Taro from '@tarojs/taro';
import { inWeChat } from './target';

/** A browser has no scanner; the phone's own camera opens the address there. */
export const canScan = inWeChat;

/** What the code says; undefined where nobody scanned anything. */
export const scanCode = (): Promise<string | undefined> =>
  Taro.scanCode({ onlyFromCamera: false, scanType: ['qrCode'] }).then(
    ({ result }) => result,
    () => undefined,
  );
