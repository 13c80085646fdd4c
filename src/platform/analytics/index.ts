export {
  type Analytics,
  type AnalyticsSettings,
  openAnalytics,
  type Parameter,
  TookTooLong,
} from './open-analytics.ts';
export { type Folders, openFolders, type Published } from './open-published.ts';
