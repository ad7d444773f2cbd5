import { binding, grant, terms } from '../../../../test/support/domain-builders';
import { fen } from '../money';
import { capAfterVoid, decideVoidSettlement } from './decide-void-settlement';

describe('a void of a settlement', () => {
  const settlement = { institutionId: 'here', voided: false };
  it('is for the institution that settled, once', () => {
    expect(decideVoidSettlement(settlement, 'here')).toMatchObject({ ok: true, value: settlement });
    expect(decideVoidSettlement({ ...settlement, voided: true }, 'here')).toMatchObject({ ok: false, code: 'SETTLEMENT_VOIDED' });
  });

  it('tells nobody else of a settlement, voided or not', () => {
    for (const facts of [undefined, settlement, { ...settlement, voided: true }])
      expect(decideVoidSettlement(facts, 'elsewhere')).toEqual({ ok: false, code: 'SETTLEMENT_NOT_FOUND' });
  });
});

describe('the month’s cap after a void', () => {
  const [settledAt, later, nextMonth] = ['2026-11-02T02:00:00Z', '2026-11-30T15:59:59Z', '2026-11-30T16:00:00Z'].map(
    (text) => new Date(text),
  ) as [Date, Date, Date];
  const capped = (cap: number | null) => binding({ grants: [grant(terms({ capPerMonthFen: cap === null ? null : fen(cap) }))] });
  const after = (changes: Partial<Parameters<typeof capAfterVoid>[0]> = {}) =>
    capAfterVoid({ binding: capped(1_000), settledAt, now: later, spentThisMonthFen: fen(300), ...changes });

  it('has its use back in the month of the settlement, to the last moment of it in Shanghai', () => {
    expect(after()).toEqual({ kind: 'freed', leftFen: 700 });
    expect(after({ spentThisMonthFen: fen(1_200) })).toEqual({ kind: 'freed', leftFen: 0 });
  });
  it('carries nothing on into the next month', () => expect(after({ now: nextMonth })).toEqual({ kind: 'month-over' }));
  it('is nothing to tell of where none was set', () => expect(after({ binding: capped(null) })).toEqual({ kind: 'no-cap' }));
  it.each([[[]], [[grant({ state: 'ended' })]]])('ends with what was shared', (grants) =>
    expect(after({ binding: binding({ grants }), now: nextMonth })).toEqual({ kind: 'ended' }),
  );
});
