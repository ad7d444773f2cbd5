import { ERRORS, type ErrorCode } from '@gongji/domain';
import { openEdge } from '../support/edge';
import { BINDING_REFUSALS } from './refusals/binding.refusals';
import { COMPLAINT_REFUSALS } from './refusals/complaint.refusals';
import { GRANT_REFUSALS } from './refusals/grant.refusals';
import { INSTITUTION_REFUSALS } from './refusals/institution.refusals';
import { MONEY_REFUSALS } from './refusals/money.refusals';
import { PRIVACY_REFUSALS } from './refusals/privacy.refusals';
import { REQUEST_REFUSALS } from './refusals/request.refusals';

// Every refusal of the catalogue is what somebody can be told, with every gap in its sentence filled.

const REACHED = {
  ...REQUEST_REFUSALS,
  ...BINDING_REFUSALS,
  ...GRANT_REFUSALS,
  ...INSTITUTION_REFUSALS,
  ...MONEY_REFUSALS,
  ...COMPLAINT_REFUSALS,
  ...PRIVACY_REFUSALS,
};

/** Reached in another place, and where. */
const ELSEWHERE: Readonly<Partial<Record<ErrorCode, string>>> = {
  SERVICE_BUSY: 'a transaction that lost every race: test/races',
  SETTLEMENT_NOT_ANSWERED: "the counter's own desk in the sandbox",
  SETTLEMENT_NOT_FOUND: "the counter's own desk in the sandbox",
};

describe('the catalogue of refusals', () => {
  it('is reached row by row', () => {
    expect([...Object.keys(REACHED), ...Object.keys(ELSEWHERE)].sort()).toEqual(Object.keys(ERRORS).sort());
  });

  it.each(Object.entries(REACHED))('%s says what happened and what to do now', async (code, { world, by }) => {
    const edge = await openEdge(world);
    try {
      const told = await by(edge);
      expect(told.code).toBe(code);
      for (const text of [told.text, told.nextStep]) {
        expect(text).toMatch(/[\u4e00-\u9fff]{2}/);
        expect(text).not.toMatch(/—|[{}]|undefined|NaN/);
      }
    } finally {
      await edge.close();
    }
  });
});
