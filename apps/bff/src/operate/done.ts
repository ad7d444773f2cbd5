export interface Done {
  readonly text: string;
  /** 0: all is well. 1: something is open, not finished or wrong. */
  readonly exitCode: 0 | 1;
}

/** A line while it is under way. */
export type Tell = (line: string) => void;
