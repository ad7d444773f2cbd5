import { fenText, offlinePayload } from '@gongji/domain';
import { INSURANCE_CODE, WORDS } from '@gongji/texts';
import { Text, View } from '@tarojs/components';
import { useMemo } from 'react';
import { ageText } from '@/shared/text/moment';
import { say } from '@/shared/text/say';
import { Button } from '@/shared/ui/button';
import { Notice } from '@/shared/ui/notice';
import { AssumedMark, RuleSource } from '@/shared/ui/rule-source';
import { bytesOf } from './base64url';
import type { Phase } from './code-phase';
import { CodePictures } from './code-pictures';
import { Countdown } from './countdown';
import type { Showable } from './showable-people';

interface Props {
  readonly phase: Extract<Phase, { readonly kind: 'offline' }>;
  readonly person: Showable;
  readonly onRetry: () => void;
  readonly zoomed: boolean;
  readonly onZoom: (zoomed: boolean) => void;
}

/** What the phone works out by itself, plainly called so, with its limits and how old what it knows is. */
export function OfflineCode({ phase, person, onRetry, zoomed, onZoom }: Props) {
  const { key, lastContactAt } = phase.reserve;
  const payload = useMemo(
    () => offlinePayload({ handle: key.handle, secret: bytesOf(key.secret) }, phase.step),
    [key.handle, key.secret, phase.step],
  );
  return (
    <View className="code">
      <Notice tone="warn" title={say(INSURANCE_CODE.offline.title)} urgent>
        <Text className="notice__text">{say(INSURANCE_CODE.offline.text)}</Text>
      </Notice>
      <Countdown name={person.name} codeId={payload} secondsLeft={phase.secondsLeft} />
      <CodePictures
        payload={payload}
        title={say(INSURANCE_CODE.offline.of, { name: person.name })}
        person={person}
        secondsLeft={phase.secondsLeft}
        zoomed={zoomed}
        onZoom={onZoom}
      />
      <View className="code__terms">
        <Text className="block">{say(INSURANCE_CODE.offline.result)}</Text>
        <Text className="block">{say(INSURANCE_CODE.offline.lastContact, { age: ageText(Date.now() - lastContactAt) })}</Text>
        <RuleSource rule={key.rule}>
          <Text className="block">{say(INSURANCE_CODE.offline.limits, { times: key.mostPerDay, most: fenText(key.mostFenPerDay) })}</Text>
          <AssumedMark rule={key.rule} />
        </RuleSource>
      </View>
      <Button kind="plain" icon="refresh" onTap={onRetry}>
        {say(WORDS.reconnect)}
      </Button>
    </View>
  );
}
