import { registerChangesAnswer, registerCreditsAnswer } from '@gongji/contract';
import { type InsuranceRegister, NoAnswer } from '@gongji/core';
import { callOutside } from './call-outside';

const TIMEOUT_MS = 5_000;

/**
 * The insurance register over HTTP. No public interface is known: this one is the project's own. Throws NotSent or NoAnswer; a change or a line that is
 * older than asked for or out of turn, and a page that is longer, is an answer we cannot read.
 */
export function insuranceRegisterAt(base: string): InsuranceRegister {
  const changes = new URL('/register/changes', base);
  const credits = new URL('/register/credits', base);
  return {
    changesAfter: async (after, limit) => {
      const body = { after, limit };
      const answer = await callOutside({ method: 'POST', url: changes, body, schema: registerChangesAnswer, timeoutMs: TIMEOUT_MS });
      refuseDisorder(answer.changes, body);
      return answer.changes.map(({ number, certificateKind, certificateNumber, diedOn, ...insurance }) => ({
        number,
        certificateKind,
        certificateNumber,
        insurance,
        diedOn,
      }));
    },
    creditsOf: async (body) => {
      const page = await callOutside({ method: 'POST', url: credits, body, schema: registerCreditsAnswer, timeoutMs: TIMEOUT_MS });
      if (page.ready) refuseDisorder(page.credits, body);
      return page;
    },
  };
}

function refuseDisorder(lines: readonly { readonly number: number }[], asked: { readonly after: number; readonly limit: number }): void {
  const disorder = lines.some(({ number }, index) => number <= (lines[index - 1]?.number ?? asked.after));
  if (disorder || lines.length > asked.limit) throw new NoAnswer();
}
