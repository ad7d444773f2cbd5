import type { BindingView } from '@gongji/contract';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/shared/ui/button';
import { Card } from '@/shared/ui/card';
import { PersonBadge } from '@/shared/ui/person-badge';
import { ReadAloud } from '@/shared/ui/read-aloud';
import { calmSentences } from './calm-text';
import { FaceCheck } from './face-check';
import { InvitationTerms } from './invitation-terms';
import './invitation.scss';

interface Props {
  readonly binding: BindingView;
  readonly accepting: boolean;
  readonly declining: boolean;
  readonly onAccept: (faceCheckId: string | null) => void;
  readonly onDecline: () => void;
}

/** Prepared by a child, for a parent: a few short sentences, read out on request, one big yes, and a no that costs nothing. */
export function CalmInvitation({ binding, accepting, declining, onAccept, onDecline }: Props) {
  const [checking, setChecking] = useState(false);
  const [whole, setWhole] = useState(false);
  const busy = accepting || declining;
  const name = binding.other.maskedName;
  const title = `${name}（${binding.relationText}）想帮您办医保的事`;
  const sentences = calmSentences(binding);
  const agree = () => (binding.needsFaceCheck ? setChecking(true) : onAccept(null));
  return (
    <View className="stack">
      <Card>
        <View className="calm__who">
          <PersonBadge personId={binding.other.personId} name={name} />
        </View>
        <Text className="title center">{title}</Text>
        {sentences.map((sentence) => (
          <Text key={sentence} className="calm__sentence">
            {sentence}
          </Text>
        ))}
        <ReadAloud text={[title, ...sentences].join('。')} />
      </Card>
      {checking ? (
        <FaceCheck
          onPassed={(faceCheckId) => {
            setChecking(false);
            onAccept(faceCheckId);
          }}
        />
      ) : (
        <View>
          <Text className="block center muted">按下面的按钮，就是说：我认识TA，我同意。</Text>
          <Button off={busy} busyText={accepting && '正在提交…'} onTap={agree}>
            {binding.needsFaceCheck ? '我同意，去刷脸' : '我同意'}
          </Button>
        </View>
      )}
      <Button kind="text" off={busy} busyText={declining && '正在提交…'} onTap={onDecline}>
        不认识，或不同意
      </Button>
      <Button kind="text" expanded={whole} onTap={() => setWhole(!whole)}>
        {whole ? '收起完整内容' : '看完整内容和规定'}
      </Button>
      {whole && <InvitationTerms binding={binding} />}
    </View>
  );
}
