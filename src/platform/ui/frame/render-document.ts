import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';

/** A whole page, or anything else, as the text that is sent. */
export const renderDocument = (page: VNode): string => `<!DOCTYPE html>${renderToString(page)}`;
