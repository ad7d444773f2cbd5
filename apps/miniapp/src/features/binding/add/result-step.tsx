import type { BindingView } from '@gongji/contract';
import { Text, View } from '@tarojs/components';
import { momentText } from '@/shared/text/moment';
import { Button } from '@/shared/ui/button';
import { Card } from '@/shared/ui/card';
import { Result } from '@/shared/ui/result';
import { GrantStates } from '../grant-states';

interface Props {
  readonly binding: BindingView;
  readonly onOpen: () => void;
  readonly onLeave: () => void;
}

export function ResultStep({ binding, onOpen, onLeave }: Props) {
  const waits = binding.grants.some(({ state }) => state === 'proposed');
  const name = binding.other.maskedName;
  return (
    <View className="stack">
      <Result
        tone={waits ? 'warn' : 'ok'}
        icon={waits ? 'clock' : 'check'}
        title={waits ? `等待 ${name} 确认` : `已绑定 ${name}`}
        text={
          waits && binding.acceptBy !== null ? `请对方在 ${momentText(binding.acceptBy)} 前确认，过期自动失效。` : '已生效，可以使用了。'
        }
      />
      <Card>
        <GrantStates binding={binding} />
      </Card>
      {waits && (
        <Card>
          <Text className="lead">请对方这样确认</Text>
          <Text className="block">1. 用TA自己的微信打开“共济”小程序</Text>
          <Text className="block">2. 进入“亲情账户”，在“等您确认”里打开这份邀请</Text>
          <Text className="block">3. 看清内容后选择同意</Text>
        </Card>
      )}
      <Button onTap={onLeave}>返回亲情账户</Button>
      <Button kind="plain" onTap={onOpen}>
        查看这位家人
      </Button>
    </View>
  );
}
