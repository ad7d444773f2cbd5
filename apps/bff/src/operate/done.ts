export interface Done {
  readonly text: string;
  /** 0: all is well. 1: differences are open, or something is not finished. */
  readonly exitCode: 0 | 1;
}
