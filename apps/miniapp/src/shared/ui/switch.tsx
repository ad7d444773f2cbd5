import { Text, View } from '@tarojs/components';
import { tappable } from '../platform/a11y';

interface Props {
  readonly label: string;
  readonly note?: string;
  readonly on: boolean;
  /** Cannot be switched now. What stands beside it says why. */
  readonly off?: boolean;
  readonly onChange: (on: boolean) => void;
}

/** On or off, at once or by what it opens beside it. */
export const Switch = ({ label, note, on, off = false, onChange }: Props) => (
  <View
    className={`switch ${off ? 'switch--off' : ''}`}
    aria-label={label}
    aria-checked={on ? 'true' : 'false'}
    {...tappable(() => onChange(!on), 'switch', off)}
  >
    <View className="switch__words">
      <Text className="block strong">{label}</Text>
      {note !== undefined && <Text className="block muted">{note}</Text>}
    </View>
    <View className={`switch__track ${on ? 'switch__track--on' : ''}`} aria-hidden="true">
      <View className="switch__knob" />
    </View>
  </View>
);
