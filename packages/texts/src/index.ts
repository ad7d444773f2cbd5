export type { English } from './catalogue';
export { domainPairs, englishTexts, servedPairs, textPairs, type Pair } from './english';
export { englishSpeaker } from './recognise';
export { fill, type PlacesOf, type Values } from './fill';
export * from './zh';
