import { checkBinding, explainBinding } from '@gongji/core';
import { fen } from '@gongji/domain';
import { englishSpeaker, englishTexts } from '@gongji/texts';
import { type CoreLab, enrol, enrolParent, MONDAY, openLab, type Person } from '../support/core-lab';
import { bind, bindingOf, TERMS } from '../support/core-steps';

jest.setTimeout(60_000);

const CHINESE = /[\u3400-\u9fff]/;
const say = englishSpeaker(englishTexts());
/** Regions keep their names. */
const NAMES = /广东省|深圳市|梅州市|北京市/g;

/** Every sentence of an answer, by the names under which a page draws it. */
const sentencesIn = (value: unknown): readonly string[] =>
  Object.entries(value ?? {}).flatMap(([key, each]): readonly string[] => {
    if (typeof each === 'string') return ['question', 'title', 'text', 'nextStep', 'note'].includes(key) ? [each] : [];
    return typeof each === 'object' ? sentencesIn(each) : [];
  });

const leftInChinese = (answer: unknown): readonly string[] => [
  ...new Set(
    sentencesIn(answer)
      .map((text) => say(text))
      .filter((text) => CHINESE.test(text.replace(NAMES, ''))),
  ),
];

describe('why something can be used, or not, in English', () => {
  let lab: CoreLab;
  let son: Person;
  let mother: Person;
  beforeAll(async () => {
    lab = await openLab('pglite');
    lab.setClock(MONDAY);
    son = await enrol(lab, { currentYearFen: 0, carriedOverFen: 20_000 });
    mother = await enrolParent(lab);
  }, 90_000);
  afterAll(() => lab.close());

  it('is told before binding, whatever stands in the way', async () => {
    const elsewhere = await enrolParent(lab, { regionCode: '110000' });
    const wishes: readonly (readonly [Person, object])[] = [
      [mother, {}],
      [mother, { relation: 'other' }],
      [elsewhere, {}],
      [mother, { shareFunds: { ...TERMS, uses: [] } }],
      [mother, { shareFunds: { ...TERMS, capPerPaymentFen: fen(2), capPerMonthFen: fen(1) } }],
      [await enrolParent(lab, { insuranceState: 'none' }), {}],
      [mother, { showCode: null, shareFunds: null }],
    ];
    const answers = await Promise.all(
      wishes.map(([relative, overrides]) => {
        const { actorId, relation, showCode, shareFunds, sharedLimitFen, relative: claimed } = bindingOf(son, relative, overrides);
        return checkBinding(lab.deps, { actorId, relation, showCode, shareFunds, sharedLimitFen, relative: claimed });
      }),
    );
    expect(answers.flatMap(leftInChinese)).toEqual([]);
  });

  it('is told of a binding to both sides', async () => {
    const bindingId = await bind(lab, son, mother, { shareFunds: { ...TERMS, uses: ['care', 'drug', 'premium'] } });
    for (const { personId } of [son, mother]) expect(leftInChinese(await explainBinding(lab.deps, { personId, bindingId }))).toEqual([]);
  });
});
