/** Points (1/72 inch) from the upper left corner; a text's y is its baseline. */
export type Mark = TextMark | BoxMark;

export type Weight = 'regular' | 'bold';

export interface TextMark {
  readonly kind: 'text';
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly weight: Weight;
  readonly color: string;
}

export interface BoxMark {
  readonly kind: 'box';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly color: string;
}

/** One page, drawn once and painted as a picture or as a document. */
export interface Sheet {
  /** What a reader of documents calls it. */
  readonly title: string;
  readonly width: number;
  readonly height: number;
  readonly marks: readonly Mark[];
}
