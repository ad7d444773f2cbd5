import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { CLAIMED_RELATION_TEXT, FUND_USE_TEXT, plainDate } from '@gongji/domain';
import { englishTexts } from '@gongji/texts';
import { act, fireEvent, screen } from '@testing-library/react';
import { binding, explanation, me, NOW, policyView, sharedLimit } from '../../../../test/support/fixtures';
import { leftInChinese } from '../../../../test/support/left-in-chinese';
import { showTo } from '../../../../test/support/signed-in';
import { forgetLanguage, say, speakChinese, speakEnglish } from '@/shared/text/say';
import { GRANT_TITLE } from '../binding-text';
import { AddRelativePanel } from './add-relative-panel';
import { EMPTY_DRAFT, personErrors } from './draft';

const CATALOGUES = ['ADD_RELATIVE', 'GRANT_TERMS', 'INVITATION'];
const places = [
  { regionCode: '440000', regionName: '广东省', hasOwnRules: true },
  { regionCode: '441400', regionName: '梅州市', hasOwnRules: false },
];
const waiting = binding({
  state: 'proposed',
  acceptBy: NOW,
  invitationToken: 'k'.repeat(32),
  grants: binding().grants.map((grant) => ({ ...grant, state: 'proposed' })),
});

const show = (answer = explanation({ about: 'bind', usable: false })) =>
  showTo(me({ demo: false }), <AddRelativePanel subject={{ kind: 'new' }} onOpen={jest.fn()} onLeave={jest.fn()} />, {
    consent: () => ({ answer: { version: 'v1', title: '告知书', paragraphs: ['第一段'] } }),
    regions: () => ({ answer: { regions: places } }),
    policy: () => ({ answer: policyView() }),
    sharedLimit: () => ({ answer: sharedLimit({ limitFen: null }) }),
    checkBinding: () => ({ answer: { explanations: [answer] } }),
    proposeBinding: () => ({ answer: waiting }),
  });

const tap = (name: string, role = 'button') => act(async () => fireEvent.click(screen.getByRole(role, { name })));
const fill = (label: RegExp, value: string) =>
  act(async () => fireEvent.change(screen.getByRole('textbox', { name: label }), { target: { value } }));
const next = () => tap('Next');
const expectEnglish = () => expect(leftInChinese(document.body, CATALOGUES)).toEqual([]);

async function upToPerson() {
  await tap('Begin');
  expectEnglish();
  await tap('I have read the notice of consent and agree to it', 'checkbox');
  await next();
  await next();
}
async function upToGrants() {
  await tap(say(CLAIMED_RELATION_TEXT.parent), 'radio');
  await fill(/^Name/, '陈桂兰');
  await fill(/^Certificate number/, '11010519491231002X');
  await tap('梅州市', 'radio');
  await next();
}

describe('binding a relative in English', () => {
  beforeEach(() => speakEnglish(englishTexts()));
  afterEach(() => {
    speakChinese();
    forgetLanguage();
  });

  it('leaves none of its words in Chinese, from the first step to the terms', async () => {
    await show();
    expect(screen.getByText('Two switches, one thing each')).toBeTruthy();
    expectEnglish();
    await upToPerson();
    expect(screen.getByRole('alert').textContent).toContain('Please choose where they are insured');
    expectEnglish();
    await upToGrants();
    await tap(say(GRANT_TITLE['share-funds']), 'switch');
    await next();
    expect(screen.getByRole('alert').textContent).toContain(
      'The place where you are insured asks for the amount of “Limit shared by all relatives”',
    );
    expectEnglish();
  });

  it('leaves none in Chinese from the check to the result', async () => {
    await show();
    await upToPerson();
    await upToGrants();
    await tap(say(GRANT_TITLE['share-funds']), 'switch');
    await tap(say(FUND_USE_TEXT.care), 'checkbox');
    await fill(/^Limit shared by all relatives/, '1000');
    await next();
    expect(screen.getByText('This cannot be done as it is now')).toBeTruthy();
    expectEnglish();
    await tap('Change what you turn on');
    expect(screen.getByText('What you turn on', { selector: '#step-title' })).toBeTruthy();
  });

  it('leaves none in Chinese where it is signed and where it ends', async () => {
    await show(explanation({ about: 'bind' }));
    await upToPerson();
    await upToGrants();
    await tap(say(GRANT_TITLE['show-code']), 'switch');
    await next();
    await tap('All correct, go on to sign');
    expectEnglish();
    await tap('Hard to write by hand? Type your name instead');
    await fill(/^Type your name/, '陈建国');
    expectEnglish();
    await tap('Sign and bind');
    expect(screen.getByText('Waiting for 陈*兰 to confirm')).toBeTruthy();
    expectEnglish();
  });

  it('says in English what is missing', () => {
    expect(personErrors(EMPTY_DRAFT, plainDate('2026-11-22')).map(({ text }) => text)).toEqual([
      'Please choose how they are related to you',
      'Please fill in the name',
      'Please fill in the certificate number',
      'Please choose where they are insured',
    ]);
  });
});
