import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Dark and light, row by row. */
export type Picture = readonly (readonly boolean[])[];

const WIDTH = 1280;
const HEIGHT = 720;
const SHADE = { light: 235, dark: 16, around: 70 } as const;

/** Switches with which Chromium has a camera that shows this picture on a dark desk, and asks nobody whether it may be used. */
export function cameraThatShows(picture: Picture, file: string): readonly string[] {
  mkdirSync(dirname(file), { recursive: true });
  const frame = Buffer.concat([Buffer.from('FRAME\n'), brightnessOf(picture), Buffer.alloc((WIDTH * HEIGHT) / 2, 128)]);
  writeFileSync(file, Buffer.concat([Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420jpeg\n`), frame, frame]));
  return ['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${file}`];
}

function brightnessOf(picture: Picture): Buffer {
  const [columns, rows] = [picture[0]?.length ?? 0, picture.length];
  const scale = Math.floor(Math.min((WIDTH - 100) / columns, (HEIGHT - 100) / rows));
  const [left, top] = [Math.floor((WIDTH - columns * scale) / 2), Math.floor((HEIGHT - rows * scale) / 2)];
  const brightness = Buffer.alloc(WIDTH * HEIGHT, SHADE.around);
  for (let y = 0; y < rows * scale; y += 1)
    for (let x = 0; x < columns * scale; x += 1)
      brightness[(top + y) * WIDTH + left + x] = picture[Math.floor(y / scale)]?.[Math.floor(x / scale)] ? SHADE.dark : SHADE.light;
  return brightness;
}
