import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

// Programs from outside npm. Where one is missing, its tests are skipped and named at the end; with CI=true they fail instead.

/** The first place on PATH (or in `alsoIn`) that holds the program. */
export const findProgram = (name: string, alsoIn: readonly string[] = []): string | undefined =>
  [...(process.env['PATH'] ?? '').split(delimiter), ...alsoIn].map((folder) => join(folder, name)).find(isExecutable);

export const isExecutable = (file: string): boolean => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** `describe` for tests that need a program: they run, are skipped with its name in the title, or (CI=true) fail. */
export const describeWith = (program: string, found: boolean): ((title: string, body: () => void) => void) => {
  if (found) return (title, body) => describe(title, body);
  if (process.env['CI'] !== 'true') return (title, body) => describe.skip(`${title} (needs ${program})`, body);
  return (title) =>
    describe(title, () => {
      it(`finds ${program} on this machine`, () => {
        throw new Error(`${program} is not on PATH: with CI=true everything runs. .ci/run installs it.`);
      });
    });
};
