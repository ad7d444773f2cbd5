import { describe, expect, it, jest } from '@jest/globals';
import { plainDate } from '@gongji/domain';
import { act, fireEvent, screen } from '@testing-library/react';
import { binding, checkResult, explanation, me, NOW, policyView, sharedLimit } from '../../../../test/support/fixtures';
import { chineseOnPage, drawsInEnglish } from '../../../../test/support/in-english';
import { showTo, tap } from '../../../../test/support/signed-in';
import { AddRelativePanel } from './add-relative-panel';
import { type Draft, EMPTY_DRAFT, personErrors } from './draft';
import { keepDraft } from './kept-draft';
import type { Step } from './kept-draft';

const places = [
  { regionCode: '440000', regionName: '广东省', hasOwnRules: true },
  { regionCode: '441400', regionName: '梅州市', hasOwnRules: false },
];
const draft: Draft = {
  ...EMPTY_DRAFT,
  consentVersion: 'v1',
  relation: 'parent',
  name: '陈桂兰',
  certificateNumber: '11010519491231002X',
  regionCode: '441400',
  shareFunds: true,
  uses: ['care'],
};
const waiting = binding({
  state: 'proposed',
  acceptBy: NOW,
  invitationToken: 'k'.repeat(32),
  grants: binding().grants.map((grant) => ({ ...grant, state: 'proposed' })),
});

/** As somebody finds it who had come as far as this step. */
const show = (step: Step = 'before', answer = explanation({ about: 'bind' })) => {
  keepDraft({ meId: me().personId, subject: 'new' }, { draft, step, sentOn: null });
  return showTo(me({ demo: false }), <AddRelativePanel subject={{ kind: 'new' }} onOpen={jest.fn()} onLeave={jest.fn()} />, {
    consent: () => ({ answer: { version: 'v1', title: '告知书', paragraphs: ['第一段'] } }),
    regions: () => ({ answer: { regions: places } }),
    policy: () => ({ answer: policyView() }),
    sharedLimit: () => ({ answer: sharedLimit({ limitFen: null }) }),
    checkBinding: () => ({ answer: { explanations: [answer] } }),
    proposeBinding: () => ({ answer: waiting }),
  });
};

const fill = (label: RegExp, value: string) =>
  act(async () => fireEvent.change(screen.getByRole('textbox', { name: label }), { target: { value } }));
const expectEnglish = () =>
  expect(chineseOnPage('第一段', '双方都正常参保。', '看病能用我的个人账户付吗？', '所有亲属一共最多用这么多。')).toEqual([]);

describe('binding a relative in English', () => {
  drawsInEnglish();

  it('leaves none of its words in Chinese before it begins and in the notice', async () => {
    await show();
    expect(screen.getByText('Two switches, one thing each')).toBeTruthy();
    expectEnglish();
    await tap('Begin');
    expect(screen.getByText('I have read the notice of consent and agree to it')).toBeTruthy();
    expectEnglish();
  });

  it('leaves none where it asks for the person, what was found again beside it', async () => {
    await show('person');
    expect(screen.getByText('What you filled in for 陈桂兰 last time is still here')).toBeTruthy();
    expectEnglish();
  });

  it('leaves none in the terms and in what is wrong with them', async () => {
    await show('grants');
    await tap('Next');
    expect(screen.getByRole('alert').textContent).toContain(
      'The place where you are insured asks for the amount of “Limit shared by all relatives”',
    );
    expectEnglish();
  });

  it('leaves none in the check, nor in the way back from a no', async () => {
    await show(
      'check',
      explanation({ about: 'bind', usable: false, checks: [checkResult({ result: 'no', code: 'BINDING_CAP_REQUIRED' })] }),
    );
    expect(screen.getByText('This cannot be done as it is now')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Change the limits' })).toBeTruthy();
    expectEnglish();
  });

  it('leaves none where it is signed and where it ends', async () => {
    await show('sign');
    expectEnglish();
    await tap('Hard to write by hand? Type your name instead');
    await fill(/^Type your name/, '陈建国');
    expectEnglish();
    await tap('Sign and bind');
    expect(screen.getByText('Waiting for 陈*兰 to confirm')).toBeTruthy();
    expectEnglish();
  });

  it('says in English what is missing', () => {
    expect(personErrors(EMPTY_DRAFT, { today: plainDate('2026-11-22'), asks: undefined }).map(({ text }) => text)).toEqual([
      'Please choose how they are related to you',
      'Please fill in the name',
      'Please fill in the certificate number',
      'Please choose where they are insured',
    ]);
  });
});
