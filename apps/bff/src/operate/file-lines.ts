import { closeSync, openSync, readSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';
import { SettingError } from '../settings';

const CHUNK_BYTES = 65_536;

/** A piece at a time, whatever the size. Throws SettingError where there is no such file. */
export function* linesOf(path: string): Generator<string> {
  const file = opened(path, 'r');
  try {
    const [chunk, decoder] = [Buffer.alloc(CHUNK_BYTES), new StringDecoder('utf8')];
    let rest = '';
    for (let read = readSync(file, chunk); read > 0; read = readSync(file, chunk)) {
      const lines = `${rest}${decoder.write(chunk.subarray(0, read))}`.split('\n');
      rest = lines.pop() ?? '';
      yield* lines;
    }
    if (rest !== '') yield rest;
  } finally {
    closeSync(file);
  }
}

/** For whoever runs this alone to read. */
export function opened(path: string, way: 'r' | 'w'): number {
  try {
    return openSync(path, way, 0o600);
  } catch {
    throw new SettingError(`${path} ${way === 'r' ? '打不开' : '写不了'}`);
  }
}
