import type { ComplaintList as Answer } from '@gongji/contract';
import { COMPLAINTS } from '@gongji/texts';
import { Text, View } from '@tarojs/components';
import { useRead } from '@/shared/bff/use-read';
import { dayText } from '@/shared/text/moment';
import { say } from '@/shared/text/say';
import { Button } from '@/shared/ui/button';
import { Card } from '@/shared/ui/card';
import { Empty } from '@/shared/ui/empty';
import { Loaded } from '@/shared/ui/loaded';
import { TapRow } from '@/shared/ui/tap-row';
import { ComplaintState } from './complaint-state';

const LIST = COMPLAINTS.list;

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
            <Empty icon="info" title={say(LIST.none)} text={say(LIST.noneText)} />
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
        {say(COMPLAINTS.write)}
      </Button>
      <Text className="block muted center">{say(LIST.urgent)}</Text>
    </View>
  );
}

interface OneProps {
  readonly complaint: Answer['complaints'][number];
  readonly onTap: () => void;
}

const OneComplaint = ({ complaint, onTap }: OneProps) => (
  <TapRow
    title={`${say(complaint.kindText)} ${complaint.numberText}`}
    note={complaint.state === 'received' ? say(LIST.answerBy, { day: dayText(complaint.answerBy) }) : say(complaint.stateText)}
    value={<ComplaintState complaint={complaint} />}
    onTap={onTap}
  />
);
