import type { CoreDeps } from '../deps';
import { NotSent, NotTaken, type SubscribeMessages } from '../outside';
import { claim, endAllowances, findToSend, giveAllowanceBack, giveBack, SEND_PAGE, type ToSend } from '../store/subscription.store';
import { inTransaction } from '../store/transaction';
import { eachApart } from '../request-lists/each-apart';

/**
 * Brings messages to those who allowed it, each at most once: WeChat knows no request key, so a message is taken before it leaves. What surely did not leave
 * is given back for the next round; after a lost answer it stays taken, for it may have arrived, and stands in the inbox anyway. Answers how many left.
 */
export async function sendSubscribed(deps: CoreDeps): Promise<number> {
  const { subscribeMessages } = deps;
  if (subscribeMessages === undefined) return 0;
  const failures: unknown[] = [];
  let sent = 0;
  let page: Awaited<ReturnType<typeof findToSend>>;
  let passed: number;
  do {
    passed = 0;
    page = await findToSend(deps.db);
    await eachApart(page, async (due) => {
      const message = await inTransaction(deps.db, (tx) => claim(tx, deps, due));
      if (message !== undefined && (await bring(deps, subscribeMessages, message)) === 'sent') sent += 1;
      passed += 1;
    }).catch((error: unknown) => void failures.push(error));
    // If not one message of a page went through, WeChat itself is in trouble.
  } while (page.length === SEND_PAGE && passed > 0);
  if (failures.length > 0) throw failures[0];
  return sent;
}

async function bring(deps: CoreDeps, { send }: SubscribeMessages, message: ToSend): Promise<'sent' | 'refused'> {
  try {
    const outcome = await send(message);
    if (outcome === 'refused') await inTransaction(deps.db, (tx) => endAllowances(tx, message));
    return outcome;
  } catch (error) {
    if (error instanceof NotSent) await inTransaction(deps.db, (tx) => giveBack(tx, message));
    if (error instanceof NotTaken) await inTransaction(deps.db, (tx) => giveAllowanceBack(tx, message));
    throw error;
  }
}
