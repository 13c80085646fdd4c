import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { compileAsync } from 'sass';

const require = createRequire(import.meta.url);
/** The sources of this folder: the same three steps up from here in `src` and in `dist`. */
const source = fileURLToPath(new URL('../../../src/platform/ui/', import.meta.url));

const fonts = ['latin', 'latin-ext'].map(
  (letters) => `atkinson-hyperlegible-next-${letters}-wght-normal.woff2`,
);

/**
 * Makes everything a browser asks for beside the pages: styles, script, fonts, icon. Each file's name carries a
 * hash of what is in it, so that it may be cached for ever; `manifest.json` says which name stands for which.
 */
export async function buildAssets(folder: string): Promise<Readonly<Record<string, string>>> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const manifest: Record<string, string> = {};
  const put = async (logicalName: string, content: string | Uint8Array): Promise<void> => {
    manifest[logicalName] = hashedName(logicalName, content);
    await writeFile(join(folder, manifest[logicalName]), content);
  };

  for (const font of fonts) await put(font, await readFile(fontPath(font)));
  await put('favicon.svg', await readFile(join(source, 'brand/favicon.svg')));
  await put('accord.css', withHashedNames(await compiledStyles(), manifest));
  await put('accord.js', await bundledScript());
  await put('accord.webmanifest', webManifest(manifest));
  await writeFile(join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  return manifest;
}

/** The stylesheet before its fonts are given their final names. */
export async function compiledStyles(): Promise<string> {
  const { css } = await compileAsync(join(source, 'styles/accord.scss'), {
    loadPaths: [dirname(dirname(require.resolve('govuk-frontend/dist/govuk/index.scss')))],
    style: 'compressed',
    quietDeps: true,
  });
  return css;
}

async function bundledScript(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(source, 'client/accord.ts')],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    legalComments: 'none',
    write: false,
  });
  const [script] = outputFiles;
  if (script === undefined) throw new Error('The client script was bundled into nothing.');
  return script.text;
}

const webManifest = (manifest: Readonly<Record<string, string>>): string =>
  JSON.stringify({
    name: 'Accord',
    display: 'browser',
    background_color: '#ffffff',
    theme_color: '#11504c',
    icons: [{ src: manifest['favicon.svg'], type: 'image/svg+xml', sizes: 'any' }],
  });

function hashedName(logicalName: string, content: string | Uint8Array): string {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 10);
  const ending = extname(logicalName);
  return `${basename(logicalName, ending)}-${hash}${ending}`;
}

function withHashedNames(css: string, manifest: Readonly<Record<string, string>>): string {
  return fonts.reduce((styles, font) => styles.replaceAll(font, manifest[font] ?? font), css);
}

const fontPath = (font: string): string =>
  require.resolve(`@fontsource-variable/atkinson-hyperlegible-next/files/${font}`);

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildAssets(process.argv[2] ?? fileURLToPath(new URL('../../../dist/assets/', import.meta.url)));
}
