// Paired by name with what domain-words.ts takes from the domain.
export * from './domain-help';
export * from './domain-premium';
export * from './domain-privacy';
export * from './domain-rules';
export * from './domain-words';
export { ERRORS } from './errors';
