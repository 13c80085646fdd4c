import type { IsoDate } from '#platform/kernel';
import type { Body } from '../domain/body.ts';
import type { Provenance } from '../domain/certainty.ts';
import type { NewBodyName } from '../store/bodies.ts';
import type { NewBodyDetails } from '../store/body-details.ts';
import type { NewHoldingVersion } from '../store/holdings.ts';
import type { NewOfficeVersion } from '../store/offices.ts';
import type { NewPlace } from '../store/places.ts';
import type { NewRuleVersion } from '../store/rules.ts';
import type { RecordedSuccession } from '../store/successions.ts';

/** Everything a register starts from: an area's places and bodies, the law, and the kinds of partner it names. */
export type Area = Readonly<{
  title: string;
  places: readonly NewPlace[];
  bodies: readonly Readonly<{
    body: Body;
    names: readonly NewBodyName[];
    details: readonly NewBodyDetails[];
    serves: readonly Readonly<{ placeId: string; from: IsoDate | undefined; until: IsoDate | undefined }>[];
    offices: readonly NewOfficeVersion[];
    rules: readonly NewRuleVersion[];
    /** Rules the body sets for itself whose value is in no source held. */
    unknownRules: readonly string[];
  }>[];
  holdings: readonly NewHoldingVersion[];
  successions: readonly RecordedSuccession[];
  law: readonly NewRuleVersion[];
  duties: readonly (Provenance & Readonly<{ id: string; title: string; dutyOf: string; law: string }>)[];
  partners: readonly (Provenance & Readonly<{ id: string; title: string; duties: readonly string[] }>)[];
}>;
