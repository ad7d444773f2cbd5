import { INSURANCE_CODE, PIECES } from '@gongji/texts';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { say } from '@/shared/text/say';
import { Button } from '@/shared/ui/button';
import { Card } from '@/shared/ui/card';
import { Tick } from '@/shared/ui/choice';
import { ErrorSummary } from '@/shared/ui/error-summary';
import { Notice } from '@/shared/ui/notice';
import { Person } from '@/shared/ui/person-badge';
import { useMissing } from '@/shared/ui/use-missing';
import { CardFacts } from './card-facts';
import type { Showable } from './showable-people';

interface Props {
  readonly person: Showable;
  readonly onConfirm: () => void;
  readonly onBack: () => void;
}

/** Before the first code for somebody else: is this the right person, and what the law says. */
export function ProxyConfirm({ person, onConfirm, onBack }: Props) {
  const [ticked, setTicked] = useState(false);
  const label = say(INSURANCE_CODE.proxy.confirm);
  const missing = useMissing(ticked ? [] : [{ field: 'proxy', text: say(PIECES.tickFirst, { label }) }]);
  return (
    <Card>
      <View className="stack">
        <Text className="title">{say(INSURANCE_CODE.proxy.title, { name: person.name })}</Text>
        <Person personId={person.personId} name={person.name} note={<CardFacts card={person.card} />} />
        <Notice tone="info" title={say(INSURANCE_CODE.proxy.before)}>
          <Text className="notice__text">{say(INSURANCE_CODE.law)}</Text>
          <Text className="block muted">{say(INSURANCE_CODE.proxy.basis)}</Text>
        </Notice>
        <Tick id="proxy" on={ticked} onTap={() => setTicked(!ticked)} label={label} error={missing.errorOf('proxy')} />
        <ErrorSummary errors={missing.told} />
        <Button onTap={missing.unlessMissing(onConfirm)}>{say(INSURANCE_CODE.proxy.show, { name: person.name })}</Button>
        <Button kind="text" onTap={onBack}>
          {say(INSURANCE_CODE.proxy.back)}
        </Button>
      </View>
    </Card>
  );
}
