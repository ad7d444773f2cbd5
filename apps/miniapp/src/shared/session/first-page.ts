import { linkTo } from '../platform/navigation';
import { readKept } from '../platform/storage';
import { inWeChat } from '../platform/target';
import { readToken } from './token';

/** A browser that knows nobody opens at the log-in. The page with the code, which opens otherwise, would be fetched and drawn only to send them there. */
export function openWhereNobodyIs(): void {
  if (inWeChat || window.location.hash !== '' || readToken() !== undefined || readKept('demoKey') !== undefined) return;
  window.history.replaceState(null, '', linkTo('log-in'));
}
