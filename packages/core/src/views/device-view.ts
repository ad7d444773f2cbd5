import type { Fen } from '@gongji/domain';
import type { PersonCard } from './person-view';
import type { RuleReference } from './rule-reference';

/** Given once, to the phone that asked. */
export interface OfflineKey {
  readonly offlineKeyId: string;
  readonly person: PersonCard;
  readonly own: boolean;
  readonly handle: string;
  readonly secret: string;
  readonly stepSeconds: number;
  readonly givenAt: string;
  readonly mostPerDay: number;
  readonly mostFenPerDay: Fen;
  readonly rule: RuleReference;
}

export interface DeviceList {
  readonly devices: {
    /** One's own phone's; of somebody else's phone the key that it holds, since what a phone calls itself is its owner's. */
    deviceId: string;
    name: string;
    lastSeenAt: string;
    offlineKeys: { offlineKeyId: string; person: string; own: boolean; givenAt: string }[];
  }[];
}
