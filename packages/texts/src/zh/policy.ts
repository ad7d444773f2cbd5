/** The rules of a region. */
export const POLICY = {} as const;
