import { Text, View } from '@tarojs/components';
import { roleOf, tappable } from '@/shared/platform/a11y';
import { PersonBadge } from '@/shared/ui/person-badge';
import type { Showable } from './showable-people';

interface Props {
  readonly people: readonly Showable[];
  readonly chosenId: string;
  readonly onChoose: (personId: string) => void;
}

export const PersonSwitch = ({ people, chosenId, onChoose }: Props) => (
  <View className="people" aria-label="出示谁的医保码" {...roleOf('radiogroup')}>
    {people.map(({ personId, name, own }) => (
      <View
        key={personId}
        className={`people__one ${personId === chosenId ? 'people__one--on' : ''}`}
        aria-checked={personId === chosenId ? 'true' : 'false'}
        aria-label={own ? `我的医保码，${name}` : `${name}的医保码`}
        {...tappable(() => onChoose(personId), 'radio')}
      >
        <PersonBadge personId={personId} name={name} />
        <Text className="people__name">{own ? '我' : name}</Text>
      </View>
    ))}
  </View>
);
