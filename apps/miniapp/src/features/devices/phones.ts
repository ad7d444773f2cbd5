import type { DeviceList, SessionList } from '@gongji/contract';
import { DEVICES } from '@gongji/texts';
import { say } from '@/shared/text/say';

export type Device = DeviceList['devices'][number];
export type LogIn = SessionList['sessions'][number];

/** Somebody else's phone is listed by the key that it holds: who is logged in there, and when it was used, is not for the reader. */
export const isOfAnother = ({ deviceId: id, offlineKeys }: Device): boolean => offlineKeys.some(({ offlineKeyId }) => offlineKeyId === id);

/** A phone as the person knows it: what it may show, and where it is logged in. */
export interface Phone {
  /** In the language of this phone: the service keeps it in Chinese. */
  readonly name: string;
  readonly lastUsedAt: string;
  /** null: it never showed a code, and holds none. */
  readonly device: Device | null;
  readonly logIns: readonly LogIn[];
}

/** Phones with codes and phones with log-ins are one list, the last used first. */
export function phonesOf(devices: readonly Device[], logIns: readonly LogIn[]): readonly Phone[] {
  const known = devices.map((device): Phone => {
    const own = logIns.filter(({ deviceId }) => deviceId === device.deviceId);
    const name = own.find(({ deviceName }) => deviceName !== '')?.deviceName ?? device.name;
    return { name: say(name), lastUsedAt: latest([device.lastSeenAt, ...own.map(({ lastUsedAt }) => lastUsedAt)]), device, logIns: own };
  });
  const others = logIns.filter(({ deviceId }) => !devices.some((device) => device.deviceId === deviceId));
  const names = new Set(others.map(({ deviceId, sessionId }) => deviceId ?? sessionId));
  const loggedIn = [...names].map((name): Phone => {
    const own = others.filter(({ deviceId, sessionId }) => (deviceId ?? sessionId) === name);
    return {
      name: say(own[0]?.deviceName || DEVICES.phone.noName),
      lastUsedAt: latest(own.map(({ lastUsedAt }) => lastUsedAt)),
      device: null,
      logIns: own,
    };
  });
  return [...known, ...loggedIn].sort((a, b) => Date.parse(b.lastUsedAt) - Date.parse(a.lastUsedAt));
}

const latest = (instants: readonly string[]): string => instants.reduce((a, b) => (Date.parse(a) > Date.parse(b) ? a : b));
