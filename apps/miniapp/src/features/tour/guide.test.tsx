import { afterEach, describe, expect, it } from '@jest/globals';
import { render, screen } from '@testing-library/react';
import { englishTexts } from '@gongji/texts';
import { note } from '@/shared/session/trail';
import { speakChinese, speakEnglish } from '@/shared/text/say';
import { people } from '../../../test/support/demo-people';
import { Guide } from './guide';

const show = () => render(<Guide people={people.people} clock="/" />);
const hints = () => screen.queryAllByText(/^· /).map(({ textContent }) => textContent);

describe('the guide beside the phone', () => {
  afterEach(speakChinese);

  it('says the next two things to try, and none that was done', () => {
    note('shown');
    show();
    expect(hints()).toEqual(['· 按“把这个码交给柜台”：代替真的扫码枪。', '· 在收费窗口选一份示例清单，试算后结算：手机会自己转到结果。']);
  });

  it('speaks English where the phone does, but for names and stories', () => {
    speakEnglish({ version: 'first', texts: englishTexts() });
    show();
    expect(hints()).toHaveLength(2);
    const names = people.people.flatMap(({ name, story }) => [name, story]);
    const ours = names.reduce((left, name) => left.split(name).join(''), document.body.textContent ?? '');
    expect(ours).not.toMatch(/[\u3400-\u9fff\u3000-\u303f\uff01-\uff5e]/);
  });
});
