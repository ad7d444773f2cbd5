/** Binding a relative, step by step. */
export const ADD_RELATIVE = {} as const;
