import { copy } from './copy';
import { inWeChat } from './target';

/** A mini program may not open foreign pages: there the address is copied, to be opened in a browser. */
export const opensPages = !inWeChat;

export function openPage(address: string): void {
  if (opensPages) window.open(address, '_blank', 'noopener,noreferrer');
  else copy(address);
}
