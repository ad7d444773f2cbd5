import Taro, { type SocketTask } from '@tarojs/taro';
import type { CodeEvents, WatchCodesRequest } from '@gongji/contract';
import { readToken } from '../session/token';

// The one connection over which a phone that shows a code hears at once what became of it. Where there is none, the page asks instead.

/** The contract's path, without its schemas, which would bring the whole of zod to the phone. A test compares the two. */
export const LIVE_PATH = '/api/insurance-codes/live';

/** Between two tries, each time twice as long up to the longest; each is spread, so that a service that starts again is not met by everybody at once. */
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 15_000;
/** To open, and to answer each question, which the service always does: a network that swallows everything refuses nothing. */
const PATIENCE_MS = 8_000;
/** After so long a silence the same is asked again: while a settlement is waited for, nothing else would find out that the network swallows its news. */
const SILENCE_MS = 10_000;

interface Edges {
  readonly told: (events: CodeEvents) => void;
  readonly turned: (open: boolean) => void;
}

export interface LiveCodes {
  /** The codes to be told of from now on, on one connection; none ends it. */
  readonly follow: (codeIds: readonly string[]) => void;
}

export function liveCodes({ told, turned }: Edges): LiveCodes {
  let followed: readonly string[] = [];
  let line: Line | undefined;
  let open = false;
  let tries = 0;
  /** The next try of a connection that was lost, the next question over one that stands. */
  let next: ReturnType<typeof setTimeout> | undefined;

  const later = (act: () => void, ms: number) => {
    clearTimeout(next);
    next = setTimeout(act, ms);
  };
  const say = () => {
    const token = readToken();
    if (open && token !== undefined) line?.say({ token, codeIds: [...followed] });
  };
  const turn = (opened: boolean) => {
    if (open === opened) return;
    open = opened;
    turned(opened);
  };
  const connect = () => {
    line = callUp({
      opened: () => {
        turn(true);
        say();
      },
      heard: (text) => {
        tries = 0;
        later(say, SILENCE_MS);
        const events = eventsIn(text);
        if (events !== undefined && followed.includes(events.codeId)) told(events);
      },
      lost: () => {
        turn(false);
        const ms = Math.min(FIRST_PAUSE_MS * 2 ** tries, LONGEST_PAUSE_MS);
        tries += 1;
        later(connect, ms * (0.75 + Math.random() / 2));
      },
    });
  };
  const end = () => {
    clearTimeout(next);
    line?.hangUp();
    line = undefined;
    tries = 0;
    turn(false);
  };
  const follow = (codeIds: readonly string[]) => {
    const idle = followed.length === 0;
    followed = codeIds;
    if (codeIds.length === 0) end();
    else if (idle) connect();
    else say();
  };
  return { follow };
}

interface Ears {
  readonly opened: () => void;
  readonly heard: (text: unknown) => void;
  readonly lost: () => void;
}
interface Line {
  readonly say: (asked: WatchCodesRequest) => void;
  readonly hangUp: () => void;
}

/** One connection. Once it is lost or hung up nothing more is heard of it, whatever still arrives. */
function callUp(ears: Ears): Line {
  let task: SocketTask | undefined;
  let over = false;
  let patience: ReturnType<typeof setTimeout>;
  const waitForAnswer = () => {
    clearTimeout(patience);
    patience = setTimeout(lost, PATIENCE_MS);
  };
  const hangUp = () => {
    over = true;
    clearTimeout(patience);
    task?.close({});
  };
  const lost = () => {
    if (over) return;
    hangUp();
    ears.lost();
  };
  const heard = ({ data }: { readonly data: unknown }) => {
    clearTimeout(patience);
    if (!over) ears.heard(data);
  };
  let isOpen = false;
  const opened = () => {
    if (over || isOpen) return;
    isOpen = true;
    ears.opened();
  };
  waitForAnswer();
  Taro.connectSocket({ url: liveAddress() }).then((made) => {
    task = made;
    if (over) return made.close({});
    made.onOpen(opened);
    made.onMessage(heard);
    made.onClose(lost);
    made.onError(lost);
    // It may have opened before anybody listened.
    if (made.readyState === OPEN) opened();
  }, lost);
  const say = (asked: WatchCodesRequest) => {
    waitForAnswer();
    // A browser's task answers by a promise, WeChat's by nothing.
    Promise.resolve(task?.send({ data: JSON.stringify(asked) })).catch(lost);
  };
  return { say, hangUp };
}
const OPEN = 1;

/** As the BFF's own address, by the other protocol. Nothing of the session stands in it: addresses are logged. */
export function liveAddress(): string {
  const origin = BFF_ADDRESS === '' ? window.location.origin : BFF_ADDRESS;
  return `${origin.replace(/^http/, 'ws')}${LIVE_PATH}`;
}

function eventsIn(text: unknown): CodeEvents | undefined {
  if (typeof text !== 'string') return undefined;
  try {
    const said = JSON.parse(text) as Partial<CodeEvents> | null;
    return typeof said?.codeId === 'string' && typeof said.state === 'string' ? (said as CodeEvents) : undefined;
  } catch {
    return undefined;
  }
}
