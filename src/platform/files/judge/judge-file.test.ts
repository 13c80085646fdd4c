import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { explainFile } from '../explain-file.ts';
import { docx, odt, paragraph, pdf, zip } from '../samples.testing.ts';
import { judgeFile } from './judge-file.ts';

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const judged = async (filename: string, holds: string | Buffer, declaredType = '') => {
  const given = await judgeFile({ filename, declaredType, bytes: Buffer.from(holds) });
  return given.ok ? given.value : explainFile(filename, given.error);
};
const workbook = docx('', [], 'openxmlformats-officedocument.spreadsheetml.sheet.main');
const sheet = zip([
  { name: 'mimetype', holds: 'application/vnd.oasis.opendocument.spreadsheet', stored: true },
]);
const png = Buffer.from('89504e470d0a1a0a0000', 'hex');

describe('a file is what it holds', () => {
  test.each([
    ['report.pdf', pdf(['Report']), 'application/pdf', 'pdf'],
    ['REPORT.PDF', pdf(['Report']), 'application/octet-stream', 'pdf'],
    ['report.docx', docx(paragraph('Report')), word, 'docx'],
    ['report.docx', docx(paragraph('Report')), 'application/zip', 'docx'],
    ['report.odt', odt('<text:p>Report</text:p>'), 'application/vnd.oasis.opendocument.text', 'odt'],
    ['figures.xlsx', workbook, '', 'xlsx'],
    ['figures.ods', sheet, '', 'ods'],
    ['figures.csv', 'a,b\r\n1,2\r\n', 'application/vnd.ms-excel', 'csv'],
    ['note.txt', 'It costs £5.', 'text/plain; charset=utf-8', 'text'],
    ['old.txt', Buffer.from('It costs \xA35.', 'latin1'), 'text/plain', 'text'],
    ['page.html', '<!-- x --> <!DOCTYPE html><p>Hello', 'text/html', 'html'],
    ['page.htm', '<html><body>Hello', '', 'html'],
    ['map.png', png, 'image/png', 'png'],
    ['map.jpg', Buffer.from('ffd8ffe0', 'hex'), 'image/jpeg', 'jpeg'],
  ])('%s', async (name, holds, type, kind) => {
    expect(await judged(name, holds, type)).toBe(kind);
  });
});

describe('a paper that lies about its type is refused, naming both', () => {
  test.each([
    ['minutes.pdf', 'MZ\x90', '', 'a program for Windows, but its name ends as .pdf'],
    ['minutes.docx', Buffer.from('7f454c46', 'hex'), '', 'a program for Linux, but its name ends as .docx'],
    ['minutes.txt', '#!/bin/sh\nrm -rf ~', '', 'a script, but its name ends as .txt'],
    ['minutes.docx', pdf(['x']), '', 'a PDF, but its name ends as .docx'],
    ['minutes.pdf', docx(''), '', 'a Word document, but its name ends as .pdf'],
    ['minutes.pdf', '<!doctype html><p>x', '', 'a web page, but its name ends as .pdf'],
    ['minutes.txt', '<!doctype html><p>x', '', 'a web page, but its name ends as .txt'],
    ['minutes.html', 'plain words', '', 'plain text, but its name ends as .html'],
    ['minutes.exe', pdf(['x']), '', 'a PDF, but its name ends as .exe'],
    ['minutes', pdf(['x']), '', 'a PDF, but its name ends as no ending'],
    ['minutes.pdf.exe', pdf(['x']), '', 'a PDF, but its name ends as .exe'],
    ['minutes.pdf', pdf(['x']), 'text/html', 'a PDF, but was sent as text/html'],
    ['minutes.docx', docx(''), 'application/pdf', 'a Word document, but was sent as application/pdf'],
    ['minutes.pdf', zip([{ name: 'a.exe', holds: 'MZ' }]), '', 'an archive (ZIP), but its name ends as .pdf'],
    [
      'minutes.docx',
      zip([{ name: 'META-INF/MANIFEST.MF', holds: 'Main-Class: x' }]),
      '',
      'a program (Java), but its name ends as .docx',
    ],
    [
      'minutes.pdf',
      Buffer.from([0, 1, 2, 3]),
      '',
      'no file of a kind that is taken, but its name ends as .pdf',
    ],
    ['plan.png', '<svg onload="x()"></svg>', '', 'a drawing (SVG), but its name ends as .png'],
  ])('%s', async (name, holds, type, says) => {
    expect(await judged(name, holds, type)).toContain(says);
  });
});

