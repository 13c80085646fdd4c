import { fromBuffer, type Entry, getFileNameLowLevel, validateFileName, type ZipFile } from 'yauzl';

/** One file in an archive, as its directory describes it. */
export type ArchiveEntry = Readonly<{
  name: string;
  bytes: number;
  isEncrypted: boolean;
  /** Its name leads out of the folder that the archive would be unpacked into. */
  leavesFolder: boolean;
}>;

export type Archive = Readonly<{
  entries: readonly ArchiveEntry[];
  /** The bytes of one entry; undefined where there is none, it is longer than `most`, or it is damaged. */
  read(name: string, most: number): Promise<Buffer | undefined>;
  /** The same by its place among the entries: two of them may have one name. */
  readAt(place: number, most: number): Promise<Buffer | undefined>;
}>;

/** What becomes of an archive with names that lead out of it: it counts as damaged, or each such entry says so. */
export type ArchiveNames = 'must-stay' | 'may-leave';

const mostEntries = 10_000;

/** Reads the directory of a zip archive; undefined where it is damaged or has more entries than a document ever has. */
export async function openArchive(
  bytes: Buffer,
  names: ArchiveNames = 'must-stay',
): Promise<Archive | undefined> {
  try {
    const zip = await open(bytes, names);
    const found = await directoryOf(zip);
    if (found === undefined) return undefined;
    const entries = found.map((entry): ArchiveEntry => {
      const name = names === 'must-stay' ? entry.fileName : nameOf(entry);
      return {
        name,
        bytes: entry.uncompressedSize,
        isEncrypted: entry.isEncrypted(),
        leavesFolder: validateFileName(name) !== null,
      };
    });
    const readAt = async (place: number, most: number): Promise<Buffer | undefined> => {
      const entry = found[place];
      if (entry === undefined || entry.uncompressedSize > most) return undefined;
      return inflate(zip, entry).catch(() => undefined);
    };
    return {
      entries,
      readAt,
      read: (name, most) =>
        readAt(
          entries.findIndex((entry) => entry.name === name),
          most,
        ),
    };
  } catch {
    return undefined;
  }
}

/** Sizes that do not add up are errors to yauzl, and so are names that lead out of the archive where it decodes them itself. */
const open = (bytes: Buffer, names: ArchiveNames): Promise<ZipFile> =>
  new Promise((resolve, reject) => {
    const decodeStrings = names === 'must-stay';
    fromBuffer(
      bytes,
      { lazyEntries: true, validateEntrySizes: true, strictFileNames: true, decodeStrings },
      (error, zip) => (error === null ? resolve(zip) : reject(error)),
    );
  });

/** Some programs part folders by backslashes. */
const nameOf = ({ generalPurposeBitFlag, fileNameRaw, extraFields }: Entry): string =>
  getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, false);

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
