import { useState } from 'react';

// Asked once per launch and person: who is being helped today.
const confirmed = new Set<string>();

export function useProxyConfirmation(meId: string, personId: string): { readonly needed: boolean; readonly confirm: () => void } {
  const [, repaint] = useState(0);
  const pair = `${meId}:${personId}`;
  const confirm = () => {
    confirmed.add(pair);
    repaint((count) => count + 1);
  };
  return { needed: meId !== personId && !confirmed.has(pair), confirm };
}
