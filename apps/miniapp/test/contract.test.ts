import { describe, expect, it } from '@jest/globals';
import { CODE_LIVE_PATH, proposeBindingRequest, ROUTES as CONTRACT } from '@gongji/contract';
import { LIVE_PATH } from '@/shared/bff/live-codes';
import { ROUTES } from '@/shared/bff/routes';
import { pathOf, type Stroke, withPoint } from '@/shared/canvas/strokes';

describe('what the mini program keeps of the contract', () => {
  it('is the same route table, without the schemas', () => {
    const expected = Object.fromEntries(
      Object.entries(CONTRACT).map(([name, { method, path, write }]) => [name, [method.toUpperCase(), path, write ? 'write' : 'read']]),
    );
    expect(ROUTES).toEqual(expected);
  });

  it('is the way to be told of codes', () => expect(LIVE_PATH).toBe(`/api${CODE_LIVE_PATH}`));

  it('is the form of a signature, however long somebody draws', () => {
    const points = Array.from({ length: 5_000 }, (_, index) => ({ x: (index * 7) % 400, y: (index * 11) % 180 }));
    const strokes = points.reduce<readonly Stroke[]>((drawn, point, index) => withPoint(drawn, point, index === 0), []);
    expect(proposeBindingRequest.shape.signature.safeParse(pathOf(strokes)).success).toBe(true);
  });
});
