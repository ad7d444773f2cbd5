import type { ComplaintList as Answer } from '@gongji/contract';
import { Text, View } from '@tarojs/components';
import { useRead } from '@/shared/bff/use-read';
import { dayText } from '@/shared/text/moment';
import { Button } from '@/shared/ui/button';
import { Card } from '@/shared/ui/card';
import { Empty } from '@/shared/ui/empty';
import { Loaded } from '@/shared/ui/loaded';
import { TapRow } from '@/shared/ui/tap-row';
import { ComplaintState } from './complaint-state';

interface Props {
  readonly onWrite: () => void;
  readonly onOpen: (complaintId: string) => void;
}

export function ComplaintList({ onWrite, onOpen }: Props) {
  const reading = useRead('complaints');
  return (
    <View className="stack">
      <Loaded reading={reading}>
        {({ complaints }) =>
          complaints.length === 0 ? (
            <Empty icon="info" title="还没有投诉建议" text="提交后马上得到一个编号，打电话也能凭编号询问。" />
          ) : (
            <Card flush>
              {complaints.map((complaint) => (
                <OneComplaint key={complaint.complaintId} complaint={complaint} onTap={() => onOpen(complaint.complaintId)} />
              ))}
            </Card>
          )
        }
      </Loaded>
      <Button icon="plus" onTap={onWrite}>
        写投诉建议
      </Button>
      <Text className="block muted center">急事请拨打医保服务热线 12393</Text>
    </View>
  );
}

interface OneProps {
  readonly complaint: Answer['complaints'][number];
  readonly onTap: () => void;
}

const OneComplaint = ({ complaint, onTap }: OneProps) => (
  <TapRow
    title={`${complaint.kindText} ${complaint.numberText}`}
    note={complaint.state === 'received' ? `${dayText(complaint.answerBy)}前答复` : complaint.stateText}
    value={<ComplaintState complaint={complaint} />}
    onTap={onTap}
  />
);
