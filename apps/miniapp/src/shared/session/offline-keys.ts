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
  /** People whose keys were revoked; if the phone itself was removed, its holder. */
  readonly taken: readonly string[];
}

/** In this launch. Until then, what was kept counts. */
let met: Contact | undefined;
const NEVER_MET: Contact = { clockLeadMs: 0, lastContactAt: 0 };

const kept = (): Kept | undefined => readKept<Kept>('offlineKeys');
const keepAll = ({ holderId, keys, taken }: Pick<Kept, 'holderId' | 'keys' | 'taken'>): void =>
  keep('offlineKeys', { ...NEVER_MET, ...kept(), holderId, keys, taken, ...met } satisfies Kept);
const without = (keys: readonly OfflineKey[], personId: string) => keys.filter(({ person }) => person.personId !== personId);

/** Of everybody whose code this phone may show without network. */
export function reserves(): readonly Reserve[] {
  const { keys, clockLeadMs, lastContactAt } = kept() ?? { keys: [], ...NEVER_MET };
  return keys.map((key) => ({ key, clockLeadMs, lastContactAt }));
}

export const reserveOf = (personId: string): Reserve | null => reserves().find(({ key }) => key.person.personId === personId) ?? null;

export const holderOfReserves = (): string => kept()?.holderId ?? '';

export function keepKey(holderId: string, key: OfflineKey): void {
  const before = kept();
  const { keys, taken } = before?.holderId === holderId ? before : { keys: [], taken: [] };
  keepAll({ holderId, keys: [...without(keys, key.person.personId), key], taken });
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

/** A phone that was removed keeps none. */
export const dropKeysOfRemoved = (holderId: string): void => keepAll({ holderId, keys: [], taken: [holderId] });

/** The key was revoked from another phone; nobody tells this one. */
export function loseKeyOf(personId: string): void {
  dropKeyOf(personId);
  const before = kept();
  if (before !== undefined) keepAll({ ...before, taken: [...before.taken, personId] });
}

/** For whom none is asked for before the next log-in: for nobody where all were taken back, as from a phone that was removed. */
export function wasTaken(holderId: string, personId: string): boolean {
  const now = kept();
  return now?.holderId === holderId && (now.taken.includes(personId) || (now.taken.length > 0 && now.keys.length === 0));
}
