import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';

const COLOURS = 6;
const colourOf = (personId: string): number => [...personId].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % COLOURS;

/** The person's colour as a ground for white text. */
export const personGround = (personId: string): string => `badge--${colourOf(personId)}`;

interface BadgeProps {
  readonly personId: string;
  readonly name: string;
}

/** The same person has the same colour on every page; the name always stands beside it. */
export const PersonBadge = ({ personId, name }: BadgeProps) => (
  <View className={`badge ${personGround(personId)}`} aria-hidden="true">
    {name.slice(0, 1)}
  </View>
);

interface Props extends BadgeProps {
  readonly note?: ReactNode;
  readonly end?: ReactNode;
}

export const Person = ({ personId, name, note, end }: Props) => (
  <View className="person">
    <PersonBadge personId={personId} name={name} />
    <View className="person__words">
      <Text className="person__name">{name}</Text>
      {note !== undefined && <View className="muted">{note}</View>}
    </View>
    {end}
  </View>
);
