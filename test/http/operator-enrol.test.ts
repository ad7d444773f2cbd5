import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findPersonByOpenid, readAccount } from '@gongji/core';
import { checkDigitOf } from '@gongji/domain';
import { operate } from '../../apps/bff/src/operate/commands';
import { countRows, type Edge, openEdge } from '../support/edge';

// People of the insurance register who are brought in by a file. All of them are synthetic.

const numberOf = (serial: number): string => {
  const first17 = `44030${Math.floor(serial / 1000)}19800101${String(serial % 1000).padStart(3, '0')}`;
  return `${first17}${checkDigitOf(first17)}`;
};
const personOf = (serial: number, more: object = {}) => ({
  name: '测试人',
  openid: `openid-of-a-file-${serial}`,
  certificateKind: 'resident-id',
  certificateNumber: numberOf(serial),
  regionCode: '440300',
  scheme: 'employee',
  insuranceState: 'normal',
  groups: [],
  birthDate: '1980-01-01',
  account: { currentYearFen: 12_300, carriedOverFen: 45_600 },
  ...more,
});

describe('enrol', () => {
  let edge: Edge;
  let folder: string;
  beforeAll(async () => {
    edge = await openEdge();
    folder = mkdtempSync(join(tmpdir(), 'people-'));
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await edge.close();
  });

  const enrol = (...lines: readonly unknown[]) => {
    const path = join(folder, 'people.jsonl');
    writeFileSync(path, lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'));
    return operate(edge.deps.core, ['enrol', path]);
  };
  const balanceOf = async (openid: string) => {
    const person = await findPersonByOpenid(edge.deps.core, openid);
    return person === null ? null : (await readAccount(edge.deps.core, person.personId)).balanceFen;
  };

  it('brings in the people of a file, who log in and have what their account opened with, once', async () => {
    const people = Array.from({ length: 450 }, (_, index) => personOf(1000 + index));
    for (let time = 0; time < 2; time += 1) {
      const { text, exitCode } = await enrol(...people, '', personOf(2000, { openid: null, account: null }));
      expect([exitCode, text]).toEqual([0, expect.stringContaining('已登记 451 人')]);
    }
    expect(await balanceOf('openid-of-a-file-1449')).toBe(57_900);
    expect((await operate(edge.deps.core, ['verify'])).exitCode).toBe(0);
  });

  it.each<[string, unknown, string]>([
    ['no JSON', '{"name":', '不是 JSON 对象'],
    ['an unknown field', personOf(3001, { surname: '测' }), '没有 surname 这个字段'],
    ['a missing field', { ...personOf(3001), scheme: undefined }, 'scheme'],
    ['an account below zero', personOf(3001, { account: { currentYearFen: -1, carriedOverFen: 0 } }), 'account.currentYearFen'],
    ['half a fen', personOf(3001, { account: { currentYearFen: 0.5, carriedOverFen: 0 } }), 'account.currentYearFen'],
    ['a name that is none', personOf(3001, { name: '测试1' }), '姓名'],
    [
      'a number with a wrong digit',
      personOf(3001, { certificateNumber: `${numberOf(3001).slice(0, 17)}${numberOf(3001).endsWith('1') ? '2' : '1'}` }),
      '证件号码',
    ],
    ['a birthday that is not in the number', personOf(3001, { birthDate: '1980-01-02' }), '出生日期'],
    ['a place that is none', personOf(3001, { regionCode: '999999' }), '地区代码'],
  ])('says which line has %s, nothing of what it says, and enrols nobody', async (_what, wrong, why) => {
    const before = await countRows(edge.pool);
    const refused = enrol(personOf(3000), wrong);
    await expect(refused).rejects.toThrow(/第 2 行.*没有登记任何人/);
    await expect(refused).rejects.toThrow(why);
    await expect(refused).rejects.not.toThrow(/测试|44030/);
    expect(await countRows(edge.pool)).toEqual(before);
  });

  it('gives nobody the log-in of somebody else', async () => {
    await enrol(personOf(4000));
    await expect(enrol(personOf(4001), personOf(4002, { openid: 'openid-of-a-file-4000' }))).rejects.toThrow('第 1 到 2 行没有登记');
    expect(await balanceOf('openid-of-a-file-4001')).toBeNull();
  });

  it('says what is wrong with the file', async () => {
    await expect(enrol('')).rejects.toThrow('是空的');
    await expect(operate(edge.deps.core, ['enrol', join(folder, 'none')])).rejects.toThrow('打不开');
    await expect(operate(edge.deps.core, ['enrol'])).rejects.toThrow('用法');
  });
});
