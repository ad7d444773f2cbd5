import type { CodeEvents, ShownCode } from '@gongji/contract';
import type { Outcome } from '@/shared/bff/outcome';
import type { Reserve } from '@/shared/session/offline-keys';
import { isNearEnd, type LiveCode, liveCode, type Phase, phaseOf, type Trouble, troubleOf, wantsCode } from './code-phase';

interface Edges {
  readonly ask: (personId: string) => Promise<Outcome<ShownCode>>;
  readonly read: (codeId: string) => Promise<Outcome<CodeEvents>>;
  /** The codes whose events are wanted from now on, the newest first. */
  readonly follow: (codeIds: readonly string[]) => void;
  readonly reserveOf: (personId: string) => Reserve | null;
  readonly now: () => number;
  readonly changed: (shown: Shown) => void;
}

/** Whom a phase is about goes with it, so that nobody's code is ever drawn under another name. */
export interface Shown {
  readonly personId: string;
  readonly phase: Phase;
}

export interface CodeWatch {
  /** This person's code from now on; whatever is still on its way for another one is dropped. */
  readonly enter: (personId: string) => void;
  /** Throws the code away, unless a scan is under way. */
  readonly leave: () => void;
  /** Twice a second: counts down, and asks for the next code ahead of expiry. */
  readonly tick: () => void;
  /** Asks what became of the codes that were shown last: only where nobody tells. */
  readonly look: () => Promise<void>;
  readonly hear: (events: CodeEvents) => void;
  /** A fresh code now: asked for, after a capture, or to show again after a scan. */
  readonly renew: () => void;
}

/** What is known of one person's code since it was asked for anew. An answer that belongs to an earlier one belongs to nobody. */
interface Showing {
  live: LiveCode | null;
  events: CodeEvents | null;
  trouble: Trouble | null;
  askedAt: number;
  asking: boolean;
}

const nothingYet = (): Showing => ({ live: null, events: null, trouble: null, askedAt: 0, asking: false });

/** One code after the other of one person after the other, and what became of them. */
export function watchCode(edges: Edges): CodeWatch {
  let personId = '';
  let inFront = false;
  let showing = nothingYet();
  // The code before this one may be scanned in the moment it is replaced, so both are watched.
  let watched: readonly string[] = [];

  const known = () => ({ ...knownOf(showing), reserve: edges.reserveOf(personId), now: edges.now() });
  const tell = () => edges.changed({ personId, phase: phaseOf(known()) });
  const watchOnly = (codeIds: readonly string[]) => {
    watched = codeIds;
    edges.follow(inFront && !isOver(showing) ? watched : []);
  };

  const request = async () => {
    const mine = Object.assign(showing, { asking: true, askedAt: edges.now() });
    const outcome = await edges.ask(personId);
    if (mine !== showing) return;
    takeAnswer(mine, outcome);
    if (outcome.kind === 'done') watchOnly([outcome.answer.codeId, ...watched].slice(0, 2));
    tell();
  };
  const tick = () => {
    if (inFront && !showing.asking && wantsCode(known(), showing.askedAt)) void request();
    tell();
  };
  const startOver = (codeIds: readonly string[]) => {
    showing = nothingYet();
    watched = codeIds;
  };
  const enter = (nextId: string) => {
    inFront = true;
    if (nextId !== personId) startOver([]);
    personId = nextId;
    watchOnly(watched);
    tick();
  };
  const leave = () => {
    inFront = false;
    if (!wasScanned(showing)) startOver([]);
    watchOnly(watched);
    tell();
  };
  const hear = (told: CodeEvents) => {
    if (!watched.includes(told.codeId)) return;
    takeEvents(showing, told, edges.now());
    if (showing.events?.state === 'settled') watchOnly(isOver(showing) ? [] : [told.codeId]);
    tell();
  };
  const look = async () => {
    const mine = showing;
    const answers = await Promise.all(watched.map(edges.read));
    if (mine !== showing) return;
    for (const outcome of answers) if (outcome.kind === 'done') hear(outcome.answer);
  };
  const renew = () => {
    // Who shows again after a scan must not be told of that scan once more.
    startOver(wasScanned(showing) ? [] : watched);
    watchOnly(watched);
    tick();
  };
  return { enter, leave, tick, look, hear, renew };
}

const knownOf = ({ live, events, trouble, asking, askedAt }: Showing) => ({
  live,
  events,
  trouble,
  waitingSince: asking ? askedAt : null,
});

const wasScanned = ({ events }: Showing): boolean => events?.state === 'scanned' || events?.state === 'settled';

/** What was settled may still be taken back, while somebody looks at it. */
const isOver = ({ events }: Showing): boolean => typeof events?.settlement?.voidedAt === 'string';

function takeAnswer(showing: Showing, outcome: Outcome<ShownCode>): void {
  showing.asking = false;
  if (outcome.kind === 'done') showing.live = liveCode(outcome.answer, showing.askedAt);
  showing.trouble = outcome.kind === 'done' ? null : outcome.kind === 'refused' ? troubleOf(outcome.refusal) : { kind: 'offline' };
}

/** Answers overtake each other: settled stays settled unless it was taken back, and scanned stays scanned until it is settled. */
function takeEvents(showing: Showing, told: CodeEvents, now: number): void {
  const isVoided = typeof told.settlement?.voidedAt === 'string';
  if (showing.events?.state === 'settled' && !isVoided) return;
  if (told.state === 'settled' || told.state === 'scanned') showing.events = told;
  const { live } = showing;
  if (live?.code.codeId !== told.codeId) return;
  // Asked for again: the refusal says why there is no other.
  if (told.state === 'ended') showing.live = null;
  if (told.state !== 'expired') return;
  // A phone has one code of a person. Two windows that both took the other's for their own end would take it from each other for ever.
  if (!showing.asking && !isNearEnd(live, now)) showing.trouble = { kind: 'superseded' };
  // The server's word goes before this phone's clock.
  showing.live = { ...live, deadline: Math.min(live.deadline, now) };
}
