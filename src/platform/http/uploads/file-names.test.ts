import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contentDisposition, safeFilename } from './file-names.ts';

describe('the name of a file that somebody chose', () => {
  test.each([
    ['Report to Cabinet 9 July 2008.pdf', 'Report to Cabinet 9 July 2008.pdf'],
    ['Bericht – Übersicht £5m.pdf', 'Bericht – Übersicht £5m.pdf'],
    ['C:\\Users\\clerk\\minutes.docx', 'minutes.docx'],
    ['../../../etc/passwd', 'passwd'],
    ['..', 'file'],
    ['', 'file'],
    ['.htaccess', 'htaccess'],
    ['report\u202Efdp.exe', 'report fdp.exe'],
    ['a\r\nset-cookie: x=1.pdf', 'a set-cookie x=1.pdf'],
    ['a";filename="b.html', 'a ;filename= b.html'],
    ['NUL.pdf', 'file.pdf'],
    ['con', 'file'],
    ['trailing. . .', 'trailing'],
    ['\uD800.pdf', '\uFFFD.pdf'],
    [`${'x'.repeat(500)}.pdf`, `${'x'.repeat(120)}.pdf`],
  ])('%j is kept as %j', (given, safe) => {
    expect(safeFilename(given)).toBe(safe);
  });

  test('is safe whatever it was, and stays as it is once it is safe', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (given) => {
        const safe = safeFilename(given);
        expect(safe).not.toMatch(/[\p{Cc}\p{Cf}/\\"<>|:*?%]|^\.|^\s|\s$/u);
        expect(safe.length).toBeGreaterThan(0);
        expect(safeFilename(safe)).toBe(safe);
      }),
    );
  });
});

describe('the header that names a file', () => {
  test('is plain where the name is', () => {
    expect(contentDisposition('inline', 'Report 1.pdf')).toBe('inline; filename="Report 1.pdf"');
  });

  test('says the exact name too where there is more to it', () => {
    expect(contentDisposition('attachment', 'Übersicht (£).pdf')).toBe(
      'attachment; filename="Ubersicht ---.pdf"; filename*=UTF-8\'\'%C3%9Cbersicht%20%28%C2%A3%29.pdf',
    );
  });

  test('is a header whatever the name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        expect(contentDisposition('attachment', name)).toMatch(
          /^attachment; filename="[A-Za-z0-9._ -]*"(; filename\*=UTF-8''[A-Za-z0-9!#$&+.^_`|~%-]*)?$/,
        );
      }),
    );
  });
});
