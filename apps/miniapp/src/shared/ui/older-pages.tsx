import { INNER_PIECES } from '@gongji/texts';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import type { Pages } from '../bff/use-pages';
import { say } from '../text/say';
import { Button } from './button';
import { Unreachable } from './loaded';
import { Refused } from './outcome';

interface Props {
  readonly pages: Pick<Pages<unknown, unknown>, 'hasMore' | 'turning' | 'turnPage'>;
  readonly label: string;
  /** What stands there when nothing older is left. */
  readonly end?: ReactNode;
}

/** Below a list that comes page by page: the way to older pages, and why one did not come. */
export function OlderPages({ pages: { hasMore, turning, turnPage }, label, end = null }: Props) {
  if (!hasMore && end === null) return null;
  return (
    <View className="section stack">
      {turning.kind === 'unreachable' && <Unreachable />}
      {turning.kind === 'refused' && <Refused refusal={turning.refusal} />}
      {hasMore ? (
        <Button kind="plain" busyText={turning.kind === 'loading' && say(INNER_PIECES.loading)} onTap={() => void turnPage()}>
          {label}
        </Button>
      ) : (
        end
      )}
    </View>
  );
}
