import type { WriteComplaintRequest } from '@gongji/contract';
import { COMPLAINT_KIND_TEXT, COMPLAINT_KINDS, COMPLAINT_TEXT_BOUNDS, type ComplaintKind, parsePhone } from '@gongji/domain';
import { COMPLAINTS } from '@gongji/texts';
import { forget, keep, readKept } from '@/shared/platform/storage';
import { isFresh } from '@/shared/session/begun';
import { say } from '@/shared/text/say';
import type { FieldError } from '@/shared/ui/error-summary';

// What somebody writes survives a failure, the way back and the app being closed: a day long, on this phone, for the person who wrote it.

export type About = NonNullable<WriteComplaintRequest['about']>;

export interface ComplaintDraft {
  readonly kind: ComplaintKind | null;
  readonly text: string;
  readonly about: About | null;
  readonly reference: string | null;
  readonly errorCode: string | null;
  readonly wantsCall: boolean;
  readonly phone: string;
}

/** What the page that led here knows. */
export type KnownBefore = Partial<Pick<ComplaintDraft, 'about' | 'reference' | 'errorCode'>>;

const NO_OCCASION = { about: null, reference: null, errorCode: null } as const;
const EMPTY: ComplaintDraft = { kind: null, text: '', ...NO_OCCASION, wantsCall: false, phone: '' };

interface Stored {
  readonly meId: string;
  readonly draft: ComplaintDraft;
  readonly keptAt: number;
}

const stored = (meId: string): ComplaintDraft | undefined => {
  const kept = readKept<Stored>('complaint');
  return kept !== undefined && kept.meId === meId && isFresh(kept) ? kept.draft : undefined;
};

export const hasWords = (draft: ComplaintDraft): boolean => draft.text.trim() !== '';

/** Words begun before are never thrown away for a new occasion, but what they were about is, as a whole. */
export function openDraft(meId: string, known: KnownBefore): { readonly draft: ComplaintDraft; readonly found: boolean } {
  const before = stored(meId);
  if (before === undefined || !hasWords(before)) return { draft: emptyDraft(known), found: false };
  return { draft: Object.keys(known).length === 0 ? before : { ...before, ...NO_OCCASION, ...known }, found: true };
}

export const emptyDraft = (known: KnownBefore): ComplaintDraft => ({ ...EMPTY, ...known });
export const keepDraft = (meId: string, draft: ComplaintDraft): void =>
  keep('complaint', { meId, draft, keptAt: Date.now() } satisfies Stored);
/** Once it has been written. What was begun since, or by somebody else, stays. */
export function dropSent(meId: string, sent: WriteComplaintRequest): void {
  const kept = stored(meId);
  if (kept !== undefined && isSame(requestOf(kept), sent)) forget('complaint');
}

export const isSame = (one: WriteComplaintRequest, other: WriteComplaintRequest): boolean => JSON.stringify(one) === JSON.stringify(other);

export const kindOptions = () => COMPLAINT_KINDS.map((value) => ({ value, label: say(COMPLAINT_KIND_TEXT[value]) }));

/** As the BFF checks it, said before anything is sent. */
export function draftErrors({ kind, text, wantsCall, phone }: ComplaintDraft): readonly FieldError[] {
  const { least } = COMPLAINT_TEXT_BOUNDS;
  return [
    ...(kind === null ? [{ field: 'kind', text: say(COMPLAINTS.form.kindMissing) }] : []),
    ...(text.trim().length < least ? [{ field: 'text', text: say(COMPLAINTS.form.textMissing, { least }) }] : []),
    ...(wantsCall && parsePhone(phone) === undefined ? [{ field: 'phone', text: say(COMPLAINTS.form.phoneWrong) }] : []),
  ];
}

/** Of a draft without errors. */
export const requestOf = ({ kind, text, about, reference, errorCode, wantsCall, phone }: ComplaintDraft): WriteComplaintRequest => ({
  kind: kind ?? 'other',
  text: text.trim(),
  about,
  reference,
  errorCode,
  phone: wantsCall ? phone : null,
});

const SUBJECTS: readonly string[] = ['payment', 'settlement', 'binding'] satisfies readonly About['kind'][];

/** What a link to the form carried. Anything else in it is passed over. */
export function knownFrom({ about = '', id = '', reference = '', errorCode = '' }: Readonly<Record<string, string>>): KnownBefore {
  return {
    ...(SUBJECTS.includes(about) && id !== '' ? { about: { kind: about as About['kind'], id } } : {}),
    ...(/^[A-Za-z0-9-]{4,64}$/.test(reference) ? { reference } : {}),
    ...(/^[A-Z_]{3,60}$/.test(errorCode) ? { errorCode } : {}),
  };
}
