export {
  type Analytics,
  type AnalyticsSettings,
  openAnalytics,
  type Parameter,
  TookTooLong,
} from './open-analytics.ts';
export { databaseName } from './database-file.ts';
export { type Folders, openFolders, type Published } from './open-published.ts';
export { openWorkshop, type Workshop, type WorkshopSettings } from './open-workshop.ts';
export { type CellOfRow, openRowFile, type RowFile, type RowFileColumn } from './row-file.ts';
export { quoted } from './quoted.ts';
