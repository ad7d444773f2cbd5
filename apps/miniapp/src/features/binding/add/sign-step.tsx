import { Text, View } from '@tarojs/components';
import { Notice } from '@/shared/ui/notice';
import { SignaturePad } from '@/shared/ui/signature-pad';

export const SignStep = ({ name, onChange }: { readonly name: string; readonly onChange: (path: string) => void }) => (
  <View className="stack">
    <Text className="block">{`请在框内手写您的姓名（${name}），表示同意告知书和以上授权。`}</Text>
    <SignaturePad onChange={onChange} />
    <Notice tone="info">签名与告知书版本一起保存，作为您同意的凭据。</Notice>
  </View>
);
