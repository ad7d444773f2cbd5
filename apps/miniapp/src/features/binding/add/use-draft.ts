import { useRef, useState } from 'react';
import { useMe } from '@/shared/session/session';
import type { Draft } from './draft';
import { dropDraft, keepDraft, type KeptDraft, keptDraft, type Step } from './kept-draft';
import { emptyDraft, stepsOf, type Subject, subjectKey } from './subject';

export interface DraftOnPhone extends KeptDraft {
  /** Begun before. sent: and nobody knows whether it arrived. */
  readonly found: 'draft' | 'sent' | null;
  /** The step on which it went on. */
  readonly foundAt: Step;
  readonly become: (changes: Partial<KeptDraft>) => void;
  /** Gives the draft as it is after the change. */
  readonly change: (changes: Partial<Draft>) => Draft;
  readonly drop: () => void;
  readonly startOver: () => void;
}

type Start = { readonly kept: KeptDraft } & Pick<DraftOnPhone, 'found' | 'foundAt'>;

/** What has been filled in, kept on the phone with every change. */
export function useDraft(subject: Subject): DraftOnPhone {
  const me = useMe();
  const owner = { meId: me.personId, subject: subjectKey(subject) };
  const [{ kept, ...start }, setState] = useState<Start>(() => startOf(subject, keptDraft(owner)));

  // Two changes may come before the page is drawn again: the second one adds to the first.
  const newest = useRef(kept);

  const become = (changes: Partial<KeptDraft>) => {
    newest.current = { ...newest.current, ...changes };
    keepDraft(owner, newest.current);
    setState({ kept: newest.current, ...start });
  };
  const change = (changes: Partial<Draft>) => {
    const before = newest.current;
    const changesWhatWasSigned = unsigns(before, changes);
    const draft = { ...before.draft, ...(changesWhatWasSigned ? { signature: '' } : {}), ...changes };
    become({ draft, sentOn: changesWhatWasSigned ? null : before.sentOn });
    return draft;
  };
  const drop = () => dropDraft(owner);
  const startOver = () => {
    drop();
    const anew = startOf(subject, undefined);
    newest.current = anew.kept;
    setState(anew);
  };
  return { ...kept, ...start, become, change, drop, startOver };
}

/** A signature stands for what was shown above it. Only the number may be typed again for a request that was sent: it was part of what was signed. */
function unsigns({ draft, sentOn }: KeptDraft, changes: Partial<Draft>): boolean {
  return (Object.keys(changes) as (keyof Draft)[]).some(
    (name) => changes[name] !== draft[name] && name !== 'signature' && (name !== 'certificateNumber' || sentOn === null),
  );
}

/** After a restart the number is missing: back to where it is asked for. */
function startOf(subject: Subject, kept: KeptDraft | undefined): Start {
  const steps = stepsOf(subject);
  const first = steps[0] ?? 'consent';
  if (kept === undefined) return { kept: { draft: emptyDraft(subject), step: first, sentOn: null }, found: null, foundAt: first };
  const person = steps.indexOf('person');
  const numberMissing = person >= 0 && kept.draft.certificateNumber === '' && steps.indexOf(kept.step) > person;
  const step = numberMissing ? 'person' : kept.step;
  const begun = steps.indexOf(step) > steps.indexOf('consent');
  return { kept: { ...kept, step }, found: kept.sentOn !== null ? 'sent' : begun ? 'draft' : null, foundAt: step };
}
