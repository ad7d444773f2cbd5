import type { Mark, Sheet, Weight } from './marks';
import type { Typefaces } from './typeface';

export const INK = { text: '#1d2b29', soft: '#52605e', green: '#0a5c50', red: '#9b1c1c', amber: '#7a4b00' } as const;
export const WASH = { paper: '#ffffff', grey: '#f4f7f6', line: '#dfe6e4', green: '#e3f2ee', red: '#fdeaea', amber: '#fff4dc' } as const;

interface Style {
  readonly size: number;
  readonly weight?: Weight;
  readonly color?: string;
  readonly align?: 'left' | 'center' | 'right';
}

interface Place {
  /** The edge, or with `center` the middle, that the text is set from. */
  readonly x: number;
  readonly y: number;
}

/** Sets texts and boxes on a page, measuring with the real face. Remembers how far down it came. */
export interface Pen {
  readonly text: (text: string, at: Place, style: Style) => void;
  /** Broken into lines no wider than `width`; answers the number of lines, none for an empty text. */
  readonly paragraph: (text: string, at: Place & { readonly width: number }, style: Style) => number;
  readonly box: (at: Place & { readonly width: number; readonly height: number }, color: string) => void;
  /** Whether the face has every character of it. */
  readonly has: (text: string) => boolean;
  readonly sheet: (size: Omit<Sheet, 'marks'>) => Sheet;
}

export const LINE_HEIGHT = 1.5;

export function takePen(faces: Typefaces): Pen {
  const marks: Mark[] = [];
  const put: Pen['text'] = (raw, { x, y }, { size, weight = 'regular', color = INK.text, align = 'left' }) => {
    if (raw === '') return;
    const text = faces[weight].legible(raw);
    const width = align === 'left' ? 0 : faces[weight].widthOf(text, size);
    const shift = align === 'center' ? width / 2 : width;
    marks.push({ kind: 'text', text, x: x - shift, y, size, weight, color });
  };
  return {
    text: put,
    paragraph: (text, { x, y, width }, style) => {
      if (text === '') return 0;
      const face = faces[style.weight ?? 'regular'];
      const lines = brokenLines(face.legible(text), (line) => face.widthOf(line, style.size) <= width);
      for (const [index, line] of lines.entries()) put(line, { x, y: y + index * style.size * LINE_HEIGHT }, style);
      return lines.length;
    },
    box: (at, color) => void marks.push({ kind: 'box', ...at, color }),
    has: (text) => faces.regular.legible(text) === text,
    sheet: (size) => ({ ...size, marks }),
  };
}

/** Chinese breaks between any two characters, but no line begins with a closing mark; English between words. */
function brokenLines(text: string, fits: (line: string) => boolean): readonly string[] {
  const lines: string[] = [''];
  for (const character of text.match(PIECES) ?? []) {
    const last = lines.length - 1;
    const longer = `${lines[last]}${character}`;
    if (fits(longer) || lines[last] === '' || CLOSING.test(character)) lines[last] = longer;
    else lines.push(character === ' ' ? '' : character);
  }
  return lines;
}

/** A character that is named by its code point stays in one piece, and so does an English word. */
const PIECES = /〔[^〕]*〕|[A-Za-z’]+[,.;:]?|[\s\S]/gu;
const CLOSING = /^[，。；：、）》”〕]/;
