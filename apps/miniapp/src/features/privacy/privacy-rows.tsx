import { View } from '@tarojs/components';
import { Card } from '@/shared/ui/card';
import { TapRow } from '@/shared/ui/tap-row';

type Target = 'access-log' | 'code-log' | 'devices' | 'privacy-consent' | 'privacy-export' | 'delete-account';

/** Everything that a person may see and decide about what is kept of them. */
export const PrivacyRows = ({ onOpen }: { readonly onOpen: (page: Target) => void }) => (
  <View className="stack">
    <Card flush>
      <TapRow icon="eye" title="谁看过我的信息" note="谁、看了什么、什么时候、为什么可以" onTap={() => onOpen('access-log')} />
      <TapRow icon="code" title="谁出示过我的医保码" note="每一次出示和扫码" onTap={() => onOpen('code-log')} />
      <TapRow icon="phone" title="我的设备和登录" note="哪些手机登录着，能不能出示医保码" onTap={() => onOpen('devices')} />
    </Card>
    <Card flush>
      <TapRow icon="doc" title="个人信息怎么用" note="保存什么、为什么、多久；撤回同意" onTap={() => onOpen('privacy-consent')} />
      <TapRow icon="doc" title="导出我的信息" note="保存的、关于我的全部内容" onTap={() => onOpen('privacy-export')} />
      <TapRow icon="exit" title="注销账户" note="先看会删什么、必须留什么" onTap={() => onOpen('delete-account')} />
    </Card>
  </View>
);
