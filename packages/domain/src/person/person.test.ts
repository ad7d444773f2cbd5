import { isInsuredPlace } from './person';

describe('where people are insured', () => {
  it.each([
    ['000000', false],
    ['440000', false],
    ['440300', true],
    ['110000', true],
    ['500000', true],
    ['610100', true],
  ])('%s: %s', (regionCode, insuredThere) => {
    expect(isInsuredPlace(regionCode)).toBe(insuredThere);
  });
});
