import { offlinePayload } from '@gongji/domain';
import { Text, View } from '@tarojs/components';
import { useMemo } from 'react';
import { Button } from '@/shared/ui/button';
import { Notice } from '@/shared/ui/notice';
import { AssumedMark, RuleSource } from '@/shared/ui/rule-source';
import { bytesOf } from './base64url';
import type { Phase } from './code-phase';
import { CodePictures } from './code-pictures';
import { CODE_TEXT, lastContactText, offlineLimitText } from './code-text';
import { Countdown } from './countdown';

interface Props {
  readonly phase: Extract<Phase, { readonly kind: 'offline' }>;
  readonly name: string;
  readonly onRetry: () => void;
  readonly zoomed: boolean;
  readonly onZoom: (zoomed: boolean) => void;
}

/** What the phone works out by itself, plainly called so, with its limits and how old what it knows is. */
export function OfflineCode({ phase, name, onRetry, zoomed, onZoom }: Props) {
  const { key, lastContactAt } = phase.reserve;
  const payload = useMemo(
    () => offlinePayload({ handle: key.handle, secret: bytesOf(key.secret) }, phase.step),
    [key.handle, key.secret, phase.step],
  );
  return (
    <View className="code">
      <Notice tone="warn" title={CODE_TEXT.offlineTitle} urgent>
        <Text className="notice__text">{CODE_TEXT.offlineText}</Text>
      </Notice>
      <Countdown name={name} codeId={payload} secondsLeft={phase.secondsLeft} />
      <CodePictures payload={payload} title={`${name}的离线医保码`} zoomed={zoomed} onZoom={onZoom} />
      <View className="code__terms">
        <Text className="block">{CODE_TEXT.offlineResult}</Text>
        <Text className="block">{lastContactText(Date.now() - lastContactAt)}</Text>
        <RuleSource rule={key.rule}>
          <Text className="block">{`${offlineLimitText(key)}${CODE_TEXT.offlineClock}`}</Text>
          <AssumedMark rule={key.rule} />
        </RuleSource>
      </View>
      <Button kind="plain" icon="refresh" onTap={onRetry}>
        重新连接
      </Button>
    </View>
  );
}
