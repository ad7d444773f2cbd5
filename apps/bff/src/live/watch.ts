import { CODE_LIVE_CLOSED, type WatchCodesRequest, watchCodesRequest } from '@gongji/contract';
import { type CodeEvents, readCodeEvents } from '@gongji/core';
import { AppError, kindOf } from '@gongji/domain';
import type { WebSocket } from 'ws';
import type { AppDeps } from '../deps';
import { describeBug } from '../http/error-response';
import { findSession } from '../http/session';

/** RFC 6455: try again later. */
export const TRY_AGAIN_LATER = 1013;
const MOST_UNREAD_BYTES = 65_536;

export interface WatchPlace {
  readonly deps: Pick<AppDeps, 'core' | 'store' | 'log'>;
  /** Whether this person may have one more connection. */
  readonly admits: (personId: string) => boolean;
}

/** One phone that watches its codes. */
export class Watch {
  /** undefined until the phone has said whose it is. */
  personId: string | undefined;
  private token: string | undefined;
  /** The codes that are watched, with what was told of each. */
  private told = new Map<string, CodeEvents | undefined>();
  /** The newest message that was not looked at yet. */
  private asked: WatchCodesRequest | undefined;
  private turn: Promise<void> = Promise.resolve();

  constructor(
    private readonly place: WatchPlace,
    readonly socket: WebSocket,
  ) {}

  /** A message from the phone: which codes it watches from now on. Whoever sends faster than is read is answered for the newest list only. */
  take(message: Buffer, isBinary: boolean): void {
    const request = isBinary ? undefined : readRequest(message);
    if (request === undefined) {
      this.socket.close(CODE_LIVE_CLOSED.invalid);
      return;
    }
    const waits = this.asked !== undefined;
    this.asked = request;
    if (!waits) void this.inTurn(() => this.watchNewest());
  }

  watches(codeId: string): boolean {
    return this.told.has(codeId);
  }

  /** Reads a code again and tells what is new. */
  look(codeId: string): Promise<void> {
    return this.inTurn(() => this.tellNews(codeId));
  }

  /** Reads again whatever may still change. */
  async lookAtAll(): Promise<void> {
    for (const [codeId, events] of this.told) if (!isOver(events)) await this.look(codeId);
  }

  /** Closes where the session is over. */
  async checkSession(): Promise<void> {
    const { token } = this;
    if (token !== undefined) await this.inTurn(async () => void (await this.introduce(token)));
  }

  /** One after the other: an older answer never overtakes a newer one. */
  private inTurn(step: () => Promise<void>): Promise<void> {
    this.turn = this.turn.then(async () => {
      if (this.isOpen()) await step().catch((thrown: unknown) => this.closeAfter(thrown));
    });
    return this.turn;
  }

  private async watchNewest(): Promise<void> {
    const { asked } = this;
    this.asked = undefined;
    if (asked === undefined || !(await this.introduce(asked.token))) return;
    this.told = new Map(asked.codeIds.map((codeId) => [codeId, undefined]));
    for (const codeId of asked.codeIds) await this.tellNews(codeId);
  }

  /** Whether the token is somebody's who may be here. */
  private async introduce(token: string): Promise<boolean> {
    const session = await findSession(this.place.deps.store, token);
    const refusal = session === undefined ? CODE_LIVE_CLOSED.unauthenticated : this.isOneTooMany(session.personId) ? TRY_AGAIN_LATER : null;
    if (refusal !== null) this.socket.close(refusal);
    else [this.token, this.personId] = [token, session?.personId];
    return refusal === null;
  }

  private isOneTooMany(personId: string): boolean {
    return personId !== this.personId && !this.place.admits(personId);
  }

  private async tellNews(codeId: string): Promise<void> {
    const { socket, personId, told } = this;
    if (personId === undefined || !told.has(codeId)) return;
    const events = await readCodeEvents(this.place.deps.core, { personId, codeId });
    const before = told.get(codeId);
    if (before !== undefined && JSON.stringify(before) === JSON.stringify(events)) return;
    told.set(codeId, events);
    // Whoever does not read what they are told is not there any more.
    if (socket.bufferedAmount > MOST_UNREAD_BYTES) socket.terminate();
    else if (this.isOpen()) socket.send(JSON.stringify(events));
  }

  private isOpen(): boolean {
    return this.socket.readyState === this.socket.OPEN;
  }

  /** A code that is not theirs and one that is not there are closed alike; what is unavailable is worth another try. */
  private closeAfter(thrown: unknown): void {
    const refused = thrown instanceof AppError;
    if (!refused) this.place.deps.log.error(describeBug(thrown), 'LIVE_CODE_FAILED');
    this.socket.close(refused && kindOf(thrown.code) !== 'unavailable' ? CODE_LIVE_CLOSED.invalid : TRY_AGAIN_LATER);
  }
}

/** A code that is over stays as it is; what was settled may still be taken back. */
const isOver = (events: CodeEvents | undefined): boolean =>
  events?.state === 'expired' || (events?.state === 'settled' && events.settlement?.voidedAt !== null);

function readRequest(message: Buffer): WatchCodesRequest | undefined {
  try {
    const raw: unknown = JSON.parse(message.toString('utf8'));
    return watchCodesRequest.safeParse(raw).data;
  } catch {
    return undefined;
  }
}
