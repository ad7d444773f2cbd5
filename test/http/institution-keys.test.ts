import { addInstitutionKey, one, registerInstitutions } from '@gongji/core';
import { INSTITUTIONS } from '../../apps/sandbox/src/people/institutions';
import { operate } from '../../apps/bff/src/operate/commands';
import { type Edge, openEdge } from '../support/edge';
import { fsiRefusal, HOSPITAL } from '../support/institution';
import { cost } from '../support/main-job';

describe("an institution's gateway keys", () => {
  let edge: Edge;
  beforeEach(async () => {
    edge = await openEdge();
  });
  afterEach(() => edge.close());

  const FIRST = `sandbox-access-${HOSPITAL}`;
  const run = (...argv: string[]) => operate(edge.deps.core, argv);
  /** What the gateway says to somebody with these keys who has no token: the refusal of the token means that the keys are good. */
  const tried = (keys: object = {}) => fsiRefusal(edge, { infno: '2206', input: cost('x'.repeat(48)), ...keys });
  const GOOD = 'SETTLEMENT_TOKEN_INVALID';

  const add = () => pairIn(run('add-key', HOSPITAL));
  async function pairIn(done: ReturnType<typeof operate>) {
    const { text, exitCode } = await done;
    expect(exitCode).toBe(0);
    const [, accessKey = ''] = /访问密钥 (\S+)/.exec(text) ?? [];
    const [, secretKey = ''] = /签名密钥 (\S+)/.exec(text) ?? [];
    return { accessKey, secretKey };
  }

  it('come with its registration, which is done once', async () => {
    const code = 'H44030000077';
    const first = await pairIn(run('add-institution', code, '深圳市新开医院（演示）'));
    const asked = { infno: '2206', input: cost('x'.repeat(48)), institution: code };
    expect(await fsiRefusal(edge, { ...asked, ...first })).toBe(GOOD);
    expect(await fsiRefusal(edge, { ...asked, ...first, secretKey: 'another' })).toBe('401 签名不一致');
    expect(await run('add-institution', code, '别的名字')).toEqual({ exitCode: 1, text: `${code} 已经登记，没有改动。\n` });
    expect(await fsiRefusal(edge, { ...asked, ...first })).toBe(GOOD);
    for (const bad of [[], [code], ['X44030000077', '名称'], ['H99999900001', '名称'], [code, '长'.repeat(61)]])
      await expect(run('add-institution', ...bad)).rejects.toThrow(/用法|没有地区代码/);
  });

  it('change over without a message lost: both are good, then the second alone', async () => {
    const second = await add();
    expect([await tried(), await tried(second)]).toEqual([GOOD, GOOD]);
    // Each secret belongs to its own access key.
    expect(await tried({ accessKey: second.accessKey })).toBe('401 签名不一致');
    expect(await tried({ secretKey: second.secretKey })).toBe('401 签名不一致');
    expect((await run('remove-key', HOSPITAL, FIRST)).exitCode).toBe(0);
    expect([await tried(), await tried(second)]).toEqual(['401 非法用户', GOOD]);
  });

  it('are two at most and one at least', async () => {
    const second = await add();
    expect(await run('add-key', HOSPITAL)).toEqual({ exitCode: 1, text: expect.stringContaining('已有两对') });
    expect(await run('remove-key', HOSPITAL, second.accessKey)).toMatchObject({ exitCode: 0 });
    expect(await run('remove-key', HOSPITAL, second.accessKey)).toEqual({ exitCode: 1, text: expect.stringContaining('没有这对密钥') });
    expect(await run('remove-key', HOSPITAL, FIRST)).toEqual({ exitCode: 1, text: expect.stringContaining('最后一对') });
    expect(await tried()).toBe(GOOD);
  });

  it('are added one of twenty times at once', async () => {
    const added = await Promise.all(Array.from({ length: 20 }, () => addInstitutionKey(edge.deps.core, HOSPITAL)));
    expect(added.filter((each) => each === 'has-two')).toHaveLength(19);
  });

  it('are told of an institution that is there only', async () => {
    expect(await run('add-key', 'H00000000000')).toMatchObject({ exitCode: 1 });
    expect(await run('remove-key', 'H44140000001', FIRST)).toMatchObject({ exitCode: 1 });
    await expect(run('add-key')).rejects.toThrow('用法');
    await expect(run('remove-key', HOSPITAL)).rejects.toThrow('用法');
  });

  it('stay as they are when the same institution is taken over again, and give way to another pair', async () => {
    const [hospital] = INSTITUTIONS;
    if (hospital === undefined) throw new Error('the sandbox has no institution');
    const second = await add();
    await one(registerInstitutions)(edge.deps.core, hospital);
    expect([await tried(), await tried(second)]).toEqual([GOOD, GOOD]);
    await one(registerInstitutions)(edge.deps.core, { ...hospital, accessKey: 'third', secretKey: 'secret' });
    expect([await tried(), await tried(second), await tried({ accessKey: 'third', secretKey: 'secret' })]).toEqual([
      '401 非法用户',
      '401 非法用户',
      GOOD,
    ]);
  });

  it("are nobody else's", async () => {
    const [hospital, pharmacy] = INSTITUTIONS;
    if (hospital === undefined || pharmacy === undefined) throw new Error('the sandbox has no institutions');
    await expect(one(registerInstitutions)(edge.deps.core, { ...pharmacy, accessKey: hospital.accessKey })).rejects.toThrow();
    expect(await tried()).toBe(GOOD);
  });

  it('are in no table in the clear', async () => {
    const { secretKey } = await add();
    const { rows } = await edge.pool.query<{ row: string }>(
      'select k::text as row from institution_keys k union all select a::text from audit_lines a',
    );
    const text = rows.map(({ row }) => row).join();
    expect(text).not.toContain(Buffer.from(secretKey).toString('hex'));
    expect(text).not.toContain(secretKey);
    expect(text).toContain('institution-key-added');
  });
});
