export { projectFolder } from './project-folder.ts';
export { type Configuration, readConfiguration } from './read-configuration.ts';
export { readData } from './read-data.ts';
export type { Setting } from './setting.ts';
export { settings } from './settings.ts';
