const nameCharacters = 120;
const endingCharacters = 10;

/** What no file system, header or page can be trusted with: controls, directions, separators, wildcards, quotes. */
const unsafe = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cn}/\\:*?"<>|%]/gu;
/** Names that Windows takes for devices, whatever their ending. */
const device = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;

/**
 * The name of a file that somebody chose, safe to store, show, send in a header and save on any system: one name
 * without a path, readable in order, of bounded length, its ending kept.
 */
export function safeFilename(given: string): string {
  const name = (given.toWellFormed().split(/[/\\]/).at(-1) ?? '')
    .normalize('NFC')
    .replaceAll(unsafe, ' ')
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/^[ .]+|[ .]+$/g, '')
    .replace(device, 'file');
  const ending = /\.[A-Za-z0-9]+$/.exec(name)?.[0].slice(0, endingCharacters) ?? '';
  const stem = name.slice(0, name.length - ending.length);
  const kept = Array.from(stem).slice(0, nameCharacters).join('').trimEnd();
  return kept === '' ? `file${ending}` : `${kept}${ending}`;
}

/**
 * The header that says under which name a file is saved (RFC 6266): in plain ASCII for whoever reads no more, and
 * exactly (RFC 8187) where the name has more.
 */
export function contentDisposition(how: 'inline' | 'attachment', filename: string): string {
  const plain = filename.normalize('NFKD').replaceAll(/\p{M}/gu, '');
  const ascii = plain.replaceAll(/[^A-Za-z0-9._ -]/g, '-');
  const exact = ascii === filename ? '' : `; filename*=UTF-8''${extended(filename)}`;
  return `${how}; filename="${ascii}"${exact}`;
}

/** RFC 8187: what encodeURIComponent leaves as it is, and no header parameter may hold, is encoded too. */
const extended = (text: string): string =>
  encodeURIComponent(text.toWellFormed()).replaceAll(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
