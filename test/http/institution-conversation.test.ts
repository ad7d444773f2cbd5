import { readFileSync, writeFileSync } from 'node:fs';
import { FSI_TRANSACTIONS, type FsiTransaction } from '@gongji/contract';
import { converse, type Exchange, readWritten, showCodeOfMother, visitMessages, written } from '../support/conversation';
import { countRows, type Edge, openEdge, OPENING_TIME } from '../support/edge';

// docs/institutions.md is what the gateway says: written from it, and sent to it again.

const PAGE = 'docs/institutions.md';
const between = (name: string) => new RegExp(`(<!-- ${name}: begin -->\n)[\\s\\S]*?(<!-- ${name}: end -->)`);
const KIND = { hospital: 'hospital', pharmacy: 'pharmacy' } as const;

const rowOf = ([infno, { name, kinds, again }]: [string, FsiTransaction]): string =>
  `| ${infno} | ${name} | ${kinds.map((kind) => KIND[kind]).join(', ')} | ${again === 'keyed' ? 'moves money: msgid is its key' : 'msgid taken once'} |`;
const table = [
  '| number | name | for | |',
  '|---|---|---|---|',
  ...(Object.entries(FSI_TRANSACTIONS) as [string, FsiTransaction][]).map(rowOf),
  '',
].join('\n');

describe('docs/institutions.md', () => {
  let edge: Edge;
  beforeEach(async () => {
    edge = await openEdge();
  });
  afterEach(() => edge.close());

  it('has the visit and the transactions as the gateway has them (UPDATE_DOCS=1 writes them)', async () => {
    const visit = written(await converse(edge, await showCodeOfMother(edge), visitMessages(OPENING_TIME)));
    const page = readFileSync(PAGE, 'utf8');
    const current = [
      ['transactions', table],
      ['visit', visit],
    ].reduce((text, [name = '', part = '']) => text.replace(between(name), (_all, begin: string, end: string) => begin + part + end), page);
    if (process.env['UPDATE_DOCS'] === '1') writeFileSync(PAGE, current);
    expect(readFileSync(PAGE, 'utf8')).toBe(current);
  });

  it('can be sent as it stands, signatures and all, and gets the answers that it shows', async () => {
    const recorded: readonly Exchange[] = readWritten(readFileSync(PAGE, 'utf8'));
    expect(recorded.map(({ infno }) => infno)).toEqual(['6101', '1101', '2001', '2206', '2207', '2208']);
    expect(await converse(edge, await showCodeOfMother(edge), recorded)).toEqual(recorded);
    expect((await countRows(edge.pool))['settlement_voids']).toBe(1);
  });

  it('shows a visit in which nothing was refused and all money came back', () => {
    const recorded = readWritten(readFileSync(PAGE, 'utf8'));
    for (const { answer } of recorded) expect(answer).toMatchObject({ infcode: 0, err_msg: '' });
    expect(recorded.at(-1)?.answer).toMatchObject({ output: { acct_mulaid_pay: '80.00' } });
  });
});
