import { deflateRawSync, deflateSync } from 'node:zlib';

// Files made byte by byte for tests: real ones of each kind, and hostile ones.

/** Of a file in an archive (PKWARE APPNOTE 4.4.7). */
function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

type Packed = Readonly<{
  name: string;
  holds: string | Buffer;
  stored?: boolean;
  declares?: number;
  flags?: number;
}>;

/** A zip archive of these files (PKWARE APPNOTE 4.3). `declares` is a lie about the unpacked length. */
export function zip(files: readonly Packed[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, holds, stored = false, declares, flags = 0 } of files) {
    const bytes = Buffer.from(holds);
    const packed = stored ? bytes : deflateRawSync(bytes);
    const called = Buffer.from(name);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(flags, 2);
    head.writeUInt16LE(stored ? 0 : 8, 4);
    head.writeUInt32LE(crc32(bytes), 10);
    head.writeUInt32LE(packed.length, 14);
    head.writeUInt32LE(declares ?? bytes.length, 18);
    head.writeUInt16LE(called.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), head, called, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(at, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\0', 'latin1'), head, tail, called]));
    parts.push(local);
    at += local.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.length, 4);
  end.writeUInt16LE(files.length, 6);
  end.writeUInt32LE(listed.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...parts, listed, Buffer.from('PK\x05\x06', 'latin1'), end]);
}

const contentTypes = (main: string) =>
  `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.${main}+xml"/></Types>`;
const wordMain = 'openxmlformats-officedocument.wordprocessingml.document.main';

/** A Word document with this body; more files of it can be given. */
export const docx = (body: string, more: readonly Packed[] = [], main = wordMain): Buffer =>
  zip([
    { name: '[Content_Types].xml', holds: contentTypes(main) },
    {
      name: 'word/document.xml',
      holds: `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    },
    ...more,
  ]);
export const paragraph = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;

/** An OpenDocument text with this body. */
export const odt = (body: string, more: readonly Packed[] = []): Buffer =>
  zip([
    { name: 'mimetype', holds: 'application/vnd.oasis.opendocument.text', stored: true },
    {
      name: 'content.xml',
      holds: `<?xml version="1.0"?><office:document-content xmlns:office="o" xmlns:text="t" xmlns:table="b"><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    },
    ...more,
  ]);

/** A PDF with a page for each text (ISO 32000). `extra` stands in its trailer. */
export function pdf(pages: readonly string[], extra = ''): Buffer {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Kids[${pages.map((_, page) => `${4 + page * 2} 0 R`).join(' ')}]/Count ${pages.length}>>`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
    ...pages.flatMap((text, page) => {
      const lines = text.split('\n').map((line) => `(${line.replaceAll(/[()\\]/g, '\\$&')}) Tj T*`);
      const drawn = `BT /F1 10 Tf 12 TL 50 780 Td ${lines.join(' ')} ET`;
      return [
        `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Contents ${5 + page * 2} 0 R>>`,
        `<</Length ${Buffer.byteLength(drawn, 'latin1')}>>\nstream\n${drawn}\nendstream`,
      ];
    }),
  ];
  return assemble(
    objects.map((object) => Buffer.from(object, 'latin1')),
    extra,
  );
}

/** A PDF whose one page is a stream that unpacks to so many megabytes. */
export function pdfBomb(megabytes: number): Buffer {
  // Drawing operators without end.
  const packed = deflateSync(Buffer.alloc(megabytes * 1_000_000, '(x) Tj '));
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[4 0 R]/Count 1>>',
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Contents 5 0 R>>',
  ].map((object) => Buffer.from(object, 'latin1'));
  const head = Buffer.from(`<</Length ${packed.length}/Filter/FlateDecode>>\nstream\n`, 'latin1');
  return assemble([...objects, Buffer.concat([head, packed, Buffer.from('\nendstream')])], '');
}

function assemble(objects: readonly Buffer[], extra: string): Buffer {
  const parts = [Buffer.from('%PDF-1.7\n')];
  const offsets: number[] = [];
  let at = parts[0]?.length ?? 0;
  for (const [number, object] of objects.entries()) {
    const written = Buffer.concat([Buffer.from(`${number + 1} 0 obj\n`), object, Buffer.from('\nendobj\n')]);
    offsets.push(at);
    parts.push(written);
    at += written.length;
  }
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const count = objects.length + 1;
  return Buffer.concat([
    ...parts,
    Buffer.from(
      `xref\n0 ${count}\n0000000000 65535 f \n${rows}trailer\n<</Size ${count}/Root 1 0 R${extra}>>\nstartxref\n${at}\n%%EOF\n`,
    ),
  ]);
}
