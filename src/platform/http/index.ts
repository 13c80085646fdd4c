export { type Answers, type FieldErrors, fieldErrors } from './form.ts';
export {
  askAgain,
  type Breadcrumb,
  type Dataset,
  download,
  forbidden,
  json,
  notFound,
  page,
  type Page,
  redirect,
  type Reply,
  text,
} from './reply.ts';
export type { OfficeRoute, OfficeVisit, OpenFormRoute, PublicRoute, Route, Visit } from './route.ts';
