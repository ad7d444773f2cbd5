import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

// What a reader of the document finds in it: the words, not the drawing. In a process of its own, because the reader is an ES module.

const READ = `
  import { extractText } from 'unpdf';
  const chunks = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  const { text } = await extractText(new Uint8Array(Buffer.concat(chunks)), { mergePages: true });
  process.stdout.write(text);
`;

export async function wordsOfPdf(document: Buffer): Promise<string> {
  const reading = promisify(execFile)(process.execPath, ['--input-type=module', '--eval', READ], { maxBuffer: 10_000_000 });
  reading.child.stdin?.end(document);
  return (await reading).stdout;
}
