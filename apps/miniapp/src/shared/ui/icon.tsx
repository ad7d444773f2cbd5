import { View } from '@tarojs/components';

export type IconName =
  | 'check'
  | 'warn'
  | 'error'
  | 'info'
  | 'clock'
  | 'back'
  | 'go'
  | 'code'
  | 'family'
  | 'pay'
  | 'person'
  | 'phone'
  | 'refresh'
  | 'bell'
  | 'book'
  | 'eye'
  | 'doc'
  | 'off'
  | 'plus'
  | 'large'
  | 'scan'
  | 'exit'
  | 'sum'
  | 'chart';

/** Decoration: the words beside it say the same. */
export const Icon = ({ name }: { readonly name: IconName }) => <View className={`icon icon--${name}`} aria-hidden="true" />;
