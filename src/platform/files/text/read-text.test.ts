import { describe, expect, test } from 'vitest';
import { pdf, pdfBomb } from '../samples.testing.ts';
import { limits } from './limits.ts';
import { readText } from './read-text.ts';

/** A small file that unpacks to a hundred megabytes. */
const bomb = pdfBomb(100);

// Each of these starts a process, so they are few, and run beside each other.
describe.concurrent('a file that is read apart', () => {
  test(
    'has 500 pages: they are counted, and the last is found by its words',
    { timeout: 90_000 },
    async () => {
      const lines = Array.from(
        { length: 40 },
        (_, line) => `Line ${line}: the Cabinet considered the report on waste.`,
      );
      const pages = Array.from({ length: 500 }, (_, page) =>
        [`Page ${page + 1} of the report`, ...lines].join('\n'),
      );
      const { text, pages: count, note } = await readText('pdf', pdf(pages), { ...limits, seconds: 80 });
      expect([count, note]).toEqual([500, undefined]);
      expect(text).toMatch(/^Page 1 of the report\nLine 0: the Cabinet/);
      expect(text).toContain('Page 500 of the report');
    },
  );

  test(
    'unpacks to more than there is memory for: it is given up, in words',
    { timeout: 60_000 },
    async () => {
      const read = await readText('pdf', bomb, { seconds: 50, residentMegabytes: 250 });
      expect(read).toEqual({
        text: '',
        pages: undefined,
        note: expect.stringContaining('time and memory allowed'),
      });
    },
  );

  test('takes longer than it may: it is given up, in words', { timeout: 60_000 }, async () => {
    const read = await readText('pdf', bomb, { ...limits, seconds: 2 });
    expect(read).toEqual({
      text: '',
      pages: undefined,
      note: expect.stringContaining('time and memory allowed'),
    });
  });

  test('is damaged, or has no text: that is said', { timeout: 60_000 }, async () => {
    expect((await readText('pdf', Buffer.from('%PDF-1.7 and then nothing'))).note).toContain(
      'the file is damaged',
    );
    expect((await readText('pdf', pdf(['']))).note).toContain('may be a scan');
  });
});

test('a picture has none, and that needs no process', async () => {
  expect(await readText('png', Buffer.from('x'))).toEqual({ text: '', pages: undefined, note: undefined });
});
