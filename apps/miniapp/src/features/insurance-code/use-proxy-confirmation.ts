import { useState } from 'react';
import type { Showable } from './showable-people';

// Asked once per launch and person: who is being helped today.
const confirmed = new Set<string>();

export function useProxyConfirmation(
  meId: string,
  person: Showable | undefined,
): { readonly needed: boolean; readonly confirm: () => void } {
  const [, repaint] = useState(0);
  const pair = `${meId}:${person?.personId ?? ''}`;
  const confirm = () => {
    confirmed.add(pair);
    repaint((count) => count + 1);
  };
  return { needed: person?.own === false && !confirmed.has(pair), confirm };
}
