import { prepareRun } from './prepare-run';

/** For those who start whole systems and need no PostgreSQL. */
export default async function setup(): Promise<void> {
  await prepareRun();
}
