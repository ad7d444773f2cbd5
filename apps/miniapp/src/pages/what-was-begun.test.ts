import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { fakeBff } from '../../test/support/fake-bff';
import { me, uuid } from '../../test/support/fixtures';
import { logsIn, TOKEN } from '../../test/support/signed-in';
import { phoneStorage } from '../../test/stubs/taro';
import { EMPTY_DRAFT } from '@/features/binding/add/draft';
import { keepDraft } from '@/features/binding/add/kept-draft';
import { emptyDraft, keepDraft as keepComplaint } from '@/features/complaints/complaint-draft';
import { DRAFT_MS, keepOnlyFresh } from '@/shared/session/begun';
import { logIn } from '@/shared/session/session';
import { endToken, keepToken, loseToken } from '@/shared/session/token';

const MINE = me().personId;
const onPhone = () => JSON.stringify([...phoneStorage]);
const begin = (meId: string, name: string, phone: string) => {
  keepDraft({ meId, subject: 'new' }, { draft: { ...EMPTY_DRAFT, name }, step: 'grants', sentOn: null });
  keepComplaint(meId, { ...emptyDraft({}), text: '说一件事', phone });
};

describe('what somebody was filling in', () => {
  beforeEach(() => {
    keepToken(TOKEN);
    begin(MINE, '王桂兰', '13800000000');
    fakeBff({ logIn: () => logsIn() });
  });

  it('leaves the phone when their log-in is ended from another phone', () => {
    endToken();
    expect(onPhone()).not.toMatch(/王桂兰|13800000000/);
  });

  it('waits where the log-in has only run out, and for whom it is', async () => {
    loseToken();
    await logIn('demo-chen-jianguo');
    expect(onPhone()).toMatch(/王桂兰.*13800000000/);
  });

  it('is gone when somebody else logs in', async () => {
    fakeBff({ logIn: () => logsIn(me({ personId: uuid(77) })) });
    await logIn('demo-zhou-an');
    expect(onPhone()).not.toMatch(/王桂兰|13800000000/);
  });

  it('is off the phone at the first launch after a day, whoever is there, and nothing younger is', () => {
    const now = Date.now();
    const clock = jest.spyOn(Date, 'now').mockReturnValue(now);
    begin(MINE, '王桂兰', '13800000000');
    clock.mockReturnValue(now + DRAFT_MS - 1);
    keepOnlyFresh();
    expect(onPhone()).toMatch(/王桂兰.*13800000000/);
    clock.mockReturnValue(now + DRAFT_MS);
    keepOnlyFresh();
    clock.mockRestore();
    expect(onPhone()).not.toMatch(/王桂兰|13800000000/);
  });

  it('is off the phone where it can no longer be read', () => {
    phoneStorage.set('drafts', [{ meId: MINE, draft: { name: '王桂兰' } }]);
    phoneStorage.set('complaint', { phone: '13800000000' });
    keepOnlyFresh();
    expect(onPhone()).not.toMatch(/王桂兰|13800000000/);
  });
});
