import { View } from '@tarojs/components';
import { Icon } from './icon';

/** What is wrong with what stands here, by text and icon. */
export const FieldWrong = ({ error }: { readonly error: string | undefined }) =>
  error === undefined ? null : (
    <View className="field__error">
      <Icon name="error" />
      {error}
    </View>
  );
