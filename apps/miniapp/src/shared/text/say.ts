import { englishSpeaker, fill, type PlacesOf } from '@gongji/texts';
import { forget, keep, readKept } from '../platform/storage';

// The catalogues are Chinese. A phone that speaks English keeps the English for each of their texts; what has none stays Chinese.

interface Kept {
  readonly version: string;
  readonly texts: Readonly<Record<string, string>>;
}
type Given<T extends string> = [PlacesOf<T>] extends [never] ? [] : [values: Readonly<Record<PlacesOf<T>, string | number>>];

/** Translates a Chinese text into English; null: the phone speaks Chinese; undefined: not read from storage yet. */
let english: ((text: string) => string) | null | undefined;

function spoken() {
  if (english === undefined) {
    const kept = readKept<Kept>('english');
    english = kept === undefined ? null : englishSpeaker(kept.texts);
  }
  return english;
}

/** A text of the catalogue, or one that came filled from the service, in the language of this phone. To be called while drawing, never while a file is loaded. */
export function say<T extends string>(text: T, ...[values]: Given<T>): string {
  const said = spoken()?.(text) ?? text;
  return values === undefined ? said : fill(said, values);
}

export const speaksEnglish = (): boolean => spoken() !== null;

/** Which texts the phone keeps, by the name that the service gave them. */
export const keptEnglish = (): string | undefined => readKept<Kept>('english')?.version;

export function speakEnglish(kept: Kept): void {
  keep('english', kept);
  turnTo(englishSpeaker(kept.texts));
}

export function speakChinese(): void {
  forget('english');
  turnTo(null);
}

const listeners = new Set<() => void>();
function turnTo(next: typeof english): void {
  english = next;
  for (const listener of listeners) listener();
}

/** For what stands outside of the pages, which begin anew in another language. */
export function onLanguage(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** As after a new launch: what was chosen is read from the phone again. */
export function forgetLanguage(): void {
  english = undefined;
}
