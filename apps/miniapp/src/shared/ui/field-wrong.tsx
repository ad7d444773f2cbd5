import { View } from '@tarojs/components';
import { Icon } from './icon';

/** What is wrong with this field, in words and with an icon. */
export const FieldWrong = ({ error }: { readonly error: string | undefined }) =>
  error === undefined ? null : (
    <View className="field__error">
      <Icon name="error" />
      {error}
    </View>
  );
