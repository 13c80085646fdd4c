import type { IsoDate } from '#platform/kernel';
import type { ColumnType, GeneratedAlways, JSONColumnType } from 'kysely';

/** When a row was true, and when the register held it. */
type DatedColumns = Readonly<{
  valid_from: IsoDate | null;
  valid_until: IsoDate | null;
  recorded_on: IsoDate;
  replaced_on: ColumnType<IsoDate | null, IsoDate | null | undefined, IsoDate>;
}>;
type ProvenanceColumns = Readonly<{ source: string; certainty: string }>;

/** The register's tables. No other module may name them. */
export type RegisterTables = Readonly<{
  'register.body': ProvenanceColumns &
    Readonly<{
      id: string;
      kind: string;
      tier: string | null;
      gss: string | null;
      founded: IsoDate | null;
      note: string | null;
      recorded_on: IsoDate;
    }>;
  'register.body_name': DatedColumns &
    ProvenanceColumns &
    Readonly<{ id: GeneratedAlways<bigint>; body_id: string; name: string; usage: string }>;
  'register.body_details': DatedColumns &
    ProvenanceColumns &
    Readonly<{
      body_id: string;
      version: number;
      homepage: string;
      address: string;
      email: string;
      phone: string;
      description: string;
      reason: string;
    }>;
  'register.succession': ProvenanceColumns &
    Readonly<{
      predecessor: string;
      successor: string | null;
      on_day: IsoDate;
      kind: string;
      reason: string;
      recorded_on: IsoDate;
    }>;
  'register.closure': Readonly<{
    id: GeneratedAlways<bigint>;
    body_id: string;
    day: IsoDate;
    reason: string;
    source: string;
    recorded_on: IsoDate;
    withdrawn_on: ColumnType<IsoDate | null, undefined, IsoDate>;
  }>;
  'register.partner_duty': ProvenanceColumns &
    Readonly<{ id: string; position: number; title: string; duty_of: string; law: string }>;
  'register.partner_kind': ProvenanceColumns &
    Readonly<{ id: string; position: number; title: string; duties: readonly string[] }>;
  'register.place': Readonly<{
    id: string;
    kind: string;
    gss: string;
    parent: string | null;
    recorded_on: IsoDate;
  }>;
  'register.place_name': DatedColumns &
    ProvenanceColumns &
    Readonly<{ id: GeneratedAlways<bigint>; place_id: string; name: string }>;
  'register.place_count': ProvenanceColumns &
    Readonly<{
      place_id: string;
      measure: string;
      as_at: IsoDate;
      count: number;
      nearest: number;
      licence: string;
    }>;
  'register.place_deprivation': ProvenanceColumns &
    Readonly<{
      place_id: string;
      year: number;
      score: number;
      extent: number;
      most_deprived_tenth: number;
      rank: number;
      out_of: number;
      basis: string;
      licence: string;
    }>;
  'register.place_neighbour': Readonly<{
    place_id: string;
    neighbour_gss: string;
    neighbour_name: string;
    neighbour_id: string | null;
  }>;
  'register.body_place': Readonly<{
    body_id: string;
    place_id: string;
    valid_from: IsoDate | null;
    valid_until: IsoDate | null;
    recorded_on: IsoDate;
  }>;
  'register.office': Readonly<{ id: string; body_id: string }>;
  'register.office_version': DatedColumns &
    ProvenanceColumns &
    Readonly<{
      office_id: string;
      version: number;
      title: string;
      role: string | null;
      voting: boolean | null;
      reason: string;
    }>;
  'register.person': Readonly<{ id: string; name: string; recorded_on: IsoDate }>;
  'register.holding': DatedColumns &
    ProvenanceColumns &
    Readonly<{
      id: string;
      version: number;
      office_id: string;
      person_id: string | null;
      holder_office_id: string | null;
      on_behalf_of: string | null;
      mandate: string | null;
      reason: string;
    }>;
  'register.rule_version': DatedColumns &
    ProvenanceColumns &
    Readonly<{
      body_id: string | null;
      key: string;
      version: number;
      value: ColumnType<unknown, string | null, never>;
      note: string | null;
      reason: string | null;
    }>;
  'register.draft': Readonly<{
    body_id: string;
    about: string;
    version: number;
    answers: JSONColumnType<Readonly<Record<string, string>>>;
    seen: number;
    prepared_by: string;
    saved_at: Date;
  }>;
}>;
