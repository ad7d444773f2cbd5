import { groupedReference, spokenReference } from './spoken-reference';

describe('a reference that is read out', () => {
  it('is twelve digits of the id, in groups of four', () => {
    expect(groupedReference('01a221c3-04d6-7944-96ea-64c10203448c')).toBe('8289 6245 6716');
    expect(spokenReference('01a221c3-04d6-7944-96ea-64c10203448c')).toBe('828962456716');
  });

  it('keeps its zeros', () => {
    expect(groupedReference('01a221c3-04d6-7944-96ea-000000000010')).toBe('0000 0000 0016');
  });

  it('leaves a number that people already know as it is', () => {
    expect(groupedReference('GJ20261128000000000001')).toBe('GJ20261128000000000001');
  });

  it('tells ten thousand requests apart', () => {
    const ids = Array.from({ length: 10_000 }, () => crypto.randomUUID());
    expect(new Set(ids.map(spokenReference)).size).toBe(ids.length);
  });
});
