import { Text, View } from '@tarojs/components';
import type { Refusal } from '../bff/outcome';
import { Button } from './button';
import { Notice } from './notice';
import { ReportProblem } from './report-problem';
import { SpokenCode } from './spoken-code';

interface RefusedProps {
  readonly refusal: Refusal;
  /** Without a way to report it: on the page that reports. */
  readonly alone?: boolean;
}

/** What happened and why, what to do, two numbers to read out on the phone, and the way to report it. */
export const Refused = ({ refusal, alone = false }: RefusedProps) => (
  <Notice tone="danger" title={refusal.text} urgent>
    <Text className="notice__text">{refusal.nextStep}</Text>
    <SpokenCode code={refusal.code} reference={refusal.requestId} />
    {!alone && <ReportProblem reference={refusal.requestId} errorCode={refusal.code} />}
  </Notice>
);

interface UnknownProps {
  readonly reference: string | null;
  readonly text?: string;
  readonly button: string;
  readonly onTap: () => void;
  readonly busyText?: string | false;
}

/** Never says it failed and never says it worked. */
export const Unknown = ({
  reference,
  text = '网络没有回应，办理可能已经成功。请先查看结果，不要重复办理。',
  button,
  onTap,
  busyText = false,
}: UnknownProps) => (
  <View className="stack">
    <Notice tone="warn" title="处理中，请勿重复办理" urgent>
      <Text className="notice__text">{text}</Text>
      <SpokenCode code={null} reference={reference} />
      <ReportProblem reference={reference} />
    </Notice>
    <Button kind="plain" icon="refresh" onTap={onTap} busyText={busyText}>
      {button}
    </Button>
  </View>
);
