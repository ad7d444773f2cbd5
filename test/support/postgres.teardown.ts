import { keptServer } from './postgres.server';

export default async function teardown(): Promise<void> {
  await keptServer()?.remove();
}
