import type { Me } from '@gongji/contract';
import { type PlainDate, shanghaiDate } from '@gongji/domain';
import { useSyncExternalStore } from 'react';
import { addressOf, forgetAnswers, keepAnswer, lastAnswer, presentVisit, recallAnswers } from '../bff/answers';
import { callBff } from '../bff/call-bff';
import type { Outcome } from '../bff/outcome';
import { startOverAt } from '../platform/navigation';
import { thisPhone } from '../platform/device-name';
import { forgetPerson, keep, readKept } from '../platform/storage';
import { inWeChat } from '../platform/target';
import { keepOnlyFresh } from './begun';
import { noteLeft } from './left-accounts';
import { forgetColours } from './person-colour';
import { quietCode } from './silent-log-in';
import { keepToken, keptToken, onTokenLost, readToken, recallToken, takeEnded } from './token';
import { showUnread } from './unread';

export type SessionState =
  | { readonly status: 'starting' | 'out' | 'unreachable'; readonly me: null }
  | { readonly status: 'in'; readonly me: Me };

let state: SessionState = { status: 'starting', me: null };
let started = false;
let consentAwaited = false;
/** How far the phone's clock is behind the server's. */
let clockLeadMs = 0;
const listeners = new Set<() => void>();

/** `heardAt`, by this phone: when the server said it. */
function become(next: SessionState, heardAt = Date.now()): void {
  state = next;
  if (next.me) clockLeadMs = Date.parse(next.me.now) - heardAt;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};
export const useSession = (): SessionState => useSyncExternalStore(subscribe, () => state);

/** Who is logged in. Only inside a Screen, which shows its content to nobody else. */
export function useMe(): Me {
  const { me } = useSession();
  if (me === null) throw new Error('useMe outside of a Screen');
  return me;
}

/** The server's time: windows and deadlines never trust the phone's. */
export const serverNow = (): Date => new Date(Date.now() + clockLeadMs);
/** In Shanghai, where windows open and close. */
export const serverToday = (): PlainDate => shanghaiDate(serverNow());

/** A quiet log-in found somebody who has not agreed yet, or not to the text that holds: the page that asks goes on from there, once. */
export function takeConsentAwaited(): boolean {
  const awaited = consentAwaited;
  consentAwaited = false;
  return awaited;
}

/** Once per launch: the kept session, else a quiet log-in, else the page that asks. */
export function startSession(): void {
  if (started) return;
  started = true;
  keepOnlyFresh();
  void resumeSession();
}

export async function resumeSession(): Promise<void> {
  become({ status: 'starting', me: null });
  const code = readToken() === undefined ? await quietCodeOfDemo() : undefined;
  if (code !== undefined) {
    const outcome = await logIn(code);
    consentAwaited = outcome.kind === 'refused' && outcome.refusal.code === 'PRIVACY_CONSENT_REQUIRED';
    return;
  }
  if (readToken() === undefined) return become({ status: 'out', me: null });
  enterAsKept();
  const askedIn = presentVisit();
  const outcome = await askMe();
  if (askedIn !== presentVisit()) return;
  if (outcome.kind === 'done') become({ status: 'in', me: outcome.answer });
  // Refused for another reason than the session, as while the server is busy, nobody is out.
  else if (state.status === 'starting') become({ status: 'unreachable', me: null });
}

/** With what this phone knows from before, at once: every page says how old it is, and the server still decides about each wish. */
function enterAsKept(): void {
  recallAnswers();
  const kept = lastAnswer(addressOf('me'));
  if (kept !== undefined) become({ status: 'in', me: kept.answer as Me }, kept.readAt);
}

async function askMe(): Promise<Outcome<Me>> {
  const askedIn = presentVisit();
  const outcome = await callBff('me');
  if (outcome.kind === 'done') keepAnswer(addressOf('me'), outcome.answer, askedIn);
  return outcome;
}

/** Again, without a word on the screen until somebody answers: what is shown meanwhile stays. */
export async function resumeQuietly(): Promise<void> {
  const outcome = await askMe();
  if (state.status === 'unreachable' && outcome.kind === 'done') become({ status: 'in', me: outcome.answer });
}

/** A first visit goes to the page that asks: in the demo it offers people, and WeChat's own code would be refused there. */
const quietCodeOfDemo = async (): Promise<string | undefined> => {
  const code = await quietCode();
  return code?.startsWith('demo-') ? code : undefined;
};

/** `consentVersion`: of the privacy text that the person has just agreed to. */
export async function logIn(code: string, consentVersion?: string): Promise<Outcome<Me>> {
  const agreed = consentVersion === undefined ? {} : { consentVersion };
  const outcome = await callBff('logIn', { body: { code, device: thisPhone(), ...agreed } });
  if (outcome.kind !== 'done') {
    become({ status: outcome.kind === 'refused' ? 'out' : 'unreachable', me: null });
    return outcome;
  }
  forgetAnswers();
  forgetColours();
  keepOnlyFresh(outcome.answer.me.personId);
  keepToken(outcome.answer.token);
  keepAnswer(addressOf('me'), outcome.answer.me, presentVisit());
  become({ status: 'in', me: outcome.answer.me });
  return { kind: 'done', answer: outcome.answer.me };
}

export async function logInAsDemo(demoKey: string, consentVersion?: string): Promise<Outcome<Me>> {
  const outcome = await logIn(`demo-${demoKey}`, consentVersion);
  if (outcome.kind === 'done') keep('demoKey', demoKey);
  return outcome;
}

/** The phone forgets the person at once, whatever the server answers, and when. */
export async function logOut(): Promise<void> {
  // It takes the token along before that is forgotten.
  const told = readToken() === undefined ? undefined : callBff('logOut');
  leave();
  await told;
}

/** On every phone. Unlike one's own log-out it counts only when the server has done it. */
export async function logOutEverywhere(): Promise<Outcome<unknown>> {
  const outcome = await callBff('endSessions', { body: { which: 'all' } });
  if (outcome.kind === 'done') leave();
  return outcome;
}

/** Nobody is logged in here any more, and nothing of them is left on the phone. */
export function leave(): void {
  forgetPerson();
  recallToken();
  forgetAnswers();
  forgetColours();
  showUnread(0);
  // Whoever leaves knows it.
  takeEnded();
  become({ status: 'out', me: null });
  startOverAt('log-in');
}

let deleted = false;

/** The account is gone, and the page that follows says so, once. */
export function leaveDeleted(): void {
  deleted = true;
  noteLeft(readKept<string>('demoKey'));
  leave();
}
export function takeDeleted(): boolean {
  const was = deleted;
  deleted = false;
  return was;
}

const beOut = (): void => {
  showUnread(0);
  become({ status: 'out', me: null });
};
onTokenLost(beOut);

/** Another tab of the browser logged somebody in or out: this one is theirs from now on. Who was logged out there is not logged in again here. */
function followOtherTab(): void {
  if (keptToken() === readToken()) return;
  recallToken();
  forgetAnswers();
  forgetColours();
  if (readToken() === undefined) return beOut();
  showUnread(0);
  void resumeSession();
}
if (!inWeChat) addEventListener('storage', followOtherTab);
