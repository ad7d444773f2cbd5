import { WORDS } from '@gongji/texts';
import { useState } from 'react';
import { useInFront, useTick } from '@/shared/platform/lifecycle';
import { holderOfReserves, reserveOf, reserves } from '@/shared/session/offline-keys';
import { resumeQuietly, resumeSession } from '@/shared/session/session';
import { say } from '@/shared/text/say';
import { personName } from '@/shared/text/words';
import { Card } from '@/shared/ui/card';
import { Unreachable } from '@/shared/ui/loaded';
import { Button } from '@/shared/ui/button';
import { Person } from '@/shared/ui/person-badge';
import { Captured } from './captured';
import { CardFacts } from './card-facts';
import { useBrightScreen } from './code-card';
import { offlinePhase } from './code-phase';
import { OfflineCode } from './offline-code';
import { PersonPages } from './person-pages';
import type { Showable } from './showable-people';
import './code.scss';

const TICK_MS = 500;
const RETRY_MS = 5_000;

/** The code page of somebody whom no service has let in yet: only what this phone itself can show. */
export function OfflinePanel() {
  const people = reserves()
    .map(({ key: { person, own } }): Showable => ({ personId: person.personId, name: personName(person), own, card: person }))
    .sort((a, b) => Number(b.own) - Number(a.own));
  const inFront = useInFront();
  useTick(RETRY_MS, inFront, () => void resumeQuietly());
  if (people.length === 0) return <NobodyKnown />;
  return (
    <PersonPages meId={holderOfReserves()} showable={people}>
      {(person) => <OfflineCard person={person} inFront={inFront} />}
    </PersonPages>
  );
}

function OfflineCard({ person, inFront }: { readonly person: Showable; readonly inFront: boolean }) {
  const [now, setNow] = useState(Date.now);
  const [zoomed, setZoomed] = useState(false);
  useTick(TICK_MS, inFront, () => setNow(Date.now()));
  useBrightScreen(undefined, inFront);
  const reserve = reserveOf(person.personId);
  if (reserve === null) return <NobodyKnown />;
  const phase = offlinePhase(reserve, now);
  const onRetry = () => void resumeQuietly();
  return (
    <Card>
      <Person personId={person.personId} name={person.name} note={<CardFacts card={person.card} />} />
      {process.env.TARO_ENV === 'weapp' && <Captured phase={phase} inFront={inFront} renew={onRetry} />}
      <OfflineCode phase={phase} person={person} onRetry={onRetry} zoomed={zoomed} onZoom={setZoomed} />
    </Card>
  );
}

const NobodyKnown = () => (
  <Card>
    <Unreachable />
    <Button icon="refresh" onTap={() => void resumeSession()}>
      {say(WORDS.reconnect)}
    </Button>
  </Card>
);
