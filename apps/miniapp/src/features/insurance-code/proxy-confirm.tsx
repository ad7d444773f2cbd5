import { INSURANCE_CODE } from '@gongji/texts';
import { Text, View } from '@tarojs/components';
import { say } from '@/shared/text/say';
import { Button } from '@/shared/ui/button';
import { Card } from '@/shared/ui/card';
import { Notice } from '@/shared/ui/notice';
import { Person } from '@/shared/ui/person-badge';
import { useTickFirst } from '@/shared/ui/use-tick-first';
import { CardFacts } from './card-facts';
import type { Showable } from './showable-people';

interface Props {
  readonly person: Showable;
  readonly onConfirm: () => void;
  readonly onBack: () => void;
}

/** Before the first code for somebody else: is this the right person, and what the law says. */
export function ProxyConfirm({ person, onConfirm, onBack }: Props) {
  const { box, unlessUnticked } = useTickFirst('proxy', say(INSURANCE_CODE.proxy.confirm));
  return (
    <Card>
      <View className="stack">
        <Text className="title">{say(INSURANCE_CODE.proxy.title, { name: person.name })}</Text>
        <Person personId={person.personId} name={person.name} note={<CardFacts card={person.card} />} />
        <Notice tone="info" title={say(INSURANCE_CODE.proxy.before)}>
          <Text className="notice__text">{say(INSURANCE_CODE.law)}</Text>
          <Text className="block muted">{say(INSURANCE_CODE.proxy.basis)}</Text>
        </Notice>
        {box}
        <Button onTap={unlessUnticked(onConfirm)}>{say(INSURANCE_CODE.proxy.show, { name: person.name })}</Button>
        <Button kind="text" onTap={onBack}>
          {say(INSURANCE_CODE.proxy.back)}
        </Button>
      </View>
    </Card>
  );
}
