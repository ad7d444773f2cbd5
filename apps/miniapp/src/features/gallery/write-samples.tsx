import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/shared/ui/button';
import { Card, Section } from '@/shared/ui/card';
import { FileOutcome } from '@/shared/ui/file-outcome';
import { Foot } from '@/shared/ui/fold';
import { Refused, Unknown } from '@/shared/ui/outcome';
import { PageBoundary } from '@/shared/ui/page-boundary';
import { ReportAbout, ReportProblem } from '@/shared/ui/report-problem';
import { Result } from '@/shared/ui/result';
import { SpokenCode } from '@/shared/ui/spoken-code';
import { REFERENCE, REFUSAL } from './samples';

const nothing = () => undefined;
const FILE_KEPT = { title: '已经下载', text: '请妥善保管。' };

/** A write: idle, submitting, done, refused, unknown; and a page that broke. */
export const WriteSamples = () => (
  <View>
    <Section title="办理：还没提交、提交中">
      <Card>
        <Button onTap={nothing}>从我的个人账户支付 ¥400.00</Button>
        <Button busyText="正在提交，请不要离开…" onTap={nothing}>
          支付
        </Button>
      </Card>
    </Section>
    <Section title="办理：办成了">
      <Card>
        <Result tone="ok" icon="check" title="已提交" text="预计 2026年11月30日 扣款" />
        <Result tone="warn" icon="clock" title="等待TA确认" />
      </Card>
    </Section>
    <Section title="办理：没有办成">
      <Refused refusal={REFUSAL} />
    </Section>
    <Section title="办理：不知道办成没有">
      <Unknown reference={REFERENCE} button="查看结果" onTap={nothing} />
    </Section>
    <Section title="文件：存好了、没有存成">
      <FileOutcome state={{ kind: 'kept' }} kept={FILE_KEPT} failedText="请再试一次。" />
      <FileOutcome state={{ kind: 'failed' }} kept={FILE_KEPT} failedText="请再试一次。" />
    </Section>
    <Section title="电话里念的">
      <Card>
        <SpokenCode code={REFUSAL.code} reference={REFERENCE} />
        <ReportProblem reference={REFERENCE} errorCode={REFUSAL.code} />
        <ReportAbout about="payment" id={REFERENCE} />
      </Card>
    </Section>
    <Section title="出了错的一页">
      <PageBoundary>
        <Breakable />
      </PageBoundary>
    </Section>
    <Section title="页脚">
      <Foot>
        <Button onTap={nothing}>一直看得到的操作</Button>
      </Foot>
    </Section>
  </View>
);

function Breakable() {
  const [broken, setBroken] = useState(false);
  if (broken) throw new Error('broken on purpose');
  return (
    <Button kind="danger" onTap={() => setBroken(true)}>
      让这一段出错
    </Button>
  );
}
