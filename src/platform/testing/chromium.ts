import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { projectFolder } from '#platform/config';

const run = promisify(execFile);
const packageFolder = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '../..');

/** A Chromium that can be started, and what its environment must say for it to find its fonts and libraries. */
export type Chromium = Readonly<{ executable: string; environment: Readonly<Record<string, string>> }>;

/**
 * Unpacks the Chromium that came inside its npm package, once for this folder and version, and answers where it is.
 * Test files start beside each other, so each unpacks into a folder of its own and the first to finish gives it its
 * name. Where the project cannot be written to, the temporary folder of this user serves.
 */
export async function unpackedChromium(): Promise<Chromium> {
  const name = `chromium-${versionOf(packageFolder)}`;
  const folders = [
    join(projectFolder, '.cache', name),
    join(tmpdir(), `accord-${process.getuid?.() ?? 'user'}`, name),
  ];
  const folder = folders.find((candidate) => existsSync(candidate)) ?? (await unpackInto(folders));
  return withLibraries(folder);
}

/**
 * Chromium falls over when it finds no font at all. It is shown those of its package and no others, so that a page has
 * the same measures on every machine.
 */
const fontSettings = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;

/** Read from the file, since the package lets nothing but its code be imported. */
function versionOf(folder: string): string {
  const described: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  if (typeof described === 'object' && described !== null && 'version' in described)
    return String(described.version);
  throw new Error(`${folder} holds a package without a version`);
}

async function unpackInto(folders: readonly string[]): Promise<string> {
  const folder = folders.find(canHold);
  if (folder === undefined)
    throw new Error(`Chromium cannot be unpacked: none of ${folders.join(', ')} can be written to`);
  const unfinished = mkdtempSync(`${folder}-`);
  try {
    // The package unpacks into the temporary folder it is told of when it starts, so it is given a process of its own.
    const program = `
      const { default: chromium, inflate } = await import('@sparticuz/chromium');
      await chromium.executablePath();
      await inflate(${JSON.stringify(join(packageFolder, 'bin', 'al2023.tar.br'))});`;
    await run(process.execPath, ['--input-type=module', '--eval', program], {
      cwd: projectFolder,
      env: { ...process.env, TMPDIR: unfinished },
    });
    writeFileSync(join(unfinished, 'fonts', 'fonts.conf'), fontSettings);
    if (!existsSync(folder)) renameSync(unfinished, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
  return folder;
}

function canHold(folder: string): boolean {
  try {
    mkdirSync(dirname(folder), { recursive: true });
    rmSync(mkdtempSync(`${folder}-try-`), { recursive: true });
    return true;
  } catch {
    return false;
  }
}

/** A bare machine lacks some libraries that Chromium wants; the package brings them, and they are used only then. */
async function withLibraries(folder: string): Promise<Chromium> {
  const executable = join(folder, 'chromium');
  const fonts = { FONTCONFIG_PATH: join(folder, 'fonts'), XDG_CACHE_HOME: folder };
  const starts = await run(executable, ['--version']).then(
    () => true,
    () => false,
  );
  if (starts) return { executable, environment: fonts };
  return { executable, environment: { ...fonts, LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') } };
}
