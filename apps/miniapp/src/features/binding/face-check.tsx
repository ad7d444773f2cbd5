import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { useWrite } from '@/shared/bff/use-write';
import { checkFace } from '@/shared/platform/facial';
import { tellSimulatedFace } from '@/shared/session/simulated-face';
import { Button } from '@/shared/ui/button';
import { Unreachable } from '@/shared/ui/loaded';
import { Notice } from '@/shared/ui/notice';
import { Refused } from '@/shared/ui/outcome';

type Stage = 'ready' | 'failed' | 'unable' | 'unreachable';

/** Only that it passed is known here; the server asks WeChat itself before it believes it. */
export function FaceCheck({ onPassed }: { readonly onPassed: (faceCheckId: string) => void }) {
  const [stage, setStage] = useState<Stage>('ready');
  const [simulating, setSimulating] = useState<string | null>(null);
  const start = useWrite('startFaceCheck');

  const end = (outcome: 'passed' | Stage, faceCheckId: string) => {
    setSimulating(null);
    if (outcome === 'passed') onPassed(faceCheckId);
    else setStage(outcome);
  };
  const begin = async () => {
    setStage('ready');
    const outcome = await start.submit({ body: {} });
    if (outcome?.kind === 'unknown') setStage('unreachable');
    if (outcome?.kind !== 'done') return;
    const { faceCheckId, simulated } = outcome.answer;
    if (simulated) setSimulating(faceCheckId);
    else end(await checkFace(faceCheckId), faceCheckId);
  };
  const simulate = async (faceCheckId: string, passed: boolean) => {
    const heard = await tellSimulatedFace(faceCheckId, passed);
    end(heard ? (passed ? 'passed' : 'failed') : 'unreachable', faceCheckId);
  };

  if (simulating !== null) return <Simulated onEnd={(passed) => void simulate(simulating, passed)} />;
  return (
    <View className="stack">
      <Notice tone="info" title="要您本人刷脸">
        这份授权按规定要本人刷脸确认。刷脸由微信办理，这里只知道通过或没有通过，不保存照片。
      </Notice>
      {start.state.kind === 'refused' && <Refused refusal={start.state.refusal} />}
      {stage === 'unreachable' && <Unreachable />}
      {stage === 'failed' && <Failed />}
      {stage === 'unable' && <Unable />}
      <Button icon="scan" busyText={start.busy && '正在打开…'} onTap={() => void begin()}>
        {stage === 'ready' ? '开始本人刷脸' : '再试一次'}
      </Button>
    </View>
  );
}

const Simulated = ({ onEnd }: { readonly onEnd: (passed: boolean) => void }) => (
  <View className="stack">
    <Notice tone="warn" title="演示：这里由微信刷脸" urgent>
      不会打开摄像头，请选一个结果。
    </Notice>
    <Button onTap={() => onEnd(true)}>模拟通过</Button>
    <Button kind="plain" onTap={() => onEnd(false)}>
      模拟没有通过
    </Button>
  </View>
);

const Failed = () => (
  <Notice tone="warn" title="这次没有通过" urgent>
    <Text className="notice__text">还没有生效。请在光线好的地方正对手机，摘下口罩再试一次。</Text>
    <Text className="notice__text">{COUNTER}</Text>
  </Notice>
);

const Unable = () => (
  <Notice tone="warn" title="这台手机不能刷脸" urgent>
    <Text className="notice__text">请用微信打开小程序再试，或更新微信。</Text>
    <Text className="notice__text">{COUNTER}</Text>
  </Notice>
);

const COUNTER = '刷不了脸，可以由本人带身份证和能证明关系的户口簿或结婚证，到参保地医保经办窗口办理；不同意不会有任何影响。';
