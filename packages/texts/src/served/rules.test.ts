import { describe, expect, it } from '@jest/globals';
import { ruleText } from '@gongji/domain';
import { shippedPacks } from '../../../../test/support/rule-pack-files';
import { englishTexts } from '../english';
import { englishSpeaker } from '../recognise';

const say = englishSpeaker(englishTexts());
const CHINESE = /[\u3400-\u9fff]/;

const rules = shippedPacks().flatMap((pack) => pack.rules);
describe('the rules of the shipped packs', () => {
  it('are each said in English', () => {
    const said = rules.map((rule) => say(ruleText(rule)));
    expect([...new Set(said.filter((text) => CHINESE.test(text)))]).toEqual([]);
  });

  it.each([
    ['maxRelatives', /^One person’s personal account can be used by \d+ relatives at a time\.$/],
    ['uses', /^Personal accounts can pay for relatives: Seeing a doctor, /],
    ['premiumWindow', /^Payment period for \d{4}: .*\d{1,2} [A-Z][a-z]{2} \d{4}/],
  ])('say their values in English: %s', (kind, english) => {
    const rule = rules.find((each) => each.kind === kind);
    expect(rule === undefined ? '' : say(ruleText(rule))).toMatch(english);
  });
});
