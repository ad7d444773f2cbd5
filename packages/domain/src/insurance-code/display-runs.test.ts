import { type Display, displayRuns } from './display-runs';

const AT = Date.parse('2026-11-23T02:00:00Z');
const shown = (seconds: number, showerId = 'son', scanned = false): Display => ({
  showerId,
  shownAt: new Date(AT + seconds * 1000),
  scannedAt: scanned ? new Date(AT + seconds * 1000 + 5) : null,
});
const sizes = (...displays: readonly Display[]): number[] => displayRuns([...displays].reverse()).map((run) => run.length);

describe('displays of a code', () => {
  it('in a row by one person are one entry', () => {
    expect(sizes(...Array.from({ length: 21 }, (_, index) => shown(index * 30)))).toEqual([21]);
  });

  it('stand by themselves where they were scanned', () => {
    expect(sizes(shown(0), shown(30), shown(60, 'son', true), shown(90))).toEqual([1, 1, 2]);
  });

  it('of two people are two entries', () => {
    expect(sizes(shown(0), shown(30, 'mother'), shown(60))).toEqual([1, 1, 1]);
  });

  it.each([
    [300, [2]],
    [301, [1, 1]],
  ])('%d seconds apart are entries of %j', (seconds, expected) => {
    expect(sizes(shown(0), shown(seconds))).toEqual(expected);
  });

  it('are all there, none twice', () => {
    const many = Array.from({ length: 1_203 }, (_, index) => shown(index));
    expect(sizes(...many)).toEqual([500, 500, 203]);
    expect(displayRuns([...many].reverse()).flat()).toEqual([...many].reverse());
    expect(displayRuns([])).toEqual([]);
  });
});
