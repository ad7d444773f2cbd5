interface KeptAnswer {
  readonly answer: unknown;
  readonly readAt: number;
}

// The last answer of every read, in memory only: shown at once on return, and with its age when the network is gone.
const answers = new Map<string, KeptAnswer>();

export const lastAnswer = (address: string): KeptAnswer | undefined => answers.get(address);
export const keepAnswer = (address: string, answer: unknown): void => void answers.set(address, { answer, readAt: Date.now() });
export const forgetAnswers = (): void => answers.clear();
