import { refused } from '../decision';
import { fen } from '../money';
import { decideDeletion, deletionBlocks, type DeletionFacts } from './decide-deletion';

const NOTHING: DeletionFacts = { bindings: [], frozenFen: fen(0), openPayments: [], settling: false };

describe('deleting an account', () => {
  it('is allowed where nothing is in the way', () => {
    expect([deletionBlocks(NOTHING), decideDeletion(NOTHING).ok]).toEqual([[], true]);
  });

  it.each<[string, Partial<DeletionFacts>, string]>([
    ['a binding that has not ended', { bindings: [{ bindingId: 'b', other: '陈*兰', refusal: null }] }, 'binding'],
    ['a premium under way', { openPayments: [{ paymentId: 'p', person: '陈*兰', voidable: true }], frozenFen: fen(40_000) }, 'payment'],
    ['money that is held for something else', { frozenFen: fen(1) }, 'money'],
    ['a code that was scanned and not settled', { settling: true }, 'settlement'],
  ])('is blocked by %s, which says what ends it', (_title, facts, kind) => {
    const blocks = deletionBlocks({ ...NOTHING, ...facts });
    expect(blocks.map((block) => block.kind)).toEqual([kind]);
    expect(blocks.every(({ nextStep }) => nextStep.length > 5)).toBe(true);
    expect(decideDeletion({ ...NOTHING, ...facts })).toMatchObject({ ok: false, code: 'ACCOUNT_DELETION_BLOCKED', facts: { count: 1 } });
  });

  it.each([
    [
      'from which day',
      refused('BINDING_END_TOO_EARLY', { date: '2027年3月10日' }),
      '最早2027年3月10日可以解绑；在那之前可以先暂停，不会有新的扣款',
    ],
    ['who ends it', refused('BINDING_END_NOT_ALLOWED', { region: '广州市' }), '按规定由共济人解绑，请联系TA'],
    ['to end it', refused('BINDING_HAS_OPEN_PAYMENT'), '先解绑，会告诉您解绑后怎样'],
  ] as const)('says %s where the person may not end a binding yet', (_what, refusal, nextStep) => {
    expect(deletionBlocks({ ...NOTHING, bindings: [{ bindingId: 'b', other: 'x', refusal }] })).toMatchObject([{ nextStep }]);
  });

  it.each([
    [true, '看这笔代缴：可以作废，或等办完'],
    [false, '看这笔代缴，等它办完'],
  ])('offers to void a premium only where that can be done: %s', (voidable, nextStep) => {
    const openPayments = [{ paymentId: 'p', person: '陈*兰', voidable }];
    expect(deletionBlocks({ ...NOTHING, openPayments })).toMatchObject([{ nextStep }]);
  });

  it('names everything in the way at once', () => {
    const facts = {
      bindings: [{ bindingId: 'b', other: 'x', refusal: null }],
      openPayments: [{ paymentId: 'p', person: 'x', voidable: false }],
      frozenFen: fen(1),
      settling: true,
    };
    expect(deletionBlocks(facts).map(({ kind }) => kind)).toEqual(['binding', 'payment', 'settlement']);
  });
});
