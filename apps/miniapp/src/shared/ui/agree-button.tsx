import { Button as NativeButton } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { inWeChat } from '../platform/target';
import { Button } from './button';

interface Props {
  readonly off: boolean;
  readonly busyText: string | false;
  readonly onTap: () => void;
}

/** WeChat believes that somebody agreed only by a tap on a button of its own. */
export const AgreeButton = ({ off, busyText, onTap, children }: PropsWithChildren<Props>) =>
  inWeChat && !off && busyText === false ? (
    <NativeButton
      id="agree-to-privacy"
      className="button button--primary button--share"
      openType="agreePrivacyAuthorization"
      onClick={onTap}
    >
      {children}
    </NativeButton>
  ) : (
    <Button off={off} busyText={busyText} onTap={onTap}>
      {children}
    </Button>
  );
