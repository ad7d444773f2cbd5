import { Text, View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { brighten, onCapture, restoreBrightness } from '@/shared/platform/display';
import { roleOf } from '@/shared/platform/a11y';
import { useFront, useInFront } from '@/shared/platform/lifecycle';
import { Button } from '@/shared/ui/button';
import { Card } from '@/shared/ui/card';
import { Icon } from '@/shared/ui/icon';
import { Notice } from '@/shared/ui/notice';
import { Refused } from '@/shared/ui/outcome';
import { Person } from '@/shared/ui/person-badge';
import { CardFacts } from './card-facts';
import type { Phase } from './code-phase';
import { CodePictures } from './code-pictures';
import { CODE_TEXT, countdownText } from './code-text';
import { ScannedCard, SettledCard } from './code-result';
import type { Showable } from './showable-people';
import { useShownCode } from './use-shown-code';

/** One person's code for as long as the page is in front, then what became of it. */
export function CodeCard({ person }: { readonly person: Showable }) {
  const inFront = useInFront();
  const [captured, setCaptured] = useState(false);
  const { phase, renew } = useShownCode(person.personId, inFront);

  useFront(brighten, restoreBrightness);
  useEffect(() => {
    brighten();
    return restoreBrightness;
  }, []);
  useEffect(
    () =>
      onCapture(() => {
        setCaptured(true);
        renew();
      }),
    [renew],
  );

  if (phase.kind === 'settled') return <SettledCard settlement={phase.settlement} onAgain={renew} />;
  if (phase.kind === 'scanned') return <ScannedCard institution={phase.institution} name={person.name} onAgain={renew} />;
  return (
    <Card>
      <Person personId={person.personId} name={person.name} note={<CardFacts card={person.card} />} />
      {captured && <Notice tone="warn">{CODE_TEXT.captured}</Notice>}
      <CodeBody phase={phase} name={person.name} renew={renew} />
    </Card>
  );
}

interface BodyProps {
  readonly phase: Exclude<Phase, { readonly kind: 'settled' | 'scanned' }>;
  readonly name: string;
  readonly renew: () => void;
}

function CodeBody({ phase, name, renew }: BodyProps) {
  if (phase.kind === 'refused') {
    return (
      <View className="code stack">
        <Refused refusal={phase.refusal} />
        <Button kind="plain" icon="refresh" onTap={renew}>
          再试一次
        </Button>
      </View>
    );
  }
  if (phase.kind === 'shown') {
    return (
      <View className="code">
        <CodePictures payload={phase.live.code.payload} name={name} />
        <View className="code__count">
          <Icon name="clock" />
          <Text id="code-count">{countdownText(phase.secondsLeft)}</Text>
          <Button kind="text" inline icon="refresh" onTap={renew}>
            换新
          </Button>
        </View>
      </View>
    );
  }
  return phase.kind === 'asking' ? <Asking /> : <Struck renew={renew} />;
}

const Asking = () => (
  <View className="code">
    <View className="code__blank" {...roleOf('status')}>
      {CODE_TEXT.asking}
    </View>
  </View>
);

/** Nothing here can be scanned. */
const Struck = ({ renew }: { readonly renew: () => void }) => (
  <View className="code">
    <View className="code__blank code__blank--struck" aria-label={`医保码${CODE_TEXT.stale}`} {...roleOf('img')}>
      <Text className="code__stale">{CODE_TEXT.stale}</Text>
    </View>
    <Notice tone="warn" title={CODE_TEXT.offline} urgent>
      <Text className="notice__text">{CODE_TEXT.offlineNext}</Text>
    </Notice>
    <Button icon="refresh" onTap={renew}>
      刷新医保码
    </Button>
  </View>
);
