import { bundleParts } from './bundle-child';
import { EMBEDDED_TEMPLATE } from './embedded-template';
import { makePgliteTemplates } from './fresh-pglite';

/** Before any worker starts, and once however many projects of the run ask for it. */
export async function prepareRun(): Promise<void> {
  if (process.env[EMBEDDED_TEMPLATE] !== undefined) return;
  await makePgliteTemplates();
  await bundleParts();
}
