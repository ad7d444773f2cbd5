import type { OfflineKey } from '@gongji/contract';
import type { Refusal } from '@/shared/bff/outcome';
import { forget, keep, readKept } from '@/shared/platform/storage';
import { type Reserve, troubleOf } from './code-phase';

// What a phone keeps to show codes without network. It goes with the log-in, with the device, and with the right to show the person.

type Contact = Pick<Reserve, 'clockLeadMs' | 'lastContactAt'>;
interface Kept extends Contact {
  /** Who was logged in when the keys were given. */
  readonly holderId: string;
  readonly keys: readonly OfflineKey[];
}

let met: Contact = { clockLeadMs: 0, lastContactAt: 0 };

const kept = (): Kept | undefined => readKept<Kept>('offlineKeys');
const keepAll = (holderId: string, keys: readonly OfflineKey[]): void => keep('offlineKeys', { holderId, keys, ...met } satisfies Kept);
const without = (keys: readonly OfflineKey[], personId: string) => keys.filter(({ person }) => person.personId !== personId);

/** Of everybody whose code this phone may show without network. */
export function reserves(): readonly Reserve[] {
  const { keys, clockLeadMs, lastContactAt } = kept() ?? { keys: [], ...met };
  return keys.map((key) => ({ key, clockLeadMs, lastContactAt }));
}

export const holderOfReserves = (): string => kept()?.holderId ?? '';

export const reserveOf = (personId: string): Reserve | null => reserves().find(({ key }) => key.person.personId === personId) ?? null;

export function keepKey(holderId: string, key: OfflineKey): void {
  const before = kept();
  const others = before?.holderId === holderId ? without(before.keys, key.person.personId) : [];
  keepAll(holderId, [...others, key]);
}

/** The server's clock is the one that codes are made by. */
export function metServer(instant: string): void {
  met = { clockLeadMs: Date.parse(instant) - Date.now(), lastContactAt: Date.now() };
  const before = kept();
  if (before !== undefined) keepAll(before.holderId, before.keys);
}

/** Who may not show a code with network may not show one without. Of a device that was removed nothing is left. */
export function weighRefusal(personId: string, refusal: Refusal): void {
  if (troubleOf(refusal).kind === 'busy') return;
  const before = kept();
  if (refusal.code.startsWith('DEVICE_')) forget('offlineKeys');
  else if (before !== undefined) keepAll(before.holderId, without(before.keys, personId));
}
