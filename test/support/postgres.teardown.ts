import { keptServer } from './postgres.server';
import { RUN_ENDED, runEnds } from './run-ends';

export default async function teardown(): Promise<void> {
  runEnds.emit(RUN_ENDED);
  await keptServer()?.remove();
}
