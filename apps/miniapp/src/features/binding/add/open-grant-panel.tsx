import type { BindingView, GrantView } from '@gongji/contract';
import { ADD_RELATIVE } from '@gongji/texts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { useRead } from '@/shared/bff/use-read';
import { say } from '@/shared/text/say';
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
      <Notice tone="info" title={say(ADD_RELATIVE.notOpen.title, { grant: say(GRANT_TITLE[grant]) })}>
        {say(ADD_RELATIVE.notOpen.text)}
      </Notice>
      <Button onTap={() => onOpen(binding.bindingId)}>{say(ADD_RELATIVE.result.look)}</Button>
    </View>
  );
}
