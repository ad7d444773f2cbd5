import { Button } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { inWeChat } from '../platform/target';

/** WeChat opens its list of friends only from a button of its own kind. A browser has none. */
export const ShareButton = ({ children }: PropsWithChildren) =>
  inWeChat ? (
    <Button className="button button--primary button--share" openType="share">
      {children}
    </Button>
  ) : null;
