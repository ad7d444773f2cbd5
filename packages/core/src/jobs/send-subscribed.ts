import type { CoreDeps } from '../deps';
import { NotSent } from '../outside';
import { claim, endAllowances, findToSend, giveBack, SEND_PAGE } from '../store/subscription.store';
import { inTransaction } from '../store/transaction';
import { eachApart } from './each-apart';

/**
 * Brings messages to those who allowed it, each at most once: WeChat knows no request key, so a message is taken before it leaves. What surely did not leave
 * is given back for the next round; after a lost answer it stays taken, for it may have arrived, and stands in the inbox anyway. Answers how many left.
 */
export async function sendSubscribed(deps: CoreDeps): Promise<number> {
  const { subscribeMessages } = deps;
  if (subscribeMessages === undefined) return 0;
  let sent = 0;
  let page: Awaited<ReturnType<typeof findToSend>>;
  do {
    page = await findToSend(deps.db);
    await eachApart(page, async (due) => {
      const message = await inTransaction(deps.db, (tx) => claim(tx, deps, due));
      if (message === undefined) return;
      try {
        const outcome = await subscribeMessages.send(message);
        if (outcome === 'refused') await inTransaction(deps.db, (tx) => endAllowances(tx, message));
        else sent += 1;
      } catch (error) {
        if (!(error instanceof NotSent)) throw error;
        await inTransaction(deps.db, (tx) => giveBack(tx, message));
        throw error;
      }
    });
  } while (page.length === SEND_PAGE);
  return sent;
}
