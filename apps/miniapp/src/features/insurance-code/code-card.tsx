import { useEffect, useState } from 'react';
import { lightUp, restoreScreen } from '@/shared/platform/display';
import { useFront, useInFront } from '@/shared/platform/lifecycle';
import { Card } from '@/shared/ui/card';
import { Person } from '@/shared/ui/person-badge';
import { Captured } from './captured';
import { CardFacts } from './card-facts';
import { CodeBody } from './code-body';
import { ScannedCard, SettledCard } from './code-result';
import { ensureReserve } from './ensure-reserve';
import type { Showable } from './showable-people';
import { note, noteShown } from '@/shared/session/trail';
import { useShownCode } from './use-shown-code';

interface Props {
  readonly person: Showable;
  readonly meId: string;
}

/** One person's code for as long as the page is in front, then what became of it. */
export function CodeCard({ person, meId }: Props) {
  const inFront = useInFront();
  const [zoomed, setZoomed] = useState(false);
  const { phase, renew } = useShownCode(person.personId, inFront);
  const codeId = phase.kind === 'shown' ? phase.live.code.codeId : undefined;

  useBrightScreen(codeId, inFront);
  useEffect(() => {
    if (codeId !== undefined) void ensureReserve(meId, person);
    // Each person once a log-in: the code's id only says that the network is there.
  }, [codeId, meId, person]);

  const payload = phase.kind === 'shown' ? phase.live.code.payload : null;
  useEffect(() => {
    if (process.env.TARO_ENV === 'weapp') return;
    noteShown(payload);
    if (phase.kind === 'settled') note('settled');
  }, [payload, phase.kind]);

  if (phase.kind === 'settled') return <SettledCard settlement={phase.settlement} onAgain={renew} />;
  if (phase.kind === 'scanned') return <ScannedCard institution={phase.institution} name={person.name} onAgain={renew} />;
  return (
    <Card>
      <Person personId={person.personId} name={person.name} note={<CardFacts card={person.card} />} />
      {process.env.TARO_ENV === 'weapp' && <Captured phase={phase} inFront={inFront} renew={renew} />}
      <CodeBody phase={phase} person={person} renew={renew} zoomed={zoomed} onZoom={setZoomed} />
    </Card>
  );
}

/** Bright while the page is in front, again with each new code, and given back whichever way it is left. */
export function useBrightScreen(codeId: string | undefined, inFront: boolean): void {
  // At once: a page that was hidden may not be drawn again before it sleeps.
  useFront(() => undefined, restoreScreen);
  useEffect(() => {
    if (inFront) lightUp();
    return restoreScreen;
  }, [inFront]);
  useEffect(() => {
    if (codeId !== undefined) lightUp();
  }, [codeId]);
}
