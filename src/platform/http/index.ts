export { csvLine } from './csv.ts';
export { createLog, type Log } from './log.ts';
export { type Answers, type FieldErrors, fieldErrors } from './form.ts';
export type { Health } from './health.ts';
export { downloadInPieces, type LongDataset } from './datasets-in-pieces.ts';
export { localPath } from './local-path.ts';
export {
  askAgain,
  beginSession,
  type Breadcrumb,
  type Dataset,
  download,
  file,
  forbidden,
  json,
  leaveSession,
  notFound,
  page,
  type Page,
  redirect,
  type Reply,
  stream,
  text,
  until,
} from './reply.ts';
export type {
  ApiDescription,
  KeyRoute,
  LinkRoute,
  OfficeRoute,
  OfficeVisit,
  OpenFormRoute,
  PublicRoute,
  Route,
  Visit,
} from './route.ts';
export { createServer } from './server.ts';
export { safeFilename } from './uploads/file-names.ts';
export type { UploadedFile } from './uploads/uploaded-file.ts';
export type { ServerParts, Surroundings } from './server-parts.ts';
