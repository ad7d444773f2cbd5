/** What one process takes of watching phones, and how often it looks after them. Times in milliseconds. */
export interface LiveBounds {
  readonly mostConnections: number;
  readonly mostPerPerson: number;
  readonly mostBytes: number;
  /** How long a connection may stay without saying whose it is. */
  readonly introduceWithinMs: number;
  readonly pingEveryMs: number;
  readonly rereadEveryMs: number;
}

/** Fewer connections than files that a process may open; more than ten phones of one person are a mistake. */
export const LIVE_BOUNDS: LiveBounds = {
  mostConnections: 5_000,
  mostPerPerson: 10,
  mostBytes: 2_048,
  introduceWithinMs: 10_000,
  pingEveryMs: 25_000,
  rereadEveryMs: 10_000,
};
