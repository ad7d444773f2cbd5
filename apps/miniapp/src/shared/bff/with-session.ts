import type { ErrorResponse } from '@gongji/contract';
import { presentVisit } from './answers';
import { renewSession } from '../session/silent-log-in';
import { endToken, keptToken, loseToken, readToken } from '../session/token';
import type { Reply } from './send';

type Exchange = (headers: Readonly<Record<string, string>>) => Promise<Reply | undefined>;

/**
 * Sends the session's token in a header, never in an address. A session that has run out is renewed quietly, once; one that was ended never is. If nobody
 * answers the renewal, it is tried again with the next call, and the phone forgets nothing.
 */
export async function withSession(renews: boolean, exchange: Exchange): Promise<Reply | undefined> {
  let token: string | undefined;
  const send = () => {
    token = readToken();
    return exchange(token === undefined ? {} : { authorization: `Bearer ${token}` });
  };
  const askedIn = presentVisit();
  let reply = await send();
  if (!renews) return reply;
  // Another call has renewed it meanwhile.
  if (reply?.status === 401 && token !== readToken() && askedIn === presentVisit()) reply = await send();
  // For an older log-in, or one that another tab has replaced, it says nothing about who is on this phone now.
  if (reply?.status !== 401 || token !== keptToken()) return reply;
  if ((reply.body as Partial<ErrorResponse> | null)?.code === 'SESSION_ENDED') {
    endToken();
    return reply;
  }
  const renewal = await renewSession();
  if (renewal === 'unknown') return undefined;
  const again = renewal === 'renewed' ? await send() : reply;
  if (again?.status === 401 && token === keptToken()) loseToken();
  return again;
}
