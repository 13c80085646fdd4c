/** The kinds of file that are taken in: what each is called, its media type, the endings of its name. */
export const fileKinds = {
  pdf: { says: 'PDF', mediaType: 'application/pdf', endings: ['pdf'], hasText: true },
  docx: {
    says: 'Word document',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    endings: ['docx'],
    hasText: true,
  },
  odt: {
    says: 'OpenDocument text',
    mediaType: 'application/vnd.oasis.opendocument.text',
    endings: ['odt'],
    hasText: true,
  },
  html: { says: 'web page', mediaType: 'text/html', endings: ['html', 'htm'], hasText: true },
  text: { says: 'plain text', mediaType: 'text/plain', endings: ['txt'], hasText: true },
  csv: { says: 'CSV', mediaType: 'text/csv', endings: ['csv'], hasText: true },
  xlsx: {
    says: 'Excel workbook',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    endings: ['xlsx'],
    hasText: false,
  },
  ods: {
    says: 'OpenDocument spreadsheet',
    mediaType: 'application/vnd.oasis.opendocument.spreadsheet',
    endings: ['ods'],
    hasText: false,
  },
  png: { says: 'PNG picture', mediaType: 'image/png', endings: ['png'], hasText: false },
  jpeg: { says: 'JPEG picture', mediaType: 'image/jpeg', endings: ['jpg', 'jpeg'], hasText: false },
} as const satisfies Record<string, KindDescription>;

type KindDescription = Readonly<{
  says: string;
  mediaType: string;
  endings: readonly string[];
  /** Whether its text is read, so that it can be found by its words. */
  hasText: boolean;
}>;

export type FileKind = keyof typeof fileKinds;
const kindNames = Object.keys(fileKinds) as readonly FileKind[];

/** For a box that takes such files: `.pdf,.docx,…`. */
export const acceptedEndings: string = kindNames
  .flatMap((kind) => fileKinds[kind].endings.map((ending) => `.${ending}`))
  .join(',');

/** The kind that the ending of a name stands for; undefined for an ending of none. */
export function kindByName(filename: string): FileKind | undefined {
  const ending = /\.([A-Za-z0-9]+)$/.exec(filename)?.[1]?.toLowerCase() ?? '';
  return kindNames.find((kind) => (fileKinds[kind].endings as readonly string[]).includes(ending));
}

/** The kind that a media type stands for; undefined for the type of none. */
export const kindByMediaType = (mediaType: string): FileKind | undefined =>
  kindNames.find((kind) => fileKinds[kind].mediaType === mediaType.toLowerCase());
