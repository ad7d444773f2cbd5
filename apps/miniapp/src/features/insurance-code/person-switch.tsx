import { Text, View } from '@tarojs/components';
import { arrowKeys, roleOf, tappable } from '@/shared/platform/a11y';
import { PersonBadge } from '@/shared/ui/person-badge';
import type { Showable } from './showable-people';

interface Props {
  readonly people: readonly Showable[];
  readonly chosen: Showable;
  readonly onChoose: (person: Showable) => void;
}

export function PersonSwitch({ people, chosen, onChoose }: Props) {
  const arrows = arrowKeys((step) => {
    const next = people[(people.indexOf(chosen) + step + people.length) % people.length];
    if (next !== undefined) onChoose(next);
  });
  return (
    <View className="people" aria-label="出示谁的医保码" {...roleOf('radiogroup')} {...arrows}>
      {people.map((person) => (
        <View
          key={person.personId}
          className={`people__one ${person === chosen ? 'people__one--on' : ''}`}
          aria-checked={person === chosen ? 'true' : 'false'}
          aria-label={person.own ? `我的医保码，${person.name}` : `${person.name}的医保码`}
          {...tappable(() => onChoose(person), 'radio')}
        >
          <PersonBadge personId={person.personId} name={person.name} />
          <Text className="people__name">{person.own ? '我' : person.name}</Text>
        </View>
      ))}
    </View>
  );
}
