export { makePgliteTemplates as default } from './fresh-pglite';
