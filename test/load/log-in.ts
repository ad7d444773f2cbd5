import { randomUUID } from 'node:crypto';
import { PRIVACY_TEXT } from '@gongji/domain';
import { openSession } from '../../apps/bff/src/http/session';
import { openRedisStore } from '../../apps/bff/src/outside/short-lived-store.redis';
import { idOf } from './rounds';

/** A session for each of the first so many payers, in their order; their tokens. */
export async function logInPayers(redisUrl: string, payers: number): Promise<readonly string[]> {
  const store = await openRedisStore(redisUrl);
  try {
    const tokens: string[] = [];
    for (let number = 1; number <= payers; number += 1) tokens.push((await openSession(store, sessionOf(number))).token);
    return tokens;
  } finally {
    await store.close();
  }
}

const sessionOf = (number: number) => ({
  sessionId: randomUUID(),
  personId: idOf('payer', number),
  device: null,
  openedAt: new Date().toISOString(),
  consentVersion: PRIVACY_TEXT.version,
});