describe('what can act or hide is refused, whatever it is called', () => {
  const macros = { name: 'word/vbaProject.bin', holds: 'x' };
  test.each([
    ['a.docx', docx('', [macros]), 'macros'],
    ['a.docx', docx('', [], 'ms-word.document.macroEnabled.main'), 'macros'],
    ['a.docm', docx('', [], 'ms-word.document.macroEnabled.main'), 'macros'],
    ['a.odt', odt('', [{ name: 'Basic/Standard/Module1.xml', holds: 'x' }]), 'macros'],
    ['a.html', '<!doctype html><script>x()</script>', 'a program in it'],
    ['a.html', '<!doctype html><p onclick=x()>', 'a program in it'],
    ['a.pdf', pdf(['x'], '/Encrypt 9 0 R'), 'locked with a password'],
    ['a.odt', odt('', [{ name: 'META-INF/manifest.xml', holds: '<manifest:encryption-data/>' }]), 'password'],
    ['a.docx', docx('', [{ name: 'b', holds: 'x', flags: 1 }]), 'password'],
    ['a.doc', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'an older Office document'],
    ['a.zip', zip([{ name: 'a.pdf', holds: 'x' }]), 'an archive (ZIP)'],
    ['a.rtf', '{\\rtf1 x}', 'rich text'],
    ['a.docx', zip([{ name: '../../etc/passwd', holds: 'x' }]), 'a damaged archive'],
    ['a.docx', docx('').subarray(0, 200), 'a damaged archive'],
    [
      'a.docx',
      docx(
        '',
        Array.from({ length: 10_001 }, (_, at) => ({ name: `f${at}`, holds: '' })),
      ),
      'a damaged archive',
    ],
  ])('%s', async (name, holds, says) => {
    expect(await judged(name, holds)).toContain(says);
  });

  test('an archive that grows without measure is not opened', async () => {
    const packed = { name: 'word/media/a.bin', holds: Buffer.alloc(30_000_000) };
    expect(await judged('a.docx', docx('', [packed]))).toContain('grows without measure');
    const lie = { name: '[Content_Types].xml', holds: 'x'.repeat(1000), declares: 4_000_000_000 };
    expect(await judged('a.docx', zip([lie]))).toContain('grows without measure');
  });

  test('and one that says it is short is read no further than it says', async () => {
    const lie = { name: '[Content_Types].xml', holds: 'x'.repeat(5_000_000), declares: 100 };
    expect(await judged('a.docx', zip([lie]))).toContain('of a kind that is not taken');
  });
});

test('a page of nothing but comments is judged at once', async () => {
  expect(await judged('a.txt', `${'<!-- -->'.repeat(50_000)}<`)).toBe('text');
  expect(await judged('a.html', `${'<!-- -->'.repeat(50_000)}<html>`)).toBe('html');
});

test('whatever it holds and is called, a file is judged in words and nothing is thrown', async () => {
  const heads = fc.constantFrom(
    '',
    '%PDF-1.7',
    'PK\x03\x04',
    'PK\x05\x06',
    '<html>',
    '\x89PNG\r\n',
    '\xFF\xD8\xFF',
  );
  await fc.assert(
    fc.asyncProperty(heads, fc.uint8Array(), fc.string(), async (head, bytes, name) => {
      const holds = Buffer.concat([Buffer.from(head, 'latin1'), bytes]);
      expect(await judged(name, holds)).toMatch(
        /^(?:pdf|docx|odt|html|text|csv|xlsx|ods|png|jpeg)$|^“[^]*”.*\w/,
      );
    }),
  );
});
