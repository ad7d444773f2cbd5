import type { BindingView, GrantView } from '@gongji/contract';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { useRead } from '@/shared/bff/use-read';
import { Button } from '@/shared/ui/button';
import { Loaded } from '@/shared/ui/loaded';
import { Notice } from '@/shared/ui/notice';
import { GRANT_TITLE } from '../binding-text';
import { AddRelativePanel } from './add-relative-panel';

interface Props {
  readonly bindingId: string;
  readonly grant: GrantView['kind'];
  readonly onOpen: (bindingId: string) => void;
  readonly onLeave: () => void;
}

/** Opens a switch of a relative who is bound already: the same form without the person. */
export function OpenGrantPanel({ bindingId, grant, ...ways }: Props) {
  const reading = useRead('binding', { path: { bindingId } });
  return <Loaded reading={reading}>{(binding) => <OpenGrant key={bindingId} binding={binding} grant={grant} {...ways} />}</Loaded>;
}

interface OpenGrantProps extends Omit<Props, 'bindingId'> {
  readonly binding: BindingView;
}

function OpenGrant({ binding, grant, onOpen, onLeave }: OpenGrantProps) {
  // As it stood on entering: once it is open it may no longer be opened, and the result stays on the screen.
  const [entered] = useState(binding);
  if (entered.mayOpen.includes(grant)) {
    return <AddRelativePanel subject={{ kind: 'open', binding: entered, grant }} onOpen={onOpen} onLeave={onLeave} />;
  }
  return (
    <View className="stack">
      <Notice tone="info" title={`“${GRANT_TITLE[grant]}”现在不用再打开`}>
        它已经打开，或正在等对方确认。
      </Notice>
      <Button onTap={() => onOpen(binding.bindingId)}>查看这位家人</Button>
    </View>
  );
}
