import { registerChangesAnswer } from '@gongji/contract';
import { type InsuranceRegister, NoAnswer } from '@gongji/core';
import { callOutside } from './call-outside';

const TIMEOUT_MS = 5_000;

/** The insurance register over HTTP. Throws NotSent or NoAnswer; a change that is older than asked for or out of turn is an answer we cannot read. */
export function insuranceRegisterAt(base: string): InsuranceRegister {
  const url = new URL('/register/changes', base);
  return {
    changesAfter: async (after, limit) => {
      const body = { after, limit };
      const { changes } = await callOutside({ method: 'POST', url, body, schema: registerChangesAnswer, timeoutMs: TIMEOUT_MS });
      if (changes.some(({ number }, index) => number <= (changes[index - 1]?.number ?? after))) throw new NoAnswer();
      return changes.map(({ number, certificateKind, certificateNumber, diedOn, ...insurance }) => ({
        number,
        certificateKind,
        certificateNumber,
        insurance,
        diedOn,
      }));
    },
  };
}
