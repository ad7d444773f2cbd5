import type { OfflineKey } from '@gongji/contract';
import { keep, readKept } from '../platform/storage';

// What a phone keeps to show codes without network. It goes with the log-in, with the device, and with the right to show the person.

/** What a code without network is made of, and how far this phone's clock was behind the server's when they last met. */
export interface Reserve {
  readonly key: OfflineKey;
  readonly clockLeadMs: number;
  /** By this phone. */
  readonly lastContactAt: number;
}

type Contact = Pick<Reserve, 'clockLeadMs' | 'lastContactAt'>;
interface Kept extends Contact {
  /** Who was logged in when the keys were given. */
  readonly holderId: string;
  readonly keys: readonly OfflineKey[];
  /** This phone was removed from the devices: it asks for no key before the next log-in. */
  readonly removed: boolean;
}

let met: Contact = { clockLeadMs: 0, lastContactAt: 0 };

const kept = (): Kept | undefined => readKept<Kept>('offlineKeys');
const keepAll = (given: Pick<Kept, 'holderId' | 'keys' | 'removed'>): void => keep('offlineKeys', { ...given, ...met } satisfies Kept);
const without = (keys: readonly OfflineKey[], personId: string) => keys.filter(({ person }) => person.personId !== personId);

/** Of everybody whose code this phone may show without network. */
export function reserves(): readonly Reserve[] {
  const { keys, clockLeadMs, lastContactAt } = kept() ?? { keys: [], ...met };
  return keys.map((key) => ({ key, clockLeadMs, lastContactAt }));
}

export const reserveOf = (personId: string): Reserve | null => reserves().find(({ key }) => key.person.personId === personId) ?? null;

export const holderOfReserves = (): string => kept()?.holderId ?? '';

export function keepKey(holderId: string, key: OfflineKey): void {
  const before = kept();
  const others = before?.holderId === holderId ? without(before.keys, key.person.personId) : [];
  keepAll({ holderId, keys: [...others, key], removed: false });
}

/** The server's clock is the one that codes are made by. */
export function metServer(instant: string): void {
  met = { clockLeadMs: Date.parse(instant) - Date.now(), lastContactAt: Date.now() };
  const before = kept();
  if (before !== undefined) keepAll(before);
}

/** Who may not show a code with network may not show one without. */
export function dropKeyOf(personId: string): void {
  const before = kept();
  if (before !== undefined) keepAll({ ...before, keys: without(before.keys, personId) });
}

/** Of a phone that was removed, here or on another phone, nothing is left. */
export const dropKeysOfRemoved = (holderId: string): void => keepAll({ holderId, keys: [], removed: true });

export const wasRemoved = (holderId: string): boolean => kept()?.removed === true && kept()?.holderId === holderId;
