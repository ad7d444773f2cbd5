import { AppError } from '@gongji/domain';
import { z } from 'zod';
import type { ShortLivedStore } from '../outside/short-lived-store';
import type { Session } from './edge-context';

// A person's sessions by their keys, so that they can be shown and ended. Only the session itself counts: a line whose session is gone means nothing.

export const SESSION_MS = 12 * 3_600_000;
/** How exact the time of the last use is: it is not written with every request. */
const USE_NOTED_EVERY_MS = 5 * 60_000;
const MOST_REMEMBERED = 20_000;

interface Noted {
  /** Under which the session is kept. */
  readonly key: string;
  readonly session: Session;
  readonly usedAt: string;
  readonly ttlMs: number;
}

const line = z.strictObject({
  sessionId: z.string(),
  deviceId: z.string().nullable(),
  deviceName: z.string(),
  openedAt: z.string(),
  lastUsedAt: z.string(),
});
export type SessionLine = z.infer<typeof line>;

const listKey = (personId: string): string => `sessions-of:${personId}`;

export async function noteSession(store: ShortLivedStore, { key, session, usedAt, ttlMs }: Noted): Promise<void> {
  const { sessionId, personId, device, openedAt } = session;
  const noted: SessionLine = {
    sessionId,
    deviceId: device?.deviceId ?? null,
    deviceName: device?.name ?? '',
    openedAt,
    lastUsedAt: usedAt,
  };
  await store.putField(listKey(personId), { name: key, value: JSON.stringify(noted) }, ttlMs);
  lastNoted(store).set(key, Date.parse(usedAt));
}

/** Writes the last use where this process has not done so of late. */
export async function noteUse(store: ShortLivedStore, noted: Noted): Promise<void> {
  const before = lastNoted(store).get(noted.key);
  if (before === undefined || Math.abs(Date.parse(noted.usedAt) - before) > USE_NOTED_EVERY_MS) await noteSession(store, noted);
}

const notedBy = new WeakMap<ShortLivedStore, Map<string, number>>();
function lastNoted(store: ShortLivedStore): Map<string, number> {
  const known = notedBy.get(store) ?? new Map<string, number>();
  if (known.size > MOST_REMEMBERED) known.clear();
  notedBy.set(store, known);
  return known;
}

/** Sessions that stand, the newest first, by the keys under which they are kept. */
export async function listSessions(store: ShortLivedStore, personId: string): Promise<readonly (readonly [key: string, SessionLine])[]> {
  const lines = Object.entries(await store.fields(listKey(personId)));
  const standing = await Promise.all(lines.map(async ([key]) => (await store.get(key)) !== undefined));
  const gone = lines.filter((_, index) => standing[index] !== true).map(([key]) => key);
  await store.removeFields(listKey(personId), gone);
  const found = lines.filter((_, index) => standing[index] === true).map(([key, text]) => [key, line.parse(JSON.parse(text))] as const);
  return found.sort(([, a], [, b]) => (a.openedAt > b.openedAt ? -1 : 1));
}

/** At once, for every process: the next request on an ended session is refused, whichever takes it. */
export async function endSessions(store: ShortLivedStore, personId: string, ends: (session: SessionLine) => boolean): Promise<void> {
  const ended = (await listSessions(store, personId)).filter(([, session]) => ends(session)).map(([key]) => key);
  await forgetSessions(store, ended);
  await store.removeFields(listKey(personId), ended);
}

const endedKey = (key: string): string => `ended-${key}`;

/**
 * All at the same moment: one after the other, whoever asks could lose their own log-in first, and with it the chance to try again. For as long as an ended session
 * would have lasted, its phone is told that it was ended, and does not log itself in again.
 */
export const forgetSessions = (store: ShortLivedStore, keys: readonly string[]): Promise<unknown> =>
  Promise.all(keys.map((key) => Promise.all([store.put(endedKey(key), '', SESSION_MS), store.remove(key)])));

export const wasEnded = async (store: ShortLivedStore, key: string): Promise<boolean> => (await store.get(endedKey(key))) !== undefined;

/**
 * For after a commit. A store that does not answer would look like a refusal, as if nothing had happened. As a bug the outcome is unknown to the phone, which
 * sends the same key again, and that ends the sessions.
 */
export const endSessionsAfterCommit: typeof endSessions = (...asked) =>
  endSessions(...asked).catch((thrown: unknown) => {
    throw thrown instanceof AppError ? new AppError('UNEXPECTED') : thrown;
  });
