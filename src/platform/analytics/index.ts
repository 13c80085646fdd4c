export {
  type Analytics,
  type AnalyticsSettings,
  openAnalytics,
  type Parameter,
  TookTooLong,
} from './open-analytics.ts';
