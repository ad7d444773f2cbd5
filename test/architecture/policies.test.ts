import { readFileSync, writeFileSync } from 'node:fs';
import { MAX_FEN, RULE_KIND_TEXT, type RuleKind } from '@gongji/domain';
import schema from '../../config/policies/rule-pack.schema.json' with { type: 'json' };

// What can rot is checked: the table of rule kinds in docs/policies.md is made from the schema of the packs and from what is done without a rule.

const PAGE = 'docs/policies.md';
const BETWEEN = /(<!-- kinds: [^\n]*-->\n)[\s\S]*?(<!-- \/kinds -->)/;

interface Value {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly string[];
  readonly const?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly format?: string;
  readonly items?: Value;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly properties?: Readonly<Record<string, Value>>;
  readonly oneOf?: readonly Value[];
}

const DEFINITIONS = schema.definitions as unknown as Readonly<Record<string, Value>>;

/** What may stand there, in few words. */
function valueText(value: Value): string {
  if (value.$ref !== undefined) return valueText(DEFINITIONS[value.$ref.replace('#/definitions/', '')] ?? {});
  if (value.enum !== undefined) return value.enum.map((each) => `\`${each}\``).join(' ');
  if (value.const !== undefined) return `\`${value.const}\``;
  if (value.oneOf !== undefined) return value.oneOf.map(valueText).join(' · ');
  if (value.items !== undefined) return `${value.minItems === value.maxItems ? '全部排序' : '一项或几项'}：${valueText(value.items)}`;
  if (value.properties !== undefined) return `{ ${propertiesText(value.properties)} }`;
  if (value.format === 'date') return typeof value.type === 'string' ? 'YYYY-MM-DD' : 'YYYY-MM-DD 或 null';
  if (value.type === 'integer') return wholeText(value);
  return value.type === 'boolean' ? '`true` `false`' : '文本';
}

/** The greatest amount of money is a bound of the program, not of the rule. */
const wholeText = ({ minimum = 0, maximum = MAX_FEN }: Value): string =>
  maximum === MAX_FEN ? `不小于 ${minimum} 的整数` : `${minimum}–${maximum} 的整数`;

const propertiesText = (properties: Readonly<Record<string, Value>>): string =>
  Object.values(properties).every((value) => value.$ref === '#/definitions/count')
    ? `${Object.keys(properties).join(' ')}：${valueText({ $ref: '#/definitions/count' })}`
    : Object.entries(properties)
        .map(([name, value]) => `${name} ${valueText(value)}`)
        .join('，');

const rowOf = ({ title, description, properties }: (typeof schema.definitions.rule.oneOf)[number]): string => {
  const kind = properties.kind.const as RuleKind;
  return `| \`${kind}\` ${title} | ${valueText(properties.value)} | ${description} | ${RULE_KIND_TEXT[kind].whenUnknown} |`;
};

const table = ['| kind | value | meaning | 未查到公开规定 |', '|---|---|---|---|', ...schema.definitions.rule.oneOf.map(rowOf), ''].join(
  '\n',
);

describe('docs/policies.md', () => {
  const page = readFileSync(PAGE, 'utf8');
  const current = page.replace(BETWEEN, (_all, begin: string, end: string) => begin + table + end);
  if (process.env['UPDATE_DOCS'] === '1') writeFileSync(PAGE, current);

  it('has the kinds of rules as the schema and the code say them (UPDATE_DOCS=1 writes them)', () => {
    expect(page).toMatch(BETWEEN);
    expect(readFileSync(PAGE, 'utf8')).toBe(current);
  });

  it('tells every kind in one whole row', () => {
    const rows = table.split('\n').slice(2, -1);
    expect(rows.filter((row) => !/^\| `\w+` \S+ \| [^|]{4,} \| [^|]{8,} \| [^|]{5,} \|$/.test(row))).toEqual([]);
    expect(table).not.toMatch(/undefined|\[object/);
  });
});
