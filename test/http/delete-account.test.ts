import { DELETION_WORDS, PRIVACY_TEXT } from '@gongji/domain';
import { type Edge, openEdge } from '../support/edge';
import { callRoute, logIn, refusalOf } from '../support/edge-client';
import { doMainJob } from '../support/main-job';

describe('deleting one’s account', () => {
  let edge: Edge;
  beforeEach(async () => {
    edge = await openEdge();
  });
  afterEach(() => edge.close());

  it('says what is in the way, what goes, what stays and why, and is refused while something is in the way', async () => {
    const { son, bindingId, paymentId } = await doMainJob(edge);
    const preview = await son.ask('accountDeletion');
    expect(preview).toMatchObject({ allowed: false, words: DELETION_WORDS });
    expect(preview.blocks).toMatchObject([
      { kind: 'binding', subjectId: bindingId, text: expect.stringContaining('陈*兰') },
      { kind: 'payment', subjectId: paymentId },
    ]);
    expect(preview.keeps.every(({ why, until }) => why.length > 5 && until.length > 1)).toBe(true);
    expect(preview.keeps.some(({ assumed }) => assumed)).toBe(true);
    expect((await son.refused('deleteAccount', { body: { words: DELETION_WORDS } })).code).toBe('ACCOUNT_DELETION_BLOCKED');
    expect(await son.ask('me')).toMatchObject({ name: '陈建国' });
  });

  it('is confirmed by the typed words alone', async () => {
    const zhou = await logIn(edge, 'zhou-an');
    for (const words of ['', '注销', 'yes', `${DELETION_WORDS} `]) {
      expect((await zhou.refused('deleteAccount', { body: { words } })).code).toBe('REQUEST_INVALID');
    }
  });

  it('ends every log-in at once, and the next log-in finds nobody', async () => {
    const [zhou, tablet] = [await logIn(edge, 'zhou-an'), await logIn(edge, 'zhou-an')];
    await zhou.ask('deleteAccount', { body: { words: DELETION_WORDS } });
    for (const caller of [zhou, tablet]) expect((await caller.refused('me')).code).toBe('SESSION_ENDED');
    const body = { code: 'demo-zhou-an', consentVersion: PRIVACY_TEXT.version };
    expect(refusalOf('logIn', await callRoute(edge, 'logIn', { body })).code).toBe('PERSON_NOT_ENROLLED');
  });

  it('leaves the account where no log-in could be ended', async () => {
    const zhou = await logIn(edge, 'zhou-an');
    const { store } = edge.deps;
    const broken = { ...store, ping: () => Promise.reject(new Error('gone')) };
    const other = await openEdge({ replace: { store: broken } });
    const there = await logIn(other, 'zhou-an');
    expect((await there.refused('deleteAccount', { body: { words: DELETION_WORDS } })).status).toBeGreaterThanOrEqual(500);
    expect(await there.ask('me')).toMatchObject({ personId: there.personId });
    await other.close();
    expect(await zhou.ask('me')).toMatchObject({ personId: zhou.personId });
  });
});
