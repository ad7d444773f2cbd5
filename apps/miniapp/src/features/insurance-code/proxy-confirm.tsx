import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/shared/ui/button';
import { Card } from '@/shared/ui/card';
import { Tick } from '@/shared/ui/choice';
import { Notice } from '@/shared/ui/notice';
import { Person } from '@/shared/ui/person-badge';
import { CardFacts } from './card-facts';
import { CODE_TEXT } from './code-text';
import type { Showable } from './showable-people';

interface Props {
  readonly person: Showable;
  readonly onConfirm: () => void;
  readonly onBack: () => void;
}

/** Before the first code for somebody else: is this the right person, and what the law says. */
export function ProxyConfirm({ person, onConfirm, onBack }: Props) {
  const [ticked, setTicked] = useState(false);
  return (
    <Card>
      <View className="stack">
        <Text className="title">{`将代 ${person.name} 出示医保码`}</Text>
        <Person personId={person.personId} name={person.name} note={<CardFacts card={person.card} />} />
        <Notice tone="info" title="出示前请了解">
          <Text className="notice__text">{CODE_TEXT.law}</Text>
          <Text className="block muted">{`依据：${CODE_TEXT.lawBasis}。每次出示都会留下记录，家人可以看到。`}</Text>
        </Notice>
        <Tick on={ticked} onTap={() => setTicked(!ticked)} label={CODE_TEXT.confirm} />
        <Button off={!ticked} onTap={onConfirm}>
          {`出示${person.name}的医保码`}
        </Button>
        <Button kind="text" onTap={onBack}>
          返回我的医保码
        </Button>
      </View>
    </Card>
  );
}
