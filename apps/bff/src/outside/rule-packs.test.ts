import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { plainDate } from '@gongji/domain';
import { loadPolicyBook, RulePackError } from './rule-packs';

const SHIPPED = 'config/policies';

const problemsOf = (folder: string): readonly string[] => {
  try {
    loadPolicyBook(folder);
  } catch (error) {
    if (error instanceof RulePackError) return error.problems;
    throw error;
  }
  return [];
};

describe('loading rule packs', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'gongji-policies-'));
    cpSync(SHIPPED, folder, { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const change = (name: string, from: string | RegExp, to: string): number => {
    const before = readFileSync(join(folder, name), 'utf8');
    const after = before.replace(from, to);
    expect(after).not.toBe(before);
    writeFileSync(join(folder, name), after);
    return before.slice(0, before.search(from)).split('\n').length;
  };

  it('takes every pack that is shipped', () => {
    const book = loadPolicyBook(SHIPPED);
    const packs = readdirSync(SHIPPED).filter((name) => name.endsWith('.yaml'));
    expect(packs.filter((name) => book.regions.every(({ regionCode }) => regionCode !== name.slice(0, 6)))).toEqual([]);
    expect(book.regions.length).toBeGreaterThan(390);
    expect(book.policyFor('440300', plainDate('2026-11-22'))?.rules.length).toBeGreaterThan(10);
  });

  it('begins each with the schema, so that editors say the same', () => {
    const silent = readdirSync(SHIPPED)
      .filter((name) => name.endsWith('.yaml'))
      .filter((name) => !readFileSync(join(SHIPPED, name), 'utf8').startsWith('# yaml-language-server: $schema=rule-pack.schema.json\n'));
    expect(silent).toEqual([]);
  });

  it('says file, line and reason of a wrong value', () => {
    const line = change('440300.yaml', 'way: month-end-working-days', 'way: some-day');
    const ways = 'at-once、month-end-working-days、tax-batch、month-end-sweep';
    expect(problemsOf(folder)).toEqual([`440300.yaml:${line}: rules.0.value.way 应当是预设定的枚举值之一：${ways}`]);
  });

  it.each<[string, string, string | RegExp, string, string]>([
    ['an unknown kind', '430000.yaml', 'kind: maxRelativesEver', 'kind: maxFriends', 'rules.3.kind 应当是预设定的枚举值之一：relations、'],
    ['a word where a number stands', '420000.yaml', 'value: 3', 'value: three', 'rules.0.value 应当是 integer 类型'],
    ['money in yuan', '140000.yaml', 'value: 100000', 'value: 1000.00001', 'rules.1.value 应当是 integer 类型'],
    ['a day that does not exist', '620000.yaml', "from: '2023-02-25'", "from: '2023-02-29'", 'rules.0.from 应当匹配格式 "date"'],
    ['an unknown confidence', '510000.yaml', 'confidence: V-A', 'confidence: sure', 'rules.0.confidence 应当是预设定的枚举值之一：V-A、'],
    ['a field nobody reads', '420000.yaml', 'to: null', 'until: null', 'rules.0.until 不允许有额外的属性'],
    ['a source that is no address', '630000.yaml', /address: .*/, 'address: 海东', 'rules.0.source.address 应当匹配模式 '],
    ['an end before its beginning', '360000.yaml', "to: '2024-12-09'", "to: '2023-02-01'", 'rules.0.to to 必须晚于 from'],
    [
      'a window that closes before it opens',
      '370000.yaml',
      "closesOn: '2024-12-31'",
      "closesOn: '2024-10-09'",
      '.value.closesOn 不能早于 opensOn',
    ],
  ])('says file and line of %s', (_name, file, from, to, problem) => {
    const line = change(file, from, to);
    expect(problemsOf(folder)).toContainEqual(expect.stringContaining(`${file}:${line}: `));
    expect(problemsOf(folder)).toContainEqual(expect.stringContaining(problem));
  });

  it('says file and line of what is not YAML', () => {
    const line = change('110000.yaml', /regionName:.*/, 'regionName: "北京');
    const [first] = problemsOf(folder);
    expect(first).toMatch(/^110000\.yaml:\d+: /);
    expect(Number(first?.split(':')[1])).toBeGreaterThanOrEqual(line);
  });

  it('says which pack names a parent that nobody wrote', () => {
    const line = change('350100.yaml', "parentCode: '350000'", "parentCode: '990000'");
    expect(problemsOf(folder)).toEqual([`350100.yaml:${line}: parentCode 没有 990000 的规则包`]);
  });

  it('says which assumption does not say what it assumes', () => {
    const line = change('620000.yaml', /confidence: ASSUMED\n.*\n/, 'confidence: ASSUMED\n');
    const [first, ...more] = problemsOf(folder);
    expect(more).toEqual([]);
    expect(first).toMatch(/^620000\.yaml:\d+: rules\.3\.note 应当有必需属性 note$/);
    expect(Number(first?.split(':')[1])).toBeLessThanOrEqual(line);
  });

  it('tells every problem of every file at once', () => {
    change('420000.yaml', 'value: 3', 'value: 0');
    change('630000.yaml', 'regionName: 青海省', "regionName: ''");
    expect(problemsOf(folder).map((problem) => problem.split(':')[0])).toEqual(['420000.yaml', '630000.yaml']);
  });

  it('refuses an empty folder', () => {
    for (const name of readdirSync(folder)) rmSync(join(folder, name));
    expect(problemsOf(folder)).toEqual([expect.stringContaining('no rule packs')]);
  });
});
