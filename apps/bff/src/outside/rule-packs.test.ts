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
    expect(book.regions).toHaveLength(readdirSync(SHIPPED).filter((name) => name.endsWith('.yaml')).length);
    expect(book.policyFor('440300', plainDate('2026-11-22'))?.rules.length).toBeGreaterThan(10);
  });

  it('says file, line and reason of a wrong value', () => {
    const line = change('440300.yaml', 'way: month-end-working-days', 'way: some-day');
    expect(problemsOf(folder)).toEqual([expect.stringMatching(new RegExp(`^440300\\.yaml:${line}: rules\\.0\\.value\\.way \\S+`))]);
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

  it('refuses an empty folder', () => {
    for (const name of readdirSync(folder)) rmSync(join(folder, name));
    expect(problemsOf(folder)).toEqual([expect.stringContaining('no rule packs')]);
  });
});
