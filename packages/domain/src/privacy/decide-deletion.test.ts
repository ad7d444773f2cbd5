import { fen } from '../money';
import { decideDeletion, deletionBlocks, type DeletionFacts } from './decide-deletion';

const NOTHING: DeletionFacts = { bindings: [], frozenFen: fen(0), openPayments: [], settling: false };

describe('deleting an account', () => {
  it('is allowed where nothing is in the way', () => {
    expect([deletionBlocks(NOTHING), decideDeletion(NOTHING).ok]).toEqual([[], true]);
  });

  it.each<[string, Partial<DeletionFacts>, string]>([
    ['a binding that has not ended', { bindings: [{ bindingId: 'b', other: '陈*兰' }] }, 'binding'],
    ['a premium under way', { openPayments: [{ paymentId: 'p', person: '陈*兰' }], frozenFen: fen(40_000) }, 'payment'],
    ['money that is held for something else', { frozenFen: fen(1) }, 'money'],
    ['a code that was scanned and not settled', { settling: true }, 'settlement'],
  ])('is blocked by %s, which says what ends it', (_title, facts, kind) => {
    const blocks = deletionBlocks({ ...NOTHING, ...facts });
    expect(blocks.map((block) => block.kind)).toEqual([kind]);
    expect(blocks.every(({ nextStep }) => nextStep.length > 5)).toBe(true);
    expect(decideDeletion({ ...NOTHING, ...facts })).toMatchObject({ ok: false, code: 'ACCOUNT_DELETION_BLOCKED', facts: { count: 1 } });
  });

  it('names everything in the way at once', () => {
    const facts = {
      bindings: [{ bindingId: 'b', other: 'x' }],
      openPayments: [{ paymentId: 'p', person: 'x' }],
      frozenFen: fen(1),
      settling: true,
    };
    expect(deletionBlocks(facts).map(({ kind }) => kind)).toEqual(['binding', 'payment', 'settlement']);
  });
});
