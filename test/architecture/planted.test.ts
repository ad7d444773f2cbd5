import { FAULTS } from '../../config/planted/faults';
import { read } from './sources';

// The mistakes that are planted on purpose rot with the source that they change.

describe('the mistakes planted on purpose', () => {
  const changes = FAULTS.flatMap(({ what, changes }) => changes.map((change) => ({ what, ...change })));

  it.each(changes)('can still be made: $what, in $file', ({ file, from }) => {
    expect(read(file).text.split(from)).toHaveLength(2);
  });

  it('are listed with the test that finds each', () => {
    const rows = [...read('docs/planted.md').text.matchAll(/^\| (?!mistake|---)(.+) \| (.+) \|$/gm)].map(([, what, by]) => ({ what, by }));
    expect(rows.map(({ what }) => what)).toEqual(FAULTS.map(({ what }) => what));
    expect(rows.filter(({ by }) => by === '**none**')).toEqual([]);
  });
});
