import type { Migration } from '#platform/db';
import { frameworks } from './0001-frameworks.ts';
import { indicators } from './0002-indicators.ts';
import { agreements } from './0003-agreements.ts';
import { targets } from './0004-targets.ts';
import { readings } from './0005-readings.ts';
import { choosing } from './0006-choosing.ts';
import { actions } from './0007-actions.ts';
import { bringing } from './0008-bringing.ts';
import { reports } from './0009-reports.ts';
import { commitments } from './0010-commitments.ts';
import { consultations } from './0011-consultations.ts';
import { reward } from './0012-reward.ts';
import { namesLetThrough } from './0013-names-let-through.ts';
import { interimLevels } from './0014-interim-levels.ts';
import { withdrawnFigures } from './0015-withdrawn-figures.ts';
import { change } from './0017-change.ts';
import { ownRows } from './0016-own-writes.ts';

/** The steps that make this module’s tables, in their order. A step that has been released never changes. */
export const migrations: readonly Migration[] = [
  frameworks,
  indicators,
  agreements,
  targets,
  readings,
  choosing,
  actions,
  bringing,
  reports,
  commitments,
  consultations,
  reward,
  namesLetThrough,
  interimLevels,
  withdrawnFigures,
  ownRows,
  change,
];
