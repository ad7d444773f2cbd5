import { View } from '@tarojs/components';
import { useState } from 'react';
import { useRead } from '@/shared/bff/use-read';
import { useMe } from '@/shared/session/session';
import { Icon } from '@/shared/ui/icon';
import { CodeCard } from './code-card';
import { proxyBanner } from './code-text';
import { PersonSwitch } from './person-switch';
import { ProxyConfirm } from './proxy-confirm';
import { showablePeople } from './showable-people';
import { useProxyConfirmation } from './use-proxy-confirmation';
import './code.scss';

/** Own code at once; relatives' codes beside it. */
export function CodePanel({ startWith }: { readonly startWith?: string | undefined }) {
  const me = useMe();
  const people = showablePeople(me, useRead('bindings').answer);
  const [chosenId, setChosenId] = useState(startWith ?? me.personId);
  const person = people.find(({ personId }) => personId === chosenId) ?? people[0];
  const confirmation = useProxyConfirmation(me.personId, person?.personId ?? me.personId);
  if (person === undefined) return null;
  return (
    <View className="stack">
      {people.length > 1 && <PersonSwitch people={people} chosenId={person.personId} onChoose={setChosenId} />}
      {!person.own && (
        <View className="proxy">
          <Icon name="family" />
          {proxyBanner(person.name)}
        </View>
      )}
      {confirmation.needed ? (
        <ProxyConfirm person={person} onConfirm={confirmation.confirm} onOwn={() => setChosenId(me.personId)} />
      ) : (
        <CodeCard key={person.personId} person={person} />
      )}
    </View>
  );
}
