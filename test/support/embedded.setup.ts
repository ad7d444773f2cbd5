import { bundleParts } from './bundle-child';
import { makePgliteTemplates } from './fresh-pglite';

/** For those who start whole systems and need no PostgreSQL. */
export default async function setup(): Promise<void> {
  await makePgliteTemplates();
  await bundleParts();
}
