import { type Insurance, type InsuranceRegister, NoAnswer, NotSent, type RegisterChange } from '@gongji/core';
import type { PlainDate } from '@gongji/domain';

// An insurance register in memory, for tests of the core: a list that grows, and faults switched on call by call.

export interface RegisterDesk extends InsuranceRegister {
  /** Something happened to a person; what is not named stays as they were enrolled. */
  readonly push: (person: Registered, changes: Partial<Insurance> & { readonly diedOn?: PlainDate }) => RegisterChange;
  readonly fail: (fault: 'not-sent' | 'lost-answer', times?: number) => void;
  /** How often it was asked, faults included. */
  readonly calls: () => number;
}

export type Registered = Pick<RegisterChange, 'certificateKind' | 'certificateNumber' | 'insurance'>;

export function openRegisterDesk(): RegisterDesk {
  const changes: RegisterChange[] = [];
  const faults: ('not-sent' | 'lost-answer')[] = [];
  let calls = 0;
  return {
    push: ({ certificateKind, certificateNumber, insurance }, { diedOn = null, ...after }) => {
      const change = { number: changes.length + 1, certificateKind, certificateNumber, insurance: { ...insurance, ...after }, diedOn };
      changes.push(change);
      return change;
    },
    fail: (fault, times = 1) => void faults.push(...Array.from({ length: times }, () => fault)),
    calls: () => calls,
    changesAfter: async (after, limit) => {
      calls += 1;
      const fault = faults.shift();
      // A real register is elsewhere: every answer takes a turn of the event loop.
      await new Promise((resolve) => setImmediate(resolve));
      if (fault === 'not-sent') throw new NotSent();
      if (fault === 'lost-answer') throw new NoAnswer();
      return changes.filter(({ number }) => number > after).slice(0, limit);
    },
  };
}
