import type { ModuleSchema } from '#platform/db';

export type Acts = { 'acts.effect': { id: string }; 'acts.entry': { id: string } };

/** Two tables that hold the same ids, unless an act was done by half. */
export const acts: ModuleSchema = {
  name: 'acts',
  migrations: [
    {
      name: '0001-act',
      up: `
        CREATE TABLE acts.effect (id uuid PRIMARY KEY);
        CREATE TABLE acts.entry (id uuid PRIMARY KEY);
        COMMENT ON TABLE acts.effect IS 'public: what acts did';
        COMMENT ON TABLE acts.entry IS 'public: that they were done';`,
    },
  ],
};
