import { englishSpeaker, englishTexts } from '@gongji/texts';
import { PEOPLE } from '../../apps/sandbox/src/people/people';
import { levyOf } from '../../apps/sandbox/src/tax-office/levies';
import { type Edge, openEdge } from '../support/edge';
import { refusalOf, send } from '../support/edge-client';

interface Answer {
  readonly version: string;
  readonly texts: Readonly<Record<string, string>> | null;
}

describe('the English texts', () => {
  let edge: Edge;
  beforeAll(async () => {
    edge = await openEdge();
  });
  afterAll(() => edge.close());

  const ask = async (query = '') => {
    const reply = await send(edge, { method: 'GET', path: `/api/texts/english${query}` });
    return reply.body as Answer;
  };

  it('come whole to a phone that has none, under a name that stays while they do', async () => {
    const first = await ask();
    expect(first.texts).toEqual(englishTexts());
    expect(first.version).toMatch(/^[\w-]{16}$/);
    expect((await ask()).version).toBe(first.version);
  });

  it('are not sent again to a phone that has them', async () => {
    const { version } = await ask();
    expect(await ask(`?have=${version}`)).toEqual({ version, texts: null });
  });

  it('come whole to a phone that has those of another build', async () => {
    expect((await ask('?have=of-another-build')).texts).toEqual(englishTexts());
  });

  it('have a word for each kind of person by which the demonstration’s tax office sets what is due', () => {
    const say = englishSpeaker(englishTexts());
    const kinds = new Set(PEOPLE.flatMap((person) => levyOf(person, 2027)?.categoryText ?? []));
    expect([...kinds].filter((kind) => say(kind) === kind)).toEqual([]);
  });

  it('refuse a name that cannot be one', async () => {
    const reply = await send(edge, { method: 'GET', path: `/api/texts/english?have=another` });
    expect(refusalOf('/api/texts/english', reply).status).toBe(422);
  });
});
