import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { everyKeptWord, exportPerson, KEPT_TABLES, NOT_ABOUT_PEOPLE, one, settle, wordsFor } from '@gongji/core';
import { englishSpeaker, englishTexts } from '@gongji/texts';
import { type CoreLab, ENGINES, enrol, enrolParent, MONDAY, openLab, type Person } from '../support/core-lab';
import { apply, bind, costOf, tokenFor } from '../support/core-steps';
import { watchedDeps } from '../support/watched-deps';

jest.setTimeout(90_000);

/** Sealed at rest, and the person's own all the same. */
const OWN_WORDS = [
  'complaint_answers.text_sealed',
  'complaints.phone_sealed',
  'complaints.text_sealed',
  'persons.certificate_sealed',
  'persons.name_sealed',
];

/** A word of the program: no date, no number, nothing Chinese. */
const CODE = /^(?!true$|false$|null$)[a-z]+(?:[A-Z-][a-z]*)*$/;

const kept = new Map(KEPT_TABLES.map((each) => [each.table as string, each]));

describe('what is kept', () => {
  let lab: CoreLab;
  let columns: readonly { readonly table: string; readonly column: string; readonly type: string }[];
  let references: readonly { readonly table: string; readonly column: string }[];
  let codes: readonly { readonly table: string; readonly column: string; readonly said: readonly string[] }[];
  beforeAll(async () => {
    lab = await openLab('pglite');
    codes = (
      await lab.pool.query<{ table: string; column: string; text: string }>(
        `select c.conrelid::regclass::text "table", a.attname::text "column", pg_get_constraintdef(c.oid) text
           from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any (c.conkey)
          where c.contype = 'c' and array_length(c.conkey, 1) = 1`,
      )
    ).rows.flatMap(({ table, column, text }) => {
      const said = Array.from(text.matchAll(/'([a-zA-Z-]+)'::text/g), ([, code]) => code ?? '');
      return said.length === 0 ? [] : [{ table, column, said }];
    });
    columns = (
      await lab.pool.query<{ table: string; column: string; type: string }>(
        `select table_name::text "table", column_name::text "column", udt_name::text type from information_schema.columns where table_schema = 'public'`,
      )
    ).rows;
    references = (
      await lab.pool.query<{ table: string; column: string }>(
        `select c.conrelid::regclass::text "table", a.attname::text "column" from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any (c.conkey)
          where c.contype = 'f' and c.confrelid = 'persons'::regclass`,
      )
    ).rows;
  });
  afterAll(() => lab.close());

  it('is decided table by table: in the export, or not about people and why', () => {
    const tables = [...new Set(columns.map(({ table }) => table))].sort();
    expect([...kept.keys(), ...Object.keys(NOT_ABOUT_PEOPLE)].sort()).toEqual(tables);
  });

  it.each(KEPT_TABLES.map(({ table }) => table))('is decided column by column in %s', (table) => {
    const { columns: exported, without, by } = kept.get(table) ?? { columns: {}, without: {}, by: [] };
    const known = columns.filter((each) => each.table === table).map(({ column }) => column);
    expect([...Object.keys(exported), ...Object.values(without).flat()].sort()).toEqual(known.sort());
    expect(known).toEqual(expect.arrayContaining([...by]));
  });

  it('is found by every column that refers to a person', () => {
    for (const { table, column } of references) expect([table, kept.get(table)?.by]).toEqual([table, expect.arrayContaining([column])]);
  });

  it('leaves out whatever is a secret', () => {
    const bytes = columns.filter(({ type }) => type === 'bytea').map(({ table, column }) => ({ table, column }));
    const exported = bytes.filter(({ table, column }) => Object.hasOwn(kept.get(table)?.columns ?? {}, column));
    expect(exported.map(({ table, column }) => `${table}.${column}`).sort()).toEqual(OWN_WORDS);
  });

  it('is said in words wherever the database lets in nothing but certain codes', () => {
    const asked = codes.filter(({ table, column }) => Object.hasOwn(kept.get(table)?.columns ?? {}, column));
    expect(asked.length).toBeGreaterThan(10);
    const unsaid = asked.flatMap(({ table, column, said }) => {
      const words = wordsFor(kept.get(table)?.table ?? 'persons', column, {});
      return said.filter((code) => words?.[code] === undefined).map((code) => `${table}.${column}: ${code}`);
    });
    expect(unsaid).toEqual([]);
  });

  it('has English for everything that is said of it', () => {
    const english = englishSpeaker(englishTexts());
    const said = [
      ...KEPT_TABLES.flatMap(({ title, purpose, until, columns: named }) => [title, purpose, until, ...Object.values(named)]),
      ...everyKeptWord(),
    ];
    expect(said.filter((text) => /[\u4e00-\u9fff]/.test(english(text)))).toEqual([]);
  });

  it('stands in docs/privacy.md as it is here', () => {
    const text = readFileSync(join(__dirname, '../../docs/privacy.md'), 'utf8');
    for (const { table, title, purpose, until } of KEPT_TABLES)
      expect(text).toContain(`| \`${table}\` | ${title} | ${purpose} | ${until} |`);
    for (const [table, reason] of Object.entries(NOT_ABOUT_PEOPLE)) expect(text).toContain(`| \`${table}\` | ${reason} |`);
  });
});

