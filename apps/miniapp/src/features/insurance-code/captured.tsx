import { INSURANCE_CODE } from '@gongji/texts';
import { useEffect, useState } from 'react';
import { onCapture } from '@/shared/platform/display';
import { say } from '@/shared/text/say';
import { Notice } from '@/shared/ui/notice';
import type { Phase } from './code-phase';

interface Props {
  readonly phase: Phase;
  readonly inFront: boolean;
  readonly renew: () => void;
}

/** What a picture that was taken of a code is still worth. Only WeChat tells of captures. */
export function Captured({ phase: { kind }, inFront, renew }: Props) {
  const [captured, setCaptured] = useState<Phase['kind']>();
  useEffect(() => {
    if (!inFront || (kind !== 'shown' && kind !== 'offline')) return undefined;
    return onCapture(() => {
      setCaptured(kind);
      // Nothing can take the place of what the phone works out by itself.
      if (kind === 'shown') renew();
    });
  }, [inFront, kind, renew]);
  if (captured === undefined) return null;
  const wasReplaced = captured === 'shown' && kind === 'shown';
  return <Notice tone="warn">{say(wasReplaced ? INSURANCE_CODE.captured : INSURANCE_CODE.capturedOffline)}</Notice>;
}
