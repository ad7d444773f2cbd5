import { freshDatabase, type FreshDatabase } from '../support/fresh-database';
import type { CoreLab } from '../support/core-lab';
import { applyFor, familyInShenzhen } from '../support/premiums';
import { openBooks } from './books';
import { openBooksLab } from './books-lab';

describe('the books after a round', () => {
  let database: FreshDatabase;
  let lab: CoreLab;
  beforeAll(async () => {
    database = await freshDatabase();
    lab = await openBooksLab(database.url);
  });
  afterAll(async () => {
    await lab.close();
    await database.drop();
  });

  it('add up when every payment that is there was acknowledged', async () => {
    const families = [await familyInShenzhen(lab), await familyInShenzhen(lab)];
    const books = await openBooks(database.url);
    for (const family of families) await applyFor(lab, family);
    await expect(books.check('a round', { payments: 2 })).resolves.toBeUndefined();
  });

  it('do not add up when a payment was acknowledged that is not there', async () => {
    const books = await openBooks(database.url);
    await expect(books.check('a round', { payments: 1 })).rejects.toThrow('after a round: 1 payments were acknowledged, 0 were made');
  });

  it.each([
    ['money came from nowhere', 'balance = balance + 1', 'the balances were'],
    ['more is frozen than is held', 'frozen = frozen + 1', 'accounts hold something else than their holds'],
  ])('do not add up when %s', async (_what, change, complaint) => {
    const books = await openBooks(database.url);
    await lab.pool.query(`update accounts set ${change}, version = version + 1 where frozen > 0`);
    await expect(books.check('a round', {})).rejects.toThrow(complaint);
  });
});
