import {
  type Insurance,
  type InsuranceRegister,
  type MonthlyCredit,
  NoAnswer,
  NotSent,
  type RegisterChange,
  Unreadable,
} from '@gongji/core';
import { fen, type Month, type PlainDate } from '@gongji/domain';

// An insurance register in memory, for tests of the core: a list that grows, and faults switched on call by call.

export interface RegisterDesk extends InsuranceRegister {
  /** Something happened to a person; what is not named stays as they were enrolled. */
  readonly push: (person: Registered, changes: Partial<Insurance> & { readonly diedOn?: PlainDate }) => RegisterChange;
  /** The file of a month is there with these lines, and does not change. */
  readonly publish: (month: string, lines: readonly CreditLine[]) => void;
  readonly fail: (fault: Fault, times?: number) => void;
  /** How often it was asked, faults included. */
  readonly calls: () => number;
}

type Fault = 'not-sent' | 'lost-answer' | 'unreadable';

export type Registered = Pick<RegisterChange, 'certificateKind' | 'certificateNumber' | 'insurance'>;

export type CreditLine = readonly [person: Registered, amountFen: number];

export function openRegisterDesk(): RegisterDesk {
  const changes: RegisterChange[] = [];
  const files = new Map<Month, readonly MonthlyCredit[]>();
  const faults: Fault[] = [];
  let calls = 0;
  const answered = async <T>(answer: () => T): Promise<T> => {
    calls += 1;
    const fault = faults.shift();
    // A real register is elsewhere: every answer takes a turn of the event loop.
    await new Promise((resolve) => setImmediate(resolve));
    if (fault === 'not-sent') throw new NotSent();
    if (fault === 'lost-answer') throw new NoAnswer();
    if (fault === 'unreadable') throw new Unreadable('0.groups.0');
    return answer();
  };
  return {
    push: ({ certificateKind, certificateNumber, insurance }, { diedOn = null, ...after }) => {
      const change = { number: changes.length + 1, certificateKind, certificateNumber, insurance: { ...insurance, ...after }, diedOn };
      changes.push(change);
      return change;
    },
    fail: (fault, times = 1) => void faults.push(...Array.from({ length: times }, () => fault)),
    calls: () => calls,
    publish: (month, lines) => void files.set(month as Month, lines.map(lineOf)),
    changesAfter: (after, limit) => answered(() => changes.filter(({ number }) => number > after).slice(0, limit)),
    creditsOf: ({ month, after, limit }) =>
      answered(() => {
        const file = files.get(month);
        return file === undefined
          ? { ready: false }
          : { ready: true, credits: file.filter(({ number }) => number > after).slice(0, limit) };
      }),
  };
}

const lineOf = ([{ certificateKind, certificateNumber, insurance }, amountFen]: CreditLine, index: number): MonthlyCredit => ({
  number: index + 1,
  certificateKind,
  certificateNumber,
  regionCode: insurance.regionCode,
  amountFen: fen(amountFen),
});