describe.each(ENGINES)('an export on %s', (engine) => {
  let lab: CoreLab;
  let son: Person;
  let mother: Person;
  beforeAll(async () => {
    lab = await openLab(engine);
    [son, mother] = [await enrol(lab), await enrolParent(lab)];
    await bind(lab, son, mother);
    // A process whose clock is an hour ahead wrote first.
    lab.setClock(new Date('2026-11-23T03:00:00Z'));
    await one(settle)(lab.deps, costOf(lab, await tokenFor(lab, son, mother)));
    lab.setClock(MONDAY);
    await apply(lab, son, mother);
  }, 90_000);
  afterAll(() => lab.close());

  it('has everything of the person, themself in full and others masked', async () => {
    const { tables } = await exportPerson(lab.deps, son.personId);
    const countOf = (title: string) => tables.find((table) => table.title === title)?.rows.length;
    expect([countOf('参保登记'), countOf('亲情账户绑定'), countOf('个人账户'), countOf('代缴'), countOf('从您的账户付的结算')]).toEqual([
      1, 1, 2, 1, 1,
    ]);
    const text = JSON.stringify(tables);
    expect(text).toContain(son.certificateNumber);
    expect(text).toContain(`测*${mother.name.slice(-1)}`);
    for (const secret of [mother.certificateNumber, `"${mother.name}"`, mother.personId, son.openid]) expect(text).not.toContain(secret);
  });

  it('says every code in words', async () => {
    for (const person of [son, mother]) {
      const { tables } = await exportPerson(lab.deps, person.personId);
      const left = tables.flatMap(({ title, columns, rows }) =>
        rows.flatMap((row) =>
          columns.flatMap((column, index) =>
            column.kind !== 'drawing' && CODE.test(String(row[index])) ? [`${title}, ${column.title}: ${row[index]}`] : [],
          ),
        ),
      );
      expect(left).toEqual([]);
    }
  });

  it('of the relative does not have the payer’s accounts', async () => {
    const { tables } = await exportPerson(lab.deps, mother.personId);
    for (const title of ['个人账户', '个人账户明细', '共用限额的变更'])
      expect(tables.find((table) => table.title === title)?.rows).toEqual([]);
    expect(JSON.stringify(tables)).not.toContain(son.certificateNumber);
  });

  it('is oldest first in every table', async () => {
    const { tables } = await exportPerson(lab.deps, son.personId);
    for (const { title, columns, rows } of tables) {
      const when = columns.findIndex(({ kind }) => kind === 'instant');
      const times = when < 0 ? [] : rows.map((row) => String(row[when]));
      expect([title, times]).toEqual([title, [...times].sort()]);
    }
  });

  it('comes after the one before, on one connection', async () => {
    let [open, most] = [0, 0];
    const deps = watchedDeps(lab.deps, (query) => async (text, values) => {
      if (text.startsWith('start transaction')) most = Math.max(most, (open += 1));
      if (text === 'commit') open -= 1;
      return query(text, values);
    });
    const exported = await Promise.all([son, mother, son, mother].map(({ personId }) => exportPerson(deps, personId)));
    expect(exported[0]).toEqual(exported[2]);
    expect(most).toBe(1);
  });

  it('of the relative tells nothing of what the payer’s pots held', async () => {
    const { tables } = await exportPerson(lab.deps, mother.personId);
    const cellsOf = (title: string, columns: readonly string[]) => {
      const table = tables.find((each) => each.title === title);
      return table?.rows.flatMap((row) => row.filter((_, index) => columns.includes(table.columns[index]?.title ?? '')));
    };
    const [moved, paid] = [cellsOf('款项', ['金额']), cellsOf('代缴', ['办理编号', '金额', '税务流水号'])];
    expect(moved).toHaveLength(2);
    expect(paid).toHaveLength(3);
    expect(new Set([...(moved ?? []), ...(paid ?? []), ...(cellsOf('代缴报价', ['金额']) ?? [])])).toEqual(new Set([null]));
  });

  it('has no more than a stranger’s own line', async () => {
    const stranger = await enrolParent(lab);
    const { tables } = await exportPerson(lab.deps, stranger.personId);
    expect(tables.filter(({ rows }) => rows.length > 0).map(({ title }) => title)).toEqual(['参保登记']);
  });
});
