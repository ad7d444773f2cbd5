import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keysIn } from './keys';

describe('the keys of a demonstration', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'gongji-keys-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('are made once, three of 32 bytes, for the owner only', () => {
    const made = keysIn(folder);
    const keys = Object.values(made);
    expect(keys.map((key) => key.length)).toEqual([32, 32, 32]);
    expect(new Set(keys.map((key) => key.toString('hex'))).size).toBe(3);
    expect(keysIn(folder)).toEqual(made);
    expect(statSync(join(folder, 'keys.json')).mode & 0o777).toBe(0o600);
  });

  it.each(['', '{', '{}', '{"certificateKey":"AA==","certificateIndexKey":"AA=="}'])(
    'are not made anew over a broken file (%s)',
    (text) => {
      writeFileSync(join(folder, 'keys.json'), text);
      expect(() => keysIn(folder)).toThrow(/keys\.json does not hold the three keys/);
    },
  );
});
