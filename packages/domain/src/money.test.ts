import { addFen, atLeastZero, fen, fenText, isFen, MAX_FEN, minFen, parseYuan, subtractFen, yuanOf } from './money';

describe('money', () => {
  it.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 1e309, MAX_FEN + 1, -MAX_FEN - 1, 2 ** 53])('refuses %p as an amount', (value) => {
    expect(isFen(value)).toBe(false);
    expect(() => fen(value)).toThrow(RangeError);
  });

  it('refuses texts that look like amounts', () => {
    expect(isFen('1')).toBe(false);
  });

  it.each([
    ['0', 0],
    ['12', 1200],
    ['12.5', 1250],
    ['12.34', 1234],
    ['0.01', 1],
    [' 400.00 ', 40000],
  ])('reads %s yuan', (text, amount) => {
    expect(parseYuan(text)).toBe(amount);
  });

  it('reads back what it writes, to the last 分, at every size', () => {
    const sizes = [0, 1_000_000, 99_999_999_900];
    const amounts = sizes.flatMap((size) => Array.from({ length: 1_000 }, (_, each) => fen(size + each)));
    expect(amounts.filter((amount) => parseYuan(yuanOf(amount)) !== amount)).toEqual([]);
  });

  it.each(['', '-1', '+1', '1.234', '1e3', '0x10', '1,000', '.5', '1.', '١', '123456789012'])('does not read %p', (text) => {
    expect(parseYuan(text)).toBeUndefined();
  });

  it.each([
    [0, '0.00', '¥0.00'],
    [1, '0.01', '¥0.01'],
    [123456, '1234.56', '¥1,234.56'],
    [100000000, '1000000.00', '¥1,000,000.00'],
    [-5, '-0.05', '−¥0.05'],
  ])('writes %d 分 as %s and %s', (amount, yuan, text) => {
    expect(yuanOf(fen(amount))).toBe(yuan);
    expect(fenText(fen(amount))).toBe(text);
  });

  it('adds, subtracts, bounds', () => {
    expect(addFen()).toBe(0);
    expect(addFen(fen(1), fen(2), fen(3))).toBe(6);
    expect(subtractFen(fen(1), fen(3))).toBe(-2);
    expect(minFen(fen(5), fen(3))).toBe(3);
    expect(atLeastZero(fen(-1))).toBe(0);
    expect(() => addFen(fen(MAX_FEN), fen(1))).toThrow(RangeError);
  });
});
