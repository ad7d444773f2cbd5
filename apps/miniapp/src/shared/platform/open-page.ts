import { copy } from './copy';
import { inWeChat } from './target';

/** A mini program may not open foreign pages: there the address is copied, to be opened in a browser. */
export const opensPages = !inWeChat;

export function openPage(address: string): void {
  // Spelt out, so that the browser version's first load is without Taro's clipboard and all its pop-ups.
  if (process.env.TARO_ENV === 'weapp') copy(address);
  else window.open(address, '_blank', 'noopener,noreferrer');
}
