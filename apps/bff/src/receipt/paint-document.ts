import PdfWriter from 'pdfkit';
import type { Sheet, TextMark } from './marks';
import type { Typefaces } from './typeface';

/** Words that stay words: they can be searched, copied and read out. Only the characters used are embedded. */
export function paintDocument(sheet: Sheet, faces: Typefaces): Promise<Uint8Array> {
  const document = new PdfWriter({
    size: [sheet.width, sheet.height],
    margin: 0,
    lang: 'zh-CN',
    displayTitle: true,
    info: { Title: sheet.title, Creator: 'Gongji', Producer: 'Gongji' },
  });
  const chunks: Buffer[] = [];
  const ended = new Promise<Uint8Array>((resolve, reject) => {
    document.on('data', (chunk: Buffer) => void chunks.push(chunk));
    document.on('end', () => resolve(Buffer.concat(chunks)));
    document.on('error', reject);
  });
  for (const weight of ['regular', 'bold'] as const) document.registerFont(weight, faces[weight].bytes);
  for (const mark of sheet.marks) {
    if (mark.kind === 'text') write(document, mark);
    else document.rect(mark.x, mark.y, mark.width, mark.height).fill(mark.color);
  }
  document.end();
  return ended;
}

const write = (document: PDFKit.PDFDocument, { text, x, y, size, weight, color }: TextMark): unknown =>
  document.font(weight).fontSize(size).fillColor(color).text(text, x, y, { lineBreak: false, baseline: 'alphabetic' });
