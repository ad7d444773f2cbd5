import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import type { Refusal } from '@/shared/bff/outcome';
import { inWeChat } from '@/shared/platform/target';
import { quietCode } from '@/shared/session/silent-log-in';
import { logIn, logInAsDemo } from '@/shared/session/session';
import { Button } from '@/shared/ui/button';
import { Empty } from '@/shared/ui/empty';
import { Skeleton, Unreachable } from '@/shared/ui/loaded';
import { Notice } from '@/shared/ui/notice';
import { Refused } from '@/shared/ui/outcome';
import { DemoPeople } from './demo-people';
import { SESSION_TEXT } from './session-text';
import { usePeople } from '@/shared/session/use-people';

type Trouble = Refusal | 'unreachable' | null;

/** The demo chooses a person; WeChat asks for one's own log-in; a browser outside the demo can do neither. */
export function LogInPanel({ onLoggedIn }: { readonly onLoggedIn: () => void }) {
  const { found, reload } = usePeople();
  const [trouble, setTrouble] = useState<Trouble>(null);
  const [chosen, setChosen] = useState<string | null>(null);

  const choose = async (key: string) => {
    if (chosen !== null) return;
    setChosen(key);
    setTrouble(null);
    const outcome = await logInAsDemo(key);
    setChosen(null);
    if (outcome.kind === 'done') onLoggedIn();
    else setTrouble(outcome.kind === 'refused' ? outcome.refusal : 'unreachable');
  };

  if (found.kind === 'loading') return <Skeleton cards={3} />;
  return (
    <View className="stack">
      {trouble !== null && (trouble === 'unreachable' ? <Unreachable /> : <Refused refusal={trouble} />)}
      {found.kind === 'unreachable' && (
        <View className="stack">
          <Unreachable />
          <Button icon="refresh" onTap={reload}>
            重新连接
          </Button>
        </View>
      )}
      {found.kind === 'real' && (inWeChat ? <WeChatLogIn onLoggedIn={onLoggedIn} onTrouble={setTrouble} /> : <OpenInWeChat />)}
      {found.kind === 'demo' && (
        <View>
          <Text className="title">{SESSION_TEXT.lead}</Text>
          <Text className="block">{SESSION_TEXT.first}</Text>
          <View className="section__title" />
          <Notice tone="warn" title="演示 · 非官方">
            <Text className="notice__text">{SESSION_TEXT.intro}</Text>
          </Notice>
          <DemoPeople people={found.people} chosen={chosen} onChoose={(key) => void choose(key)} />
        </View>
      )}
    </View>
  );
}

interface WeChatProps {
  readonly onLoggedIn: () => void;
  readonly onTrouble: (trouble: Trouble) => void;
}

function WeChatLogIn({ onLoggedIn, onTrouble }: WeChatProps) {
  const [busy, setBusy] = useState(false);
  const enter = async () => {
    setBusy(true);
    onTrouble(null);
    const code = await quietCode();
    const outcome = code === undefined ? undefined : await logIn(code);
    setBusy(false);
    if (outcome?.kind === 'done') onLoggedIn();
    else onTrouble(outcome?.kind === 'refused' ? outcome.refusal : 'unreachable');
  };
  return (
    <Empty icon="person" title={SESSION_TEXT.welcome} text={SESSION_TEXT.welcomeText}>
      <Button onTap={() => void enter()} busyText={busy && '正在登录…'}>
        {SESSION_TEXT.logIn}
      </Button>
    </Empty>
  );
}

const OpenInWeChat = () => <Empty icon="person" title={SESSION_TEXT.openInWeChat} text={SESSION_TEXT.openInWeChatText} />;
