import type { Module } from '#platform/module';
import { agreements } from '#modules/agreements';
import { governance } from '#modules/governance';
import { openBooks } from '#modules/open-books';
import { register } from '#modules/register';

/** Every module, in the order in which they build on each other. A module knows only those above it. */
export const modules: readonly Module[] = [register, governance, agreements, openBooks];
