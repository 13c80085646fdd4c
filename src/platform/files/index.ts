export { type Archive, type ArchiveEntry, openArchive } from './archive.ts';
export { explainFile } from './explain-file.ts';
export { acceptedEndings, type FileKind, fileKinds } from './file-kinds.ts';
export { type FileRefusal, type GivenFile, judgeFile } from './judge/judge-file.ts';
export { readText, type TextRead } from './text/read-text.ts';
