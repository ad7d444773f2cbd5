import type { CounterHelp } from '@gongji/contract';
import { COUNTER_FACT, HOTLINE_FACT, INSTEAD_FACT, officeFact } from '@gongji/domain';
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { Screen } from '@/shared/ui/screen';
import { type Behaviours, fakeBff } from '../../../test/support/fake-bff';
import { me, rule } from '../../../test/support/fixtures';
import { chineseOnPage, drawsInEnglish } from '../../../test/support/in-english';
import { showTo, tap } from '../../../test/support/signed-in';
import { HelpPanel } from './help-panel';

const help = (changes: Partial<CounterHelp> = {}): CounterHelp => ({
  regionCode: '441400',
  regionName: '梅州市',
  hotline: '12393',
  hotlineFact: HOTLINE_FACT,
  papers: rule({ kind: 'papers', text: '办理前请准备：双方身份证件。' }),
  papersUnknownText: '除了双方的证件号码和签名，不另外要求材料。',
  where: [COUNTER_FACT],
  office: officeFact('梅州市'),
  instead: INSTEAD_FACT,
  ...changes,
});
const PDF = new Uint8Array([37, 80, 68, 70]);
const usual: Behaviours = {
  regions: () => ({ answer: { regions: [] } }),
  counterHelp: () => ({ answer: help() }),
  counterForm: () => ({ answer: PDF }),
  ownCounterForm: () => ({ answer: PDF }),
};
const choose = (name: string | RegExp) => act(async () => fireEvent.click(screen.getByRole('radio', { name })));

/** As a link opens it: nobody has logged in. */
async function showToAnybody(behaviours: Behaviours = usual) {
  const calls = fakeBff(behaviours);
  await act(async () => {
    render(
      <Screen title="帮助" open>
        <HelpPanel />
      </Screen>,
    );
  });
  return calls;
}

describe('help without a smartphone', () => {
  let downloads: string[];
  beforeEach(() => {
    downloads = [];
    URL.createObjectURL = () => 'blob:form';
    URL.revokeObjectURL = () => undefined;
    jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      downloads.push(this.download);
    });
  });

  it('says beside the number how far it can be trusted, also where no service answers', async () => {
    await showToAnybody({ regions: () => 'silence', counterHelp: () => 'silence' });
    const number = screen.getByText('医保服务热线 12393').closest('.card');
    expect(number?.textContent).toContain('可信度低');
    expect(number?.textContent).toContain('没有核对到国家医保局的原文');
  });

  it('is open to anybody, with what to bring and its source, and what nobody published', async () => {
    await showToAnybody();
    expect(screen.getByText('办理前请准备：双方身份证件。')).toBeTruthy();
    expect(screen.getByText(/没有查到梅州市医保经办窗口地址/)).toBeTruthy();
    expect(screen.getByText(/没有查到代办绑定和解绑的公开规定/)).toBeTruthy();
    expect(screen.getAllByText('暂定：没有查到公开规定').length).toBeGreaterThan(0);
    expect(screen.queryByRole('radiogroup', { name: '填好多少' })).toBeNull();
  });

  it('gives an empty form to anybody', async () => {
    const calls = await showToAnybody();
    await choose('解绑');
    await tap('下载申请表 PDF');
    expect(calls.find(({ name }) => name === 'counterForm')).toMatchObject({ query: 'purpose=unbind' });
    expect(downloads).toEqual(['gongji-form-unbind.pdf']);
    expect(screen.getByRole('alert').textContent).toContain('A4');
  });

  it('fills in what whoever is logged in knows of themselves, as far as they choose', async () => {
    const calls = await showTo(me(), <HelpPanel />, usual);
    await choose(/遮盖的证件号码/);
    await tap('下载申请表 PDF');
    expect(calls.find(({ name }) => name === 'ownCounterForm')).toMatchObject({ query: 'purpose=bind&number=masked' });
    await choose(/填好我的姓名和参保地/);
    await tap('下载申请表 PDF');
    expect(calls.filter(({ name }) => name === 'ownCounterForm').at(-1)).toMatchObject({ query: 'purpose=bind&number=blank' });
  });

  it('says where nobody published what to bring', async () => {
    await showToAnybody({ ...usual, counterHelp: () => ({ answer: help({ papers: null }) }) });
    expect(screen.getByText('未查到公开规定')).toBeTruthy();
  });

  it('has the telephone number where no service answers', async () => {
    await showToAnybody({ ...usual, regions: () => 'silence', counterHelp: () => 'silence' });
    expect(screen.getByRole('button', { name: '拨打 12393' })).toBeTruthy();
    expect(screen.getByText('暂时连不上服务')).toBeTruthy();
  });

  it('says why there is no form, and leads on', async () => {
    await showToAnybody({ ...usual, counterForm: () => ({ refuse: 'RATE_LIMITED' }) });
    await tap('下载申请表 PDF');
    expect(screen.getByRole('alert').textContent).toContain('操作太频繁');
    expect(downloads).toEqual([]);
  });
});

describe('help without a smartphone in English', () => {
  drawsInEnglish();

  it('says what to bring, where to go and what nobody published', async () => {
    await showToAnybody({ ...usual, counterHelp: () => ({ answer: help({ papers: null }) }) });
    expect(screen.getByText(/^No published address of the counters in 梅州市 was found/)).toBeTruthy();
    expect(chineseOnPage('帮助', COUNTER_FACT.sourceTitle, HOTLINE_FACT.sourceTitle)).toEqual([]);
  });
});
