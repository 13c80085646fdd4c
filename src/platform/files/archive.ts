import { fromBuffer, type Entry, type ZipFile } from 'yauzl';

/** One file in an archive, as its directory describes it. */
export type ArchiveEntry = Readonly<{ name: string; bytes: number; isEncrypted: boolean }>;

export type Archive = Readonly<{
  entries: readonly ArchiveEntry[];
  /** The bytes of one entry; undefined where there is none, it is longer than `most`, or it is damaged. */
  read(name: string, most: number): Promise<Buffer | undefined>;
}>;

const mostEntries = 10_000;

/** Reads the directory of a zip archive; undefined where it is damaged or has more entries than a document ever has. */
export async function openArchive(bytes: Buffer): Promise<Archive | undefined> {
  try {
    const zip = await open(bytes);
    const found = await directoryOf(zip);
    if (found === undefined) return undefined;
    return {
      entries: found.map((entry) => ({
        name: entry.fileName,
        bytes: entry.uncompressedSize,
        isEncrypted: entry.isEncrypted(),
      })),
      async read(name, most) {
        const entry = found.find(({ fileName }) => fileName === name);
        if (entry === undefined || entry.uncompressedSize > most) return undefined;
        return inflate(zip, entry).catch(() => undefined);
      },
    };
  } catch {
    return undefined;
  }
}

/** Names that lead out of the archive, and sizes that do not add up, are errors to yauzl. */
const open = (bytes: Buffer): Promise<ZipFile> =>
  new Promise((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true, validateEntrySizes: true, strictFileNames: true }, (error, zip) =>
      error === null ? resolve(zip) : reject(error),
    );
  });

function directoryOf(zip: ZipFile): Promise<readonly Entry[] | undefined> {
  const entries: Entry[] = [];
  return new Promise((resolve, reject) => {
    zip.on('entry', (entry: Entry) => {
      entries.push(entry);
      if (entries.length > mostEntries) resolve(undefined);
      else zip.readEntry();
    });
    zip.on('end', () => resolve(entries));
    zip.on('error', reject);
    zip.readEntry();
  });
}

function inflate(zip: ZipFile, entry: Entry): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error !== null) return reject(error);
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('error', reject);
      stream.on('end', () => resolve(Buffer.concat(chunks)));
    });
  });
}
