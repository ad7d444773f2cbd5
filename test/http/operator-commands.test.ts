import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DailyFilePage } from '@gongji/core';
import { DIFFERENCE_KINDS, fen } from '@gongji/domain';
import { EXPLANATIONS, operate } from '../../apps/bff/src/operate/commands';
import { KIND_TEXT } from '../../apps/bff/src/operate/report-text';
import { taxOfficeAt } from '../../apps/bff/src/outside/tax-office';
import { EMBEDDED_TEMPLATE } from '../support/embedded-template';
import { type Edge, openEdge } from '../support/edge';
import { type Caller, logIn } from '../support/edge-client';
import { bindMother } from '../support/family';

// What an operator types, on the real edge with the sandbox's tax office and its daily file.

const TUESDAY = new Date('2026-11-24T02:00:00Z');

describe('the operator’s commands', () => {
  let edge: Edge;
  let son: Caller;
  let mother: Caller;
  let change: (page: DailyFilePage) => DailyFilePage;
  beforeEach(async () => {
    change = (page) => page;
    edge = await openEdge({
      taxOffice: { dailyFile: async (ask) => change(await taxOfficeAt(edge.sandboxUrl).dailyFile(ask)) },
    });
    [son, mother] = [await logIn(edge, 'chen-jianguo'), await logIn(edge, 'chen-guilan')];
    await bindMother(son, mother);
  });
  afterEach(() => edge.close());

  const apply = async () => {
    const { quoteId } = await son.ask('quotePremium', { body: { personId: mother.personId, year: 2027 } });
    return son.ask('applyPremium', { body: { quoteId } });
  };
  const run = (...argv: string[]) => operate(edge.deps.core, argv);

  it('reconcile and report say that both agree, with nobody’s name', async () => {
    await apply();
    await edge.moveClockTo(TUESDAY);
    const { text, exitCode } = await run('reconcile');
    expect(exitCode).toBe(0);
    expect(text).toContain('税务对账日报 2026-11-23');
    expect(text).toMatch(/梅州.*已完成，1 行，一致 1 笔/);
    expect(text).toContain('已受理 1 笔 ¥400.00');
    expect(text).not.toMatch(/陈|桂兰|建国|\d{17}[\dX]/);
    expect(await run('report', '2026-11-23')).toEqual({ text, exitCode: 0 });
  });

  it('verify proves the ledger, and ends with 1 where somebody has changed it', async () => {
    await apply();
    const sound = await run('verify');
    expect(sound.exitCode).toBe(0);
    expect(sound.text).toMatch(/账本核对 .*没有发现问题。\n$/s);
    await edge.deps.core.pool.query('update accounts set version = version + 1 where frozen > 0');
    const { text, exitCode } = await run('verify');
    expect(exitCode).toBe(1);
    expect(text).toContain('发现 1 处问题');
    expect(text).not.toMatch(/陈|桂兰|建国|\d{17}[\dX]/);
  });

  it('reconcile ends with 1 while a difference is open, and with 0 once it is explained', async () => {
    change = (page) => ({ ...page, lines: page.lines.map((line) => ({ ...line, amountFen: fen(39_000) })) });
    await apply();
    await edge.moveClockTo(TUESDAY);
    const found = await run('reconcile', '2026-11-23');
    expect(found.exitCode).toBe(1);
    expect(found.text).toMatch(/共 1 笔 ¥400.00；最早一项发现于 2026-11-23，已 0 天/);
    expect(found.text).toMatch(/#1 2026-11-23 .*梅州.* 金额不一致 GJ\d+：我方 40000，税务 39000/);
    await expect(run('explain', '1', 'because Mr Chen said so')).rejects.toThrow('用法');
    expect(await run('explain', '#1', 'corrected-there')).toMatchObject({ exitCode: 0 });
    expect(await run('explain', '1', 'corrected-there')).toMatchObject({ exitCode: 1 });
    expect(await run('report', '2026-11-23')).toMatchObject({ exitCode: 0, text: expect.stringContaining('金额不一致（已说明）1 笔') });
  });

  it('reconcile of a day reads those before it first, so that a difference keeps the day on which it was found', async () => {
    await apply();
    await edge.fault('tax-file', 'refuse', 1);
    await edge.moveClockTo(new Date('2026-11-26T02:00:00Z'));
    edge.pretendNow(new Date('2026-11-26T02:10:00Z'));
    change = (page) => ({ ...page, lines: page.lines.map((line) => ({ ...line, amountFen: fen(39_000) })) });
    expect(await run('reconcile', '2026-11-25')).toMatchObject({ exitCode: 1, text: expect.stringContaining('最早一项发现于 2026-11-23') });
  });

  it('a file that the tax office does not give leaves the day open, and the command says so by its code', async () => {
    await apply();
    await edge.fault('tax-file', 'refuse', 2);
    await edge.moveClockTo(TUESDAY);
    expect(await run('report', '2026-11-23')).toMatchObject({ exitCode: 1, text: expect.stringContaining('文件未取完') });
    expect(await run('reconcile', '2026-11-23')).toMatchObject({ exitCode: 1 });
    expect(await run('reconcile', '2026-11-23')).toMatchObject({ exitCode: 0, text: expect.stringContaining('已完成') });
  });

  it('clear says what was taken and what the tax office did not answer', async () => {
    await apply();
    edge.pretendNow(new Date('2026-11-30T02:00:00Z'));
    await edge.fault('tax-clear', 'work-then-silence');
    expect(await run('clear')).toEqual({ text: '清缴完成：本次已缴费 0 笔，税务未回 1 笔。\n', exitCode: 1 });
    edge.pretendNow(new Date('2026-11-30T02:10:00Z'));
    expect(await run('clear')).toEqual({ text: '清缴完成：本次已缴费 1 笔，税务未回 0 笔。\n', exitCode: 0 });
    edge.pretendNow(new Date('2026-12-01T01:00:00Z'));
    const { text } = await run('report', '2026-11-30');
    expect(text).toMatch(/送出 1 笔 ¥400.00：已缴费 1 笔 ¥400.00，被拒 0 笔 ¥0.00，未回 0 笔 ¥0.00/);
  });

  it('verify proves the books, keeps their heads in a file that is never written over, and holds later books against it', async () => {
    const { paymentId } = await apply();
    const folder = mkdtempSync(join(tmpdir(), 'gongji-heads-'));
    const file = join(folder, 'heads');
    expect(await run('verify')).toEqual({ exitCode: 0, text: expect.stringMatching(/^账本核对 2026.*\n没有发现问题。\n$/) });
    expect(await run('verify', 'keep', file)).toMatchObject({ exitCode: 0, text: expect.stringContaining(file) });
    const kept = readFileSync(file, 'latin1');
    expect(kept).toMatch(/^gongji ledger heads 1\n([\da-f-]{36} \d+ [\da-f]{64}\n)+$/);
    await expect(run('verify', 'keep', file)).rejects.toThrow('已经存在');
    await son.ask('voidPremium', { path: { paymentId } });
    expect(await run('verify', 'against', file)).toMatchObject({ exitCode: 0 });
    writeFileSync(file, kept.replace(/ 1 [\da-f]{64}/, ` 1 ${'0'.repeat(64)}`));
    expect(await run('verify', 'against', file)).toMatchObject({ exitCode: 1, text: expect.stringContaining('（kept-entry-changed）') });
    for (const [content, line] of [
      ['', '是空的'],
      ['root:x:0:0', '第 1 行'],
      [kept + kept, '行不是'],
    ] as const) {
      writeFileSync(file, content);
      await expect(run('verify', 'against', file)).rejects.toThrow(line);
    }
    expect(readdirSync(folder)).toEqual(['heads']);
    rmSync(folder, { recursive: true, force: true });
  });

  it('reseal needs another key, and says that nothing is left under it', async () => {
    await expect(run('reseal')).rejects.toThrow('SECOND_CERTIFICATE_KEY');
    const { core } = edge.deps;
    const keys = { ...core.keys, certificateKey: Buffer.alloc(32, 8), secondCertificateKey: core.keys.certificateKey };
    expect(await operate({ ...core, keys }, ['reseal'])).toEqual({ exitCode: 0, text: expect.stringMatching(/^已把 [1-9]\d* 行换到/) });
    expect(await operate({ ...core, keys }, ['reseal'])).toEqual({ exitCode: 0, text: expect.stringMatching(/^已把 0 行换到/) });
  });

  it.each([
    [['verify', 'keep'], '用法'],
    [['verify', 'against', '/nowhere/at all'], '打不开'],
    [['verify', 'keep', '/nowhere/at all'], '写不了'],
    [['verify', 'twice'], '用法'],
    [['report', '2026-13-01'], '不是日期'],
    [['report', '2026-11-23'], '还没有结束'],
    [['remove-everything'], '用法'],
    [[], '用法'],
    [['__proto__'], '用法'],
  ] as const)('%j is turned down in one line', async (argv, line) => {
    await expect(run(...argv)).rejects.toThrow(line);
  });

  it('as a process ends with 0 for an empty day, also beside a stopped sandbox, and with 2 for a command that is not there', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'gongji-operate-'));
    cpSync(process.env[EMBEDDED_TEMPLATE] ?? '', join(folder, 'database'), { recursive: true });
    const env = { PATH: process.env['PATH'] ?? '', DATA_DIR: folder, SANDBOX_URL: edge.sandboxUrl, LOG_LEVEL: 'silent' };
    const start = (argv: readonly string[], changes: Readonly<Record<string, string>> = {}) =>
      new Promise<{ status: unknown; said: string; complaint: string }>((resolve) => {
        const argv0 = ['--import', 'tsx', 'apps/bff/src/operate.ts', ...argv];
        execFile(process.execPath, argv0, { env: { ...env, ...changes } }, (error, said, complaint) =>
          resolve({ status: error?.code ?? 0, said, complaint }),
        );
      });
    const empty = await start(['report']);
    const alone = await start(['verify'], { SANDBOX_URL: 'http://127.0.0.1:1' });
    const wrong = await start(['remove-everything']);
    rmSync(folder, { recursive: true, force: true });
    expect(empty).toEqual({ status: 0, said: expect.stringContaining('税务对账日报'), complaint: '' });
    expect(alone).toEqual({ status: 0, said: expect.stringContaining('没有发现问题'), complaint: '沙箱没有应答，按本机时间办理。\n' });
    expect(wrong).toEqual({ status: 2, said: '', complaint: expect.stringMatching(/^operate: 用法.*\n$/) });
  }, 120_000);
});

it('every class of difference and every explanation has a text', () => {
  expect(DIFFERENCE_KINDS.filter((kind) => KIND_TEXT[kind].length < 4)).toEqual([]);
  expect(Object.values(EXPLANATIONS).every((text) => text.length >= 4)).toBe(true);
});
