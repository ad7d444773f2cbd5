import { createHash, randomBytes } from 'node:crypto';
import { AppError, PRIVACY_TEXT } from '@gongji/domain';
import { z } from 'zod';
import type { ShortLivedStore } from '../outside/short-lived-store';
import type { EdgeContext, Middleware, Session } from './edge-context';
import { forgetSessions, noteSession, noteUse, SESSION_MS, wasEnded } from './session-list';

// The token is always ours: 32 random bytes, given once, kept as its hash. A token that the caller brings to the log-in is not looked at.

const BEARER = /^Bearer ([A-Za-z0-9_-]{43})$/;

const kept = z.strictObject({
  sessionId: z.string(),
  personId: z.string(),
  device: z.strictObject({ deviceId: z.string(), name: z.string() }).nullable(),
  openedAt: z.string(),
  // Under a text that does not hold any more nobody stays logged in: the next log-in asks.
  consentVersion: z.literal(PRIVACY_TEXT.version),
});

/** The session first, then its line in the list. If the process dies in between, the next use adds the line, and the session can be ended from then on. */
export async function openSession(
  store: ShortLivedStore,
  session: Session,
): Promise<{ readonly token: string; readonly expiresAt: string }> {
  const token = randomBytes(32).toString('base64url');
  const key = sessionKey(token);
  await store.put(key, JSON.stringify(session), SESSION_MS);
  await noteSession(store, { key, session, usedAt: session.openedAt, ttlMs: SESSION_MS });
  return { token, expiresAt: new Date(Date.parse(session.openedAt) + SESSION_MS).toISOString() };
}

/** Who is asking. Throws SESSION_MISSING without a token, SESSION_ENDED for one that somebody ended, SESSION_EXPIRED for any other that is not (or no longer) ours. */
export const requireSession =
  (store: ShortLivedStore, now: () => Date): Middleware =>
  async (ctx, next) => {
    const token = tokenOf(ctx);
    if (token === undefined) throw new AppError('SESSION_MISSING');
    const key = sessionKey(token);
    const found = await findSessionAt(store, key);
    if (found === undefined) throw new AppError((await wasEnded(store, key)) ? 'SESSION_ENDED' : 'SESSION_EXPIRED');
    ctx.state.session = found;
    await noteUse(store, { key, session: found, usedAt: now().toISOString(), ttlMs: SESSION_MS });
    await next();
  };

/** The session of a token; undefined where it is not (or no longer) ours. */
export const findSession = (store: ShortLivedStore, token: string): Promise<Session | undefined> => findSessionAt(store, sessionKey(token));

async function findSessionAt(store: ShortLivedStore, key: string): Promise<Session | undefined> {
  const found = await store.get(key);
  if (found === undefined) return undefined;
  // One of an older version is none: whoever has it logs in again.
  return kept.safeParse(JSON.parse(found)).data;
}

export async function closeSession(store: ShortLivedStore, ctx: EdgeContext): Promise<void> {
  const token = tokenOf(ctx);
  if (token !== undefined) await forgetSessions(store, [sessionKey(token)]);
}

const tokenOf = (ctx: EdgeContext): string | undefined => BEARER.exec(ctx.get('Authorization'))?.[1];
const sessionKey = (token: string): string => `session:${createHash('sha256').update(token).digest('hex')}`;
