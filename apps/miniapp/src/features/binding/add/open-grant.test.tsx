import { expect, it, jest } from '@jest/globals';
import { screen } from '@testing-library/react';
import { binding, explanation, me, policyView, sharedLimit } from '../../../../test/support/fixtures';
import { showTo, tap } from '../../../../test/support/signed-in';
import { AddRelativePanel } from './add-relative-panel';

const subject = { kind: 'open', binding: binding({ grants: [], mayOpen: ['show-code'] }), grant: 'show-code' } as const;

it('says on every step for whom which switch is opened', async () => {
  await showTo(me(), <AddRelativePanel subject={subject} onOpen={jest.fn()} onLeave={jest.fn()} />, {
    bindings: () => ({ answer: { bindings: [] } }),
    consent: () => ({ answer: { version: 'v1', title: '告知书', paragraphs: ['第一段'] } }),
    policy: () => ({ answer: policyView() }),
    sharedLimit: () => ({ answer: sharedLimit({ required: false, limitFen: null }) }),
    checkGrant: () => ({ answer: { explanations: [explanation()] } }),
  });
  const expectNamed = () => expect(screen.getByText('为 陈*兰 打开：出示TA的医保码')).toBeTruthy();
  expectNamed();
  await tap('我已阅读并同意告知书', 'checkbox');
  for (const onward of ['下一步', '下一步', '确认无误，去签名']) {
    await tap(onward);
    expectNamed();
  }
});
