import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import Taro from '@tarojs/taro';
import { uuid } from '../../../test/support/fixtures';
import { fillPhone, phoneStorage } from '../../../test/stubs/taro';

/** As the program finds itself at a launch: it remembers what the phone kept, and nothing else. */
const launch = async (): Promise<typeof import('./person-colour')> => {
  jest.resetModules();
  jest.doMock('@tarojs/taro', () => ({ __esModule: true, default: Taro }));
  return import('./person-colour');
};
const family = [1, 2, 3, 4, 5, 6].map(uuid);

beforeEach(() => phoneStorage.clear());

describe('the colour of a person', () => {
  it('is nobody else’s among the first six, and the same whatever is shown later', async () => {
    const { colourOf } = await launch();
    expect(new Set(family.map(colourOf)).size).toBe(6);
    expect([...family].reverse().map(colourOf)).toEqual(family.map(colourOf).reverse());
  });

  it('comes again where there are more people than colours', async () => {
    const { colourOf } = await launch();
    const colours = [...family, uuid(7)].map(colourOf);
    expect(colours[6]).toBe(colours[0]);
  });

  it('is the same at the next launch, whoever is shown first', async () => {
    const before = family.map((await launch()).colourOf);
    const after = [...family].reverse().map((await launch()).colourOf);
    expect(after.reverse()).toEqual(before);
  });

  it('is given anew to the next one who logs in, and nobody’s id is left', async () => {
    const { colourOf, forgetColours } = await launch();
    family.forEach(colourOf);
    forgetColours();
    expect(JSON.stringify([...phoneStorage])).not.toContain(uuid(1));
    expect(colourOf(uuid(6))).toBe(0);
  });

  it('is there on a phone without room', async () => {
    const { colourOf } = await launch();
    fillPhone();
    expect(new Set(family.map(colourOf)).size).toBe(6);
  });
});
