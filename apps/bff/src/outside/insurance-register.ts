import { registerChangesAnswer, registerCreditsAnswer } from '@gongji/contract';
import { type InsuranceRegister, Unreadable } from '@gongji/core';
import type { z } from 'zod';
import { callOutside } from './call-outside';
import { type GuardOptions, guardParty } from './guard-party';

const TIMEOUT_MS = 5_000;

/**
 * The insurance register over HTTP, behind a guard. No public interface is known: this one is the project's own. Throws NotSent, NoAnswer or Unreadable; a
 * change or a line that is older than asked for or out of turn, and a page that is longer, is an answer we cannot read.
 */
export function insuranceRegisterAt(base: string, guarding: Partial<GuardOptions> = {}): InsuranceRegister {
  const guard = guardParty(guarding);
  const ask = <S extends z.ZodType>(part: string, body: unknown, schema: S) => {
    const call = { method: 'POST', url: new URL(`/register/${part}`, base), body, schema, timeoutMs: TIMEOUT_MS } as const;
    return guard({ part, isQuestion: true, send: () => callOutside(call) });
  };
  return {
    changesAfter: async (after, limit) => {
      const body = { after, limit };
      const answer = await ask('changes', body, registerChangesAnswer);
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
      const page = await ask('credits', body, registerCreditsAnswer);
      if (page.ready) refuseDisorder(page.credits, body);
      return page;
    },
  };
}

function refuseDisorder(lines: readonly { readonly number: number }[], asked: { readonly after: number; readonly limit: number }): void {
  const outOfTurn = lines.findIndex(({ number }, index) => number <= (lines[index - 1]?.number ?? asked.after));
  if (outOfTurn >= 0) throw new Unreadable(`${outOfTurn}.number`);
  if (lines.length > asked.limit) throw new Unreadable(`${asked.limit}`);
}
