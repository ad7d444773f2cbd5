import { Button as NativeButton } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { inWeChat } from '../platform/target';
import { Button } from './button';

interface Props {
  /** Nothing is missing for it. Before that a tap only says what is. */
  readonly ready: boolean;
  readonly busyText: string | false;
  readonly onTap: () => void;
}

/** WeChat believes that somebody agreed only by a tap on a button of its own. */
export const AgreeButton = ({ ready, busyText, onTap, children }: PropsWithChildren<Props>) =>
  inWeChat && ready && busyText === false ? (
    <NativeButton
      id="agree-to-privacy"
      className="button button--primary button--share"
      openType="agreePrivacyAuthorization"
      onClick={onTap}
    >
      {children}
    </NativeButton>
  ) : (
    <Button busyText={busyText} onTap={onTap}>
      {children}
    </Button>
  );
