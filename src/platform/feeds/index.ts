export { atom, atomType, type Feed, type FeedEntry } from './atom.ts';
export { calendar, type Calendar, type CalendarEvent, calendarType } from './calendar.ts';
export { xmlText } from './xml-text.ts';
