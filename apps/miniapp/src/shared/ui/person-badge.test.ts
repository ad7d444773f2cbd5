import { describe, expect, it } from '@jest/globals';
import { uuid } from '../../../test/support/fixtures';
import { personGround } from './person-badge';

const coloursOf = (digits: readonly number[]) => digits.map((digit) => personGround(uuid(digit)));

describe('the colour of a person', () => {
  it("is nobody else's while there are colours left, however alike the ids are", () => {
    // The sum of the digits is the same in each.
    expect(new Set(coloursOf([105, 114, 123, 132, 141, 150])).size).toBe(6);
  });
  it('stays, and three who follow each other still differ when all colours are taken', () => {
    expect(coloursOf([105, 150])).toEqual(coloursOf([105, 150]));
    expect(new Set(coloursOf([205, 214, 223])).size).toBe(3);
  });
});
