import { forget, keep, readKept } from '../platform/storage';

// What somebody was filling in: theirs alone, and on the phone for a day at most. It also goes when their log-in is ended.

/** As long as the key of a request is kept: afterwards the same request would be a new wish anyway. */
export const DRAFT_MS = 24 * 3_600_000;

interface Begun {
  readonly meId: string;
  readonly keptAt: number;
}

export const isFresh = ({ keptAt }: Begun): boolean => Date.now() - keptAt < DRAFT_MS;

/** `meId`: of this person only. */
export function keepOnlyFresh(meId?: string): void {
  const stays = (each: Begun) => isFresh(each) && (meId ?? each.meId) === each.meId;
  const complaint = readKept<Begun>('complaint');
  if (complaint === undefined || !stays(complaint)) forget('complaint');
  keep('drafts', (readKept<readonly Begun[]>('drafts') ?? []).filter(stays));
}
