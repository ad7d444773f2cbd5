import { View } from '@tarojs/components';
import { PersonBadge, personGround } from './person-badge';

interface Props {
  readonly id?: string;
  readonly people: readonly { readonly personId: string; readonly name: string }[];
  readonly text: string;
}

/** Says on whose behalf somebody is acting, in the relative's own colour, with their badge and name. Several relatives share a neutral ground. */
export const ProxyBanner = ({ id, people, text }: Props) => {
  const [first] = people;
  const ground = people.length === 1 && first !== undefined ? personGround(first.personId) : 'proxy--several';
  return (
    <View {...(id === undefined ? {} : { id })} className={`proxy ${ground}`}>
      {people.map(({ personId, name }) => (
        <PersonBadge key={personId} personId={personId} name={name} />
      ))}
      <View className="proxy__text">{text}</View>
    </View>
  );
};
