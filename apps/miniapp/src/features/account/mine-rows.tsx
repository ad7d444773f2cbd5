import { View } from '@tarojs/components';
import { setElder, useElder } from '@/shared/session/elder';
import { useMe } from '@/shared/session/session';
import { useUnread } from '@/shared/session/unread';
import { Card } from '@/shared/ui/card';
import { Switch } from '@/shared/ui/switch';
import { TapRow } from '@/shared/ui/tap-row';

type Target =
  | 'account-entries'
  | 'account-trend'
  | 'deduction-preview'
  | 'deduction-order'
  | 'shared-limit'
  | 'messages'
  | 'code-log'
  | 'devices'
  | 'privacy'
  | 'policy'
  | 'verify-receipt'
  | 'complaints'
  | 'family-calendar';

interface Props {
  readonly onOpen: (page: Target) => void;
}

/** Everything that is one tap away from 我的. */
export function MineRows({ onOpen }: Props) {
  const elder = useElder();
  const { hasAccount } = useMe();
  const unread = useUnread();
  return (
    <View className="stack">
      <Card flush>
        {hasAccount && <TapRow icon="doc" title="个人账户明细" note="每一笔划入、扣款和冻结" onTap={() => onOpen('account-entries')} />}
        {hasAccount && <TapRow icon="chart" title="个人账户走势" note="每月的收入、支出和余额" onTap={() => onOpen('account-trend')} />}
        <TapRow icon="sum" title="现在付一笔钱会扣谁" note="先试算，不扣款" onTap={() => onOpen('deduction-preview')} />
        <TapRow icon="family" title="扣款顺序" note="先扣谁的账户，再扣谁的" onTap={() => onOpen('deduction-order')} />
        {hasAccount && <TapRow icon="pay" title="共用限额" note="所有家人加起来最多用我多少" onTap={() => onOpen('shared-limit')} />}
      </Card>
      <Card flush>
        <TapRow
          icon="bell"
          title="消息"
          note="扣款和变化的通知"
          {...(unread === 0 ? {} : { value: `${unread} 条未读` })}
          onTap={() => onOpen('messages')}
        />
        <TapRow icon="clock" title="家庭日历" note="缴费期、到期日、提醒" onTap={() => onOpen('family-calendar')} />
        <TapRow icon="eye" title="谁出示过我的医保码" note="出示和扫码的记录" onTap={() => onOpen('code-log')} />
        <TapRow icon="phone" title="我的设备和登录" note="哪些手机登录着、能出示医保码" onTap={() => onOpen('devices')} />
        <TapRow icon="person" title="个人信息和隐私" note="谁看过、导出、撤回同意、注销" onTap={() => onOpen('privacy')} />
        <TapRow icon="book" title="地区规则" note="为什么有这些限制，出处和日期" onTap={() => onOpen('policy')} />
        <TapRow icon="scan" title="查验缴费凭证" note="真伪、是否入库、是否已退费" onTap={() => onOpen('verify-receipt')} />
        <TapRow icon="info" title="投诉建议" note="给您编号，按日期答复" onTap={() => onOpen('complaints')} />
      </Card>
      <Card>
        <Switch label="长辈版" note="大字、大按钮" on={elder} onChange={setElder} />
      </Card>
    </View>
  );
}
