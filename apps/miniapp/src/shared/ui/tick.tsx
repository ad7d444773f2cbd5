import { Text, View } from '@tarojs/components';
import { tabStop, tappable } from '../platform/a11y';
import { FieldWrong } from './field-wrong';
import { Icon } from './icon';

interface TickProps {
  readonly on: boolean;
  readonly onTap: () => void;
  readonly label: string;
  readonly note?: string | undefined;
  /** Said instead of label and note, where only what stands around them makes them clear. */
  readonly spoken?: string;
  readonly role?: 'checkbox' | 'radio';
  /** Cannot be chosen; the note says why. */
  readonly off?: boolean;
  readonly id?: string;
  /** In a group: the one that is tabbed to. */
  readonly isStop?: boolean;
  /** What is wrong with leaving it as it is. */
  readonly error?: string | undefined;
}

/** One box to tick, or one of several to choose. Never ticked beforehand where it is a consent. */
export const Tick = ({ on, onTap, label, note, spoken, role = 'checkbox', off = false, id, isStop, error }: TickProps) => (
  <View
    className={`choice ${on ? 'choice--on' : ''} ${off ? 'choice--off' : ''} ${error === undefined ? '' : 'choice--wrong'}`}
    {...(id === undefined ? {} : { id })}
    aria-checked={on ? 'true' : 'false'}
    {...(spoken === undefined ? {} : { 'aria-label': spoken })}
    {...tappable(onTap, role, off)}
    {...(isStop === undefined ? {} : tabStop(isStop))}
  >
    <View className={`choice__mark ${role === 'checkbox' ? 'choice__mark--box' : ''}`} aria-hidden="true">
      {on && <Icon name="check" />}
    </View>
    <View className="choice__words">
      {label}
      {note !== undefined && <Text className="choice__note">{note}</Text>}
      <FieldWrong error={error} />
    </View>
  </View>
);
