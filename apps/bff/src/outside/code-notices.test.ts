import { describeWithRedis, type RedisServer, startRedis } from '../../../../test/support/redis';
import { until } from '../../../../test/support/until';
import type { CodeNotices } from './code-notices';
import { openInProcessNotices } from './code-notices.in-process';
import { openRedisNotices } from './code-notices.redis';

/** What every kind of notices does, whatever carries them. */
function behaveAsNotices(open: () => Promise<CodeNotices>): void {
  let notices: CodeNotices;
  beforeEach(async () => {
    notices = await open();
  });
  afterEach(() => notices.close());

  const listen = () => {
    const heard: string[] = [];
    return { heard, stop: notices.subscribe((codeId) => void heard.push(codeId)) };
  };

  it('tell every listener of each code, in order', async () => {
    const [first, second] = [listen(), listen()];
    notices.publish(['a', 'b']);
    notices.publish(['c']);
    for (const { heard } of [first, second]) {
      await until(() => heard.length === 3);
      expect(heard).toEqual(['a', 'b', 'c']);
    }
  });

  it('tell nobody who has stopped listening', async () => {
    const [stays, leaves] = [listen(), listen()];
    leaves.stop();
    notices.publish(['a']);
    await until(() => stays.heard.length === 1);
    expect(leaves.heard).toEqual([]);
  });

  it('are said to nobody without a fault', async () => {
    notices.publish(['a']);
    const { heard } = listen();
    notices.publish(['b']);
    await until(() => heard.includes('b'));
    expect(heard.at(-1)).toBe('b');
  });
}

describe('notices in the process', () => {
  behaveAsNotices(async () => openInProcessNotices());
});

describeWithRedis('notices over Redis', () => {
  let server: RedisServer;
  beforeAll(async () => {
    server = await startRedis();
  });
  afterAll(() => server.stop());

  let opened = 0;
  behaveAsNotices(() => openRedisNotices(server.url, `test${(opened += 1)}:`));

  it('reach other processes', async () => {
    const [here, there] = await Promise.all([openRedisNotices(server.url), openRedisNotices(server.url)]);
    const heard: string[] = [];
    there.subscribe((codeId) => void heard.push(codeId));
    here.publish(['a']);
    await until(() => heard.length === 1);
    expect(heard).toEqual(['a']);
    await Promise.all([here.close(), there.close()]);
  });

  it('come again when the server was away', async () => {
    const first = await startRedis();
    const [here, there] = await Promise.all([openRedisNotices(first.url), openRedisNotices(first.url)]);
    const heard = new Set<string>();
    there.subscribe((codeId) => void heard.add(codeId));
    await first.stop();
    here.publish(['lost']);
    const second = await startRedis(Number(new URL(first.url).port));
    await until(() => {
      here.publish(['a']);
      return heard.has('a');
    });
    expect([...heard]).toEqual(['a']);
    await Promise.all([here.close(), there.close()]);
    await second.stop();
  });

  it('refuse to open where nobody answers', async () => {
    await expect(openRedisNotices('redis://127.0.0.1:1')).rejects.toThrow();
  });

  it('fail nobody who speaks when the server has died', async () => {
    const dying = await startRedis();
    const notices = await openRedisNotices(dying.url);
    await dying.stop();
    expect(() => notices.publish(['a'])).not.toThrow();
    await notices.close();
  });
});
