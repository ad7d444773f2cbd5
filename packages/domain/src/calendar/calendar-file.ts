import { addDays, type PlainDate } from '../dates';

// RFC 5545, as much of it as whole days need: any calendar on a phone or a computer takes it. A library brings recurrence, zones and a parser for this.

export interface CalendarEvent {
  readonly id: string;
  readonly on: PlainDate;
  readonly title: string;
  readonly text: string;
}

const MOST_OCTETS = 75;

/** The whole file. `at`: when it was made. */
export const calendarFile = (events: readonly CalendarEvent[], at: Date): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Gongji//Family calendar//ZH',
    ...events.flatMap((event) => eventLines(event, at)),
    'END:VCALENDAR',
  ]
    .map(folded)
    .join('\r\n')
    .concat('\r\n');

const eventLines = ({ id, on, title, text }: CalendarEvent, at: Date): readonly string[] => [
  'BEGIN:VEVENT',
  `UID:${id}@gongji`,
  `DTSTAMP:${at.toISOString().replace(/[-:]|\.\d{3}/g, '')}`,
  `DTSTART;VALUE=DATE:${compact(on)}`,
  `DTEND;VALUE=DATE:${compact(addDays(on, 1))}`,
  `SUMMARY:${escaped(title)}`,
  `DESCRIPTION:${escaped(text)}`,
  'END:VEVENT',
];

const compact = (date: PlainDate): string => date.replace(/-/g, '');
const escaped = (text: string): string => text.replace(/[\\;,]/g, (character) => `\\${character}`).replace(/\r?\n/g, '\\n');

/** A line goes on after a break and a space; never inside a character. */
function folded(line: string): string {
  const parts: string[] = [''];
  let octets = 0;
  for (const character of Array.from(line)) {
    const size = octetsOf(character);
    if (octets + size > MOST_OCTETS) {
      parts.push(' ');
      octets = 1;
    }
    parts[parts.length - 1] += character;
    octets += size;
  }
  return parts.join('\r\n');
}

function octetsOf(character: string): number {
  const point = character.codePointAt(0) ?? 0;
  return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
}
