import { exists, listFiles, read, type Source } from './sources';

// A clone works anywhere: the lock names no private registry, and no file names a folder of the machine it was written on.

const PUBLIC = 'https://registry.npmjs.org/';
const MACHINE_PATH = /(?<![\w.:/-])\/(root|home\/\w+|Users\/\w+|work)\/[\w.-]/;
const TEXT = /(\.(ts|tsx|mjs|cjs|js|json|md|yaml|yml|sql|scss|html|css|sh)|\/run|\/[A-Z]+)$/;

const privateHosts = (lock: string): string[] =>
  [...lock.matchAll(/"resolved": "([^"]+)"/g)]
    .map(([, address]) => address ?? '')
    .filter((address) => /^[a-z+]+:/.test(address) && !address.startsWith(PUBLIC));

const machinePaths = ({ path, text }: Source): string[] =>
  text.split('\n').flatMap((line, index) => (MACHINE_PATH.test(line) ? [`${path}:${index + 1}`] : []));

describe('the tree is portable', () => {
  it('its lock names no registry but the public one', () => {
    expect(privateHosts(read('package-lock.json').text)).toEqual([]);
  });

  it('its files name no folder of a machine', () => {
    const files = listFiles('.').filter((path) => TEXT.test(path) && path !== 'package-lock.json');
    expect(files.length).toBeGreaterThan(100);
    expect(files.map(read).flatMap(machinePaths)).toEqual([]);
  });

  it('has a licence', () => {
    expect(exists('LICENSE')).toBe(true);
  });

  it('is checked against planted faults', () => {
    expect(privateHosts('"resolved": "http://10.0.0.1:4873/koa/-/koa-3.3.0.tgz"')).toHaveLength(1);
    expect(privateHosts(`"resolved": "${PUBLIC}koa/-/koa-3.3.0.tgz", "resolved": "apps/bff"`)).toEqual([]);
    for (const folder of ['root', 'home/li', 'Users/li', 'work']) {
      expect(machinePaths({ path: 'a.md', text: `see /${folder}/gongji` })).toEqual(['a.md:1']);
    }
    expect(machinePaths({ path: 'a.md', text: 'https://example.com/home/li/x and apps/work/x' })).toEqual([]);
  });
});
