import { View } from '@tarojs/components';
import { fenText, fen } from '@gongji/domain';

export default function Page() {
  return <View className="page">亲情账户 {fenText(fen(40000))}</View>;
}
