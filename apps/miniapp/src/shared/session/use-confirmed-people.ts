import { useState } from 'react';

/** Asked once per launch and person, whatever is done for them first: who is being helped today. */
const confirmed = new Set<string>();

interface ConfirmedPeople {
  /** Somebody of them has not been confirmed yet. */
  readonly needed: boolean;
  readonly confirm: () => void;
}

/** Of the people whom somebody acts for; oneself is not among them. */
export function useConfirmedPeople(meId: string, personIds: readonly string[]): ConfirmedPeople {
  const [, repaint] = useState(0);
  const pairs = personIds.map((personId) => `${meId}:${personId}`);
  const confirm = () => {
    for (const pair of pairs) confirmed.add(pair);
    repaint((count) => count + 1);
  };
  return { needed: !pairs.every((pair) => confirmed.has(pair)), confirm };
}
