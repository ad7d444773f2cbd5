import type { PlainDate } from '@gongji/domain';
import { keep, readKept } from '@/shared/platform/storage';
import { isFresh } from '@/shared/session/begun';
import type { Draft } from './draft';

// A half-filled form survives the app being closed: a day long, on this phone, for the person who filled it in. The certificate number
// never lands there; it stays in memory and has to be typed again after a restart.

export type Step = 'before' | 'consent' | 'person' | 'grants' | 'check' | 'sign';

export interface KeptDraft {
  readonly draft: Draft;
  readonly step: Step;
  /** The day on which it was sent and nobody answered; null: it was not sent, or the outcome is known. */
  readonly sentOn: PlainDate | null;
}

interface Stored extends KeptDraft {
  readonly meId: string;
  readonly subject: string;
  readonly keptAt: number;
}

/** The subject of a draft for somebody who is not bound yet. */
export const NEW_RELATIVE = 'new';
/** Nothing is filled in there. */
const BEFORE_FIELDS: readonly Step[] = ['before', 'consent'];

interface Owner {
  readonly meId: string;
  readonly subject: string;
}

let secret: (Owner & Pick<Draft, 'certificateNumber' | 'signature'>) | undefined;

const isOf =
  ({ meId, subject }: Owner) =>
  (other: Owner): boolean =>
    other.meId === meId && other.subject === subject;

const stored = (): readonly Stored[] => (readKept<readonly Stored[]>('drafts') ?? []).filter(isFresh);

export function keptDraft(owner: Owner): KeptDraft | undefined {
  const found = stored().find(isOf(owner));
  if (found === undefined) return undefined;
  const { draft, step, sentOn } = found;
  if (secret === undefined || !isOf(owner)(secret)) return { draft, step, sentOn };
  const { certificateNumber, signature } = secret;
  return { draft: { ...draft, certificateNumber, signature }, step, sentOn };
}

/** A new relative whom this person began to bind: by name as far as that is filled in. */
export function begunRelative(meId: string): { readonly name: string } | undefined {
  const found = keptDraft({ meId, subject: NEW_RELATIVE });
  return found === undefined || BEFORE_FIELDS.includes(found.step) ? undefined : { name: found.draft.name };
}

/** What was signed is kept only while nobody knows whether it arrived: sent again, it has to be the same request. */
export function keepDraft(owner: Owner, { draft, step, sentOn }: KeptDraft): void {
  const { certificateNumber, signature } = draft;
  secret = { ...owner, certificateNumber, signature };
  const shown: Draft = { ...draft, certificateNumber: '', signature: sentOn === null ? '' : signature };
  keep('drafts', [...others(owner), { ...owner, draft: shown, step, sentOn, keptAt: Date.now() }]);
}

export function dropDraft(owner: Owner): void {
  if (secret !== undefined && isOf(owner)(secret)) secret = undefined;
  keep('drafts', others(owner));
}

const others = (owner: Owner): readonly Stored[] => stored().filter((each) => !isOf(owner)(each));

/** As after the app was closed: only what is on the phone is left. */
export function forgetSecret(): void {
  secret = undefined;
}
