import type { Migration } from '#platform/db';

export const change: Migration = {
  name: '0017-change',
  up: `
    -- Whether a figure is a change, which goes either way and beyond a hundred, is said of its series and not read from its unit.
    ALTER TABLE agreements.series
      DROP CONSTRAINT series_measured_as,
      ADD CONSTRAINT series_measured_as
        CHECK (measured_as IN ('percentage', 'rate', 'count', 'money', 'number', 'change'));
    UPDATE agreements.series SET measured_as = 'change'
    WHERE measured_as IN ('percentage', 'rate', 'count') AND unit ~* '\\mchange\\M';
  `,
};
