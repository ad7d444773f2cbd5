import { describe, expect, it } from '@jest/globals';
import { ROUTES as CONTRACT } from '@gongji/contract';
import { ROUTES } from './routes';

describe('the route table of the mini program', () => {
  it('says the same as the contract, for every route', () => {
    const asContract = Object.entries(CONTRACT).map(([name, { method, path, write }]) => [
      name,
      [method.toUpperCase(), path, write ? 'write' : 'read'],
    ]);
    expect(Object.entries(ROUTES).sort()).toEqual(asContract.sort());
  });
});
