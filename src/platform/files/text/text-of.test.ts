import { describe, expect, test } from 'vitest';
import { docx, odt, paragraph, pdf, zip } from '../samples.testing.ts';
import { textOf } from './text-of.ts';
import { tidyText } from './tidy-text.ts';

const read = async (kind: string, holds: string | Buffer) =>
  tidyText((await textOf(kind, Buffer.from(holds))).text);

describe('the text of a file is what a reader sees', () => {
  test('of a PDF, page by page', async () => {
    expect(await textOf('pdf', pdf(['One\ntwo', 'Three (3)']))).toEqual({
      text: 'One\ntwo\nThree (3)',
      pages: 2,
    });
  });

  test('of a Word document: paragraphs, tabs and notes, and nothing that was deleted', async () => {
    const deleted = '<w:del><w:r><w:delText>gone</w:delText></w:r></w:del>';
    const body = `${paragraph('Report &amp; plan')}<w:p><w:r><w:t>One</w:t><w:tab/><w:t>two</w:t></w:r>${deleted}</w:p>`;
    const holds = '<w:footnotes xmlns:w="w"><w:p><w:t>A note</w:t></w:p></w:footnotes>';
    expect(await read('docx', docx(body, [{ name: 'word/footnotes.xml', holds }]))).toBe(
      'Report & plan\nOne two\nA note',
    );
  });

  test('of an OpenDocument text', async () => {
    const body = '<text:h>Title</text:h><text:p>One<text:s/>two<text:line-break/>three</text:p>';
    expect(await read('odt', odt(body))).toBe('Title\nOne two\nthree');
  });

  test('of a web page: blocks as lines, entities as characters, no styles', async () => {
    const page =
      '<!doctype html><title>x</title><style>y</style><h1>Title</h1><p>It costs &pound;5 <b>a year</b></p>';
    expect(await read('html', page)).toBe('Title\nIt costs £5 a year');
  });

  test('of plain text, as UTF-8 or as Windows writes it, without what cannot be stored', async () => {
    expect(await read('text', 'It costs £5\0\x07.\r\n\r\n \u202EEnd')).toBe('It costs £5.\nEnd');
    expect(await read('csv', Buffer.from('a,\xA35', 'latin1'))).toBe('a,£5');
  });
});

describe('a hostile document', () => {
  test('whose entities multiply is not followed', async () => {
    const entities = Array.from({ length: 20 }, (_, at) => `<!ENTITY a${at + 1} "&a${at};&a${at};">`).join(
      '',
    );
    const holds = `<!DOCTYPE x [<!ENTITY a0 "aa">${entities}]><w:document xmlns:w="w"><w:t>&a20;</w:t></w:document>`;
    await expect(read('docx', zip([{ name: 'word/document.xml', holds }]))).rejects.toThrow(/entity/);
  });

  test('whose part is longer than it says is read without it', async () => {
    const lie = { name: 'word/footnotes.xml', holds: 'x'.repeat(500_000), declares: 10 };
    expect(await read('docx', docx(paragraph('Body'), [lie]))).toBe('Body');
  });

  test('nested without end is read to its depth', async () => {
    expect(await read('html', `<!doctype html>${'<div>'.repeat(50_000)}deep`)).toBe('deep');
  });

  test.each([
    ['docx', docx('<w:p><w:t>never closed')],
    ['docx', Buffer.from('PK')],
    ['odt', zip([{ name: 'mimetype', holds: 'x' }])],
    ['pdf', Buffer.from('%PDF-1.7 and then nothing')],
  ])('that is no %s is said to be damaged', async (kind, bytes) => {
    await expect(textOf(kind, bytes)).rejects.toBeInstanceOf(Error);
  });
});
