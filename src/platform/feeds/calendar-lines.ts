const octetsInLine = 75;

/**
 * A content line of RFC 5545, folded: no line is longer than 75 octets, the space that begins a continued line counted in,
 * and no character is cut in two.
 */
export function calendarLine(line: string): string {
  const folded: string[] = [];
  let current = '';
  let octets = 0;
  for (const character of line.toWellFormed().replaceAll(control, '')) {
    const length = Buffer.byteLength(character);
    if (octets + length > octetsInLine) {
      folded.push(current);
      current = ' ';
      octets = 1;
    }
    current += character;
    octets += length;
  }
  return [...folded, current].join('\r\n');
}

/** A line whose value is text that somebody wrote: what means something to iCalendar is escaped, line breaks are kept. */
export const calendarText = (name: string, value: string): string =>
  calendarLine(
    `${name}:${value
      .replaceAll(/\r\n?/g, '\n')
      .replaceAll(/[\\;,]/g, String.raw`\$&`)
      .replaceAll('\n', String.raw`\n`)}`,
  );

/** RFC 5545, 3.1: no control character but the tab can stand in a value, and none of ours wants one. */
const control = /[\p{Cc}]/gu;
