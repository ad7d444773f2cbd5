/** A sentence that the service makes by itself, as it would stand in a catalogue: Chinese, then English, with the same places. */
export type Sentence = readonly [zh: string, en: string];
