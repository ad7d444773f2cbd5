import { Button as NativeButton } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { weChatAsks } from '../platform/privacy';
import { inWeChat } from '../platform/target';
import { Button } from './button';

interface Props {
  /** Nothing is missing for it. Before that a tap only says what is. */
  readonly ready: boolean;
  readonly busyText: string | false;
  readonly onTap: () => void;
  readonly id?: string;
}

/** WeChat counts an agreement only if it was given by a tap on a button of its own kind. */
export const AgreeButton = ({ ready, busyText, onTap, id = 'agree-to-privacy', children }: PropsWithChildren<Props>) =>
  inWeChat && ready && busyText === false ? (
    <NativeButton id={id} className="button button--primary button--share" openType="agreePrivacyAuthorization" {...whenAgreed(onTap)}>
      {children}
    </NativeButton>
  ) : (
    <Button busyText={busyText} onTap={onTap}>
      {children}
    </Button>
  );

/** The tap comes before WeChat has written the yes down; its own event comes after it. */
const whenAgreed = (act: () => void) => (weChatAsks() ? { onAgreePrivacyAuthorization: act } : { onClick: act });
