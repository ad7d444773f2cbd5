/** GJ 2026 1123 0000 0000 0001: in fours from the end of its letters, so that a line breaks between groups and leaves no digit alone. */
export const numberText = (number: string): string => (number.match(/^[A-Za-z]+|.{1,4}/g) ?? []).join(' ');
