import { INNER_PIECES } from '@gongji/texts';
import { View } from '@tarojs/components';
import { type PropsWithChildren, useState } from 'react';
import { useElder } from '../session/elder';
import { say } from '../text/say';
import { Button } from './button';

interface Props {
  /** What is behind it, as in `缴费期和参保地`. */
  readonly of: string;
  /** Also in the usual text: it is long, and few need it. */
  readonly always?: boolean;
}

/** Hides what is not needed for a decision behind one tap: in 长辈版, and everywhere if it is long. */
export function Fold({ of, always = false, children }: PropsWithChildren<Props>) {
  const elder = useElder();
  const [open, setOpen] = useState(false);
  if (!elder && !always) return <View>{children}</View>;
  return (
    <View className="fold">
      <Button kind="text" inline icon="info" expanded={open} onTap={() => setOpen(!open)}>
        {say(open ? INNER_PIECES.fold.hide : INNER_PIECES.fold.show, { of })}
      </Button>
      {open && children}
    </View>
  );
}

/** The page's one act, always in view: at the foot of the screen until one has scrolled to the end of the page. */
export const Foot = ({ children }: PropsWithChildren) => <View className="foot">{children}</View>;
