import type { RouteName } from '@gongji/contract';
import { forget, keep, readKept } from '../platform/storage';

export interface KeptAnswer {
  readonly answer: unknown;
  readonly readAt: number;
}

// The last answer of every read: shown at once on return, and with its age when the network is gone. Those that people open the app for survive a restart, as long
// as the log-in does.

const STAYING: readonly RouteName[] = ['me', 'bindings', 'account', 'levy', 'premiumPayments'];
/** Older ones would say more about the past than help anybody. */
const STAYING_MS = 7 * 24 * 3_600_000;
const NOT_KEPT = '••';

let answers: Map<string, KeptAnswer> | undefined;
/** Counts who was here: an answer that comes after a log-out is nobody's. */
let visit = 0;

export const addressOf = (name: RouteName, options: object = {}): string => JSON.stringify([name, options]);
export const presentVisit = (): number => visit;
export const lastAnswer = (address: string): KeptAnswer | undefined => all().get(address);

export function keepAnswer(address: string, answer: unknown, askedIn: number): void {
  if (askedIn !== visit) return;
  all().set(address, { answer, readAt: Date.now() });
  if (stays(address))
    keep(
      'answers',
      JSON.stringify(
        [...all()].filter(([each]) => stays(each)),
        withoutCertificates,
      ),
    );
}

export function forgetAnswers(): void {
  visit += 1;
  answers = new Map();
  forget('answers');
}

/** What a launch begins with; in tests, also a launch. */
export function recallAnswers(): void {
  answers = undefined;
}

const all = (): Map<string, KeptAnswer> => (answers ??= new Map(stayed().filter(([, { readAt }]) => Date.now() - readAt < STAYING_MS)));

function stayed(): readonly (readonly [address: string, kept: KeptAnswer])[] {
  const text = readKept<string>('answers');
  if (text === undefined) return [];
  try {
    return JSON.parse(text) as readonly (readonly [string, KeptAnswer])[];
  } catch {
    return [];
  }
}

const stays = (address: string): boolean => STAYING.includes((JSON.parse(address) as readonly [RouteName])[0]);

/** Not even masked, nor the end that tells two people apart: a lost phone names nobody's certificate. */
function withoutCertificates(name: string, value: unknown): unknown {
  if (typeof value !== 'string') return value;
  if (name === 'mark' && /\d/.test(value)) return null;
  return /certificate/i.test(name) ? NOT_KEPT : value.replace(/（尾号 .*?）/g, '');
}
