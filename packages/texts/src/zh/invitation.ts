/** An invitation and the answer to it. */
export const INVITATION = {} as const;
