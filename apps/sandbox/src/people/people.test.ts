import { sandboxInstitutions, sandboxPeople, type SandboxPerson } from '@gongji/contract';
import { checkCertificate, ageOn, plainDate } from '@gongji/domain';
import { type StartedSandbox, startSandbox } from '../testing/start-sandbox';

const TODAY = plainDate('2026-11-22');

describe('the synthetic people', () => {
  let sandbox: StartedSandbox;
  beforeAll(async () => {
    sandbox = await startSandbox();
  });
  afterAll(() => sandbox.stop());
  const people = async (): Promise<readonly SandboxPerson[]> => sandboxPeople.parse((await sandbox.get('/sandbox/people')).body).people;
  const find = async (key: string) => (await people()).find((person) => person.key === key);

  it('are thirty in thirteen families, told to be made up', async () => {
    const { notice } = sandboxPeople.parse((await sandbox.get('/sandbox/people')).body);
    expect(notice).toContain('虚构');
    expect(await people()).toHaveLength(30);
    expect(new Set((await people()).map(({ family }) => family)).size).toBe(13);
  });

  it('have certificates that the rules accept, with the birth date and the region in them', async () => {
    for (const person of await people()) {
      const checked = checkCertificate({ kind: person.certificateKind, number: person.certificateNumber }, TODAY);
      expect([person.key, checked.ok]).toEqual([person.key, true]);
      if (person.certificateKind !== 'resident-id' || !checked.ok) continue;
      expect(checked.value.birthDate).toBe(person.birthDate);
      expect(person.certificateNumber.slice(0, 6)).toBe(person.regionCode);
      expect(person.certificateNumber.slice(14, 17)).toMatch(/^00\d$/);
    }
  });

  it('have no certificate, key or openid twice', async () => {
    for (const field of ['key', 'openid', 'certificateNumber'] as const) {
      const values = (await people()).map((person) => person[field]);
      expect(new Set(values).size).toBe(values.length);
    }
  });

  it('have an account exactly when they are in the employee scheme', async () => {
    for (const { key, scheme, account } of await people()) expect([key, account !== null]).toEqual([key, scheme === 'employee']);
  });

  it.each([
    ['chen-jianguo', 41],
    ['chen-guilan', 68],
    ['chen-xiaoyu', 9],
    ['sun-hao', 15],
    ['liu-zhiqiang', 71],
    ['liu-tong', 0],
    ['wang-jun', 44],
    ['lin-ning', 0],
    ['zhou-an', 29],
    ['lu-ke', 12],
    ['yang-defu', 82],
  ])('%s is %i years old in autumn 2026', async (key, age) => {
    const person = await find(key);
    expect(person && ageOn(person.birthDate, TODAY)).toBe(age);
  });

  it('keep the balances that the documents name', async () => {
    expect((await find('chen-jianguo'))?.account).toEqual({ currentYearFen: 180_000, carriedOverFen: 620_000 });
    expect((await find('lin-hai'))?.account).toEqual({ currentYearFen: 90_000, carriedOverFen: 190_000 });
  });
});

describe('the synthetic institutions', () => {
  it('are hospitals and pharmacies with codes of twelve places and keys of their own', async () => {
    const sandbox = await startSandbox();
    const { institutions } = sandboxInstitutions.parse((await sandbox.get('/sandbox/institutions')).body);
    await sandbox.stop();
    expect(new Set(institutions.map(({ kind }) => kind))).toEqual(new Set(['hospital', 'pharmacy']));
    for (const { code, regionCode } of institutions) expect(code).toMatch(new RegExp(`^[HP]${regionCode}\\d{5}$`));
    expect(new Set(institutions.map(({ secretKey }) => secretKey)).size).toBe(institutions.length);
  });
});
