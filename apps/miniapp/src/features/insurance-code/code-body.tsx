import { INSURANCE_CODE } from '@gongji/texts';
import { Text, View } from '@tarojs/components';
import { roleOf } from '@/shared/platform/a11y';
import { say } from '@/shared/text/say';
import { Button } from '@/shared/ui/button';
import { Notice } from '@/shared/ui/notice';
import { Refused } from '@/shared/ui/outcome';
import type { Phase } from './code-phase';
import { CodePictures } from './code-pictures';
import { Countdown } from './countdown';
import { OfflineCode } from './offline-code';
import type { Showable } from './showable-people';

interface Props {
  readonly phase: Exclude<Phase, { readonly kind: 'settled' | 'scanned' }>;
  readonly person: Showable;
  readonly renew: () => void;
  readonly zoomed: boolean;
  readonly onZoom: (zoomed: boolean) => void;
}

/** A code that can be scanned, or why there is none and what to do. */
export function CodeBody({ phase, person, renew, zoomed, onZoom }: Props) {
  switch (phase.kind) {
    case 'refused':
      return (
        <View className="code stack">
          <Refused refusal={phase.refusal} />
          <Button kind="plain" icon="refresh" onTap={renew}>
            {say(INSURANCE_CODE.again)}
          </Button>
        </View>
      );
    case 'shown':
      return (
        <View className="code">
          <Countdown name={person.name} codeId={phase.live.code.codeId} secondsLeft={phase.secondsLeft} onRenew={renew} />
          <CodePictures
            payload={phase.live.code.payload}
            title={say(INSURANCE_CODE.of, { name: person.name })}
            person={person}
            secondsLeft={phase.secondsLeft}
            zoomed={zoomed}
            onZoom={onZoom}
          />
        </View>
      );
    case 'offline':
      return <OfflineCode phase={phase} person={person} onRetry={renew} zoomed={zoomed} onZoom={onZoom} />;
    case 'asking':
      return <Asking slow={phase.slow} />;
    case 'struck':
      return <Struck words={INSURANCE_CODE.noNetwork} renew={renew} />;
    case 'superseded':
      return <Struck words={INSURANCE_CODE.superseded} renew={renew} />;
  }
}

const Asking = ({ slow }: { readonly slow: boolean }) => (
  <View className="code">
    <View className="code__blank" {...roleOf('status')}>
      {say(slow ? INSURANCE_CODE.slow : INSURANCE_CODE.asking)}
    </View>
  </View>
);

/** Nothing here can be scanned. */
const Struck = ({ words, renew }: { readonly words: StruckWords; readonly renew: () => void }) => (
  <View className="code">
    <View className="code__blank code__blank--struck" aria-label={say(words.staleSpoken)} {...roleOf('img')}>
      <Text className="code__stale">{say(words.stale)}</Text>
    </View>
    <Notice tone="warn" title={say(words.title)} urgent>
      <Text className="notice__text">{say(words.next)}</Text>
    </Notice>
    <Button icon="refresh" onTap={renew}>
      {say(words.refresh)}
    </Button>
  </View>
);
type StruckWords = (typeof INSURANCE_CODE)['noNetwork' | 'superseded'];
